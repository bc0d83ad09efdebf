// AssemblyScript: component.ts holds the canonical ABI by hand, the rest is the program.
// Strings cross as UTF-16, which is what AssemblyScript keeps them in.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageVersion } from "./npm.mjs";
import { stripDebug } from "./strip.mjs";
import { run } from "./tool.mjs";

const OPTIMIZATION = ["-O3", "--shrinkLevel", "2", "--converge", "--noAssert", "--debug"];
const RUNTIME = ["--runtime", "incremental", "--use", "abort=", "--use", "seed="];

/**
 * Builds component.ts. AssemblyScript cannot spell the name of a component's export, so the recipe's `exports` gives
 * the interface of each function: `apply` of `a:b/c@1.0.0` is `a:b/c@1.0.0#apply`, and `apply_post` frees its result.
 */
export function buildAssemblyScript(recipe, { source, work }) {
  const module = join(work, "core.wasm");
  const text = join(work, "core.wat");
  run("asc", ["component.ts", ...OPTIMIZATION, ...RUNTIME, "-o", module], { cwd: source });
  writeFileSync(text, renameExports(run("wasm-tools", ["print", module]), recipe.exports));
  run("wasm-tools", ["parse", text, "-o", module]);
  stripDebug(module);
  const version = packageVersion("assemblyscript");
  return { module, encoding: "utf16", languages: [["AssemblyScript", version]], tools: [["asc", version]] };
}

function renameExports(wat, exports) {
  return wat.replace(/\(export "([a-z]+)(_post)?" \(func/g, (whole, name, post) =>
    name in exports ? `(export "${post ? "cabi_post_" : ""}${exports[name]}#${name}" (func` : whole,
  );
}
