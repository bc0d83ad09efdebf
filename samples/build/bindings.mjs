// Runs wit-bindgen: the header and the glue that let C, C++, Zig or Go speak a WIT world.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "./tool.mjs";

/** The folder of generated files and their common stem: a world `a-b` gives `a_b.h`, `a_b.c`, `a_b_component_type.o`. */
export function generateBindings(generator, { world }, wit, work, options = []) {
  const folder = join(work, "bindings");
  mkdirSync(folder, { recursive: true });
  run("wit-bindgen", [generator, wit, "--world", world, "--out-dir", folder, ...options]);
  return { folder, stem: join(folder, world.replaceAll("-", "_")), tool: witBindgenVersion(generator) };
}

function witBindgenVersion(generator) {
  return [`wit-bindgen-${generator}`, run("wit-bindgen", ["--version"]).trim().split(" ")[1]];
}
