// WebAssembly text: the source is the core module itself.
import { join } from "node:path";
import { run } from "./tool.mjs";

/** Builds <folder>.wat. */
export function buildWat({ folder }, { source, work }) {
  const module = join(work, "core.wasm");
  run("wasm-tools", ["parse", join(source, `${folder}.wat`), "-o", module]);
  return { module, languages: [["WAT", "1.0"]], tools: [] };
}
