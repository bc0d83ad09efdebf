// Debugging data goes, the names of functions stay: a trap should say where it happened.
import { run } from "./tool.mjs";

/** Strips a core module in place and writes out mangled names. The linker's own `producers` go too: the component gets a complete one. */
export function stripDebug(module) {
  run("wasm-tools", ["strip", "--delete", "^(\\.debug|producers|target_features|build_id)", module, "-o", module]);
  run("wasm-tools", ["demangle", module, "-o", module]);
}
