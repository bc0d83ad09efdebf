// Zig: the bindings are wit-bindgen's C, translated to Zig by Zig itself and imported as `bindings`.
// Only wasi-libc's malloc is used, so the module imports nothing of WASI.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateBindings } from "./bindings.mjs";
import { stripDebug } from "./strip.mjs";
import { run } from "./tool.mjs";

const TARGET = ["-target", "wasm32-wasi", "-lc"];

/** Zig's own default is 16 MiB, which would be the least that a component takes. */
export const STACK_BYTES = "65536";

const LIBRARY = ["-fno-entry", "-mexec-model=reactor", "--stack", STACK_BYTES];
const FLAGS = [...LIBRARY, "-fsingle-threaded", "-OReleaseSmall", "-fno-strip"];

/** Builds <folder>.zig. */
export function buildZig(recipe, { source, work, wit }) {
  const module = join(work, "core.wasm");
  const { stem, tool } = generateBindings("c", recipe, wit, work);
  writeFileSync(`${stem}.zig`, run("zig", ["translate-c", ...TARGET, `${stem}.h`]));
  const modules = ["--dep", "bindings", `-Mroot=${join(source, `${recipe.folder}.zig`)}`, `-Mbindings=${stem}.zig`];
  const glue = [`${stem}.c`, `${stem}_component_type.o`];
  run("zig", ["build-exe", ...FLAGS, ...TARGET, ...glue, ...modules, `-femit-bin=${module}`]);
  stripDebug(module);
  const version = run("zig", ["version"]).trim();
  return { module, embedded: true, languages: [["Zig", version]], tools: [["zig", version], tool] };
}
