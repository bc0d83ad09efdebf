// TypeScript: the program and a small canonical ABI are bundled into one script, which QuickJS-ng evaluates on the
// first call. The engine is the wasm file of the npm package quickjs-wasi; nothing is compiled from C.
//
//   program + serve.mjs ──esbuild──▶ script ─┐
//   WIT ──wit-types.mjs──▶ exports ──────────┴▶ glue.wat ──wasm-merge with the engine──▶ core module
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { noWasiAdapter } from "./adapter.mjs";
import { importPackage, packageVersion } from "./npm.mjs";
import { NODE_MODULES, SAMPLES } from "./paths.mjs";
import { flatten, MOST_FLAT_PARAMETERS } from "./quickjs/canonical.mjs";
import { exportsOf } from "./quickjs/wit-types.mjs";
import { stripDebug } from "./strip.mjs";
import { run } from "./tool.mjs";

const QUICKJS = join(SAMPLES, "build", "quickjs");
const ENGINE = join(NODE_MODULES, "quickjs-wasi", "quickjs.wasm");

/** Builds <folder>.ts, which exports an object for each interface of the world, under the interface's name. */
export async function buildTypeScript({ folder, world }, { source, work, wit }) {
  const module = join(work, "core.wasm");
  const glue = join(work, "glue.wasm");
  const merged = join(work, "merged.wasm");
  const exports = exportsOf(JSON.parse(run("wasm-tools", ["component", "wit", wit, "--json"])), world);
  const script = await bundle(join(source, `${folder}.ts`), exports);

  writeFileSync(join(work, "glue.wat"), glueFor(exports, script));
  run("wasm-tools", ["parse", join(work, "glue.wat"), "-o", glue]);
  run("wasm-merge", [ENGINE, "engine", glue, "env", "--enable-bulk-memory", "-o", merged]);
  writeFileSync(module, await shrink(merged, ["memory", "_initialize", "cabi_realloc", ...exports.flatMap(coreNames)]));
  stripDebug(module);
  return {
    module,
    adapter: noWasiAdapter(work),
    languages: [["TypeScript", "ES2022"]],
    tools: [
      ["esbuild", packageVersion("esbuild")],
      ["quickjs-wasi", packageVersion("quickjs-wasi")],
    ],
  };
}

/** The script: its value is what glue.wat calls to start the program. */
async function bundle(program, exports) {
  const esbuild = await importPackage("esbuild");
  const entry = `
    import * as program from ${JSON.stringify(program)};
    import { serve } from ${JSON.stringify(join(QUICKJS, "serve.mjs"))};
    export const start = (memory) => serve(program, ${JSON.stringify(exports)}, memory);`;
  const { outputFiles } = await esbuild.build({
    stdin: { contents: entry, resolveDir: SAMPLES },
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "component",
    target: "es2022",
  });
  return `${outputFiles[0].text};(buffer, base, frame, reallocate) => component.start({ buffer, base, frame, reallocate });\0`;
}

function glueFor(exports, script) {
  const bytes = Buffer.from(script);
  const slots = Math.max(...exports.map((one) => Math.min(parametersOf(one).length, MOST_FLAT_PARAMETERS)), 1);
  const values = {
    exports: exports.map(wrapper).join("\n"),
    script: [...bytes].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join(""),
    "script-size": bytes.length,
    "frame-size": slots * 8,
  };
  return readFileSync(join(QUICKJS, "glue.wat"), "utf8")
    .replace(/^;;.*\n/gm, "")
    .replace(/\{\{([a-z-]+)\}\}/g, (_, name) => values[name]);
}

/** The core function of an export: parameters into the frame, serve, result out of it. */
function wrapper(one, index) {
  const flat = parametersOf(one);
  const parameters = flat.length > MOST_FLAT_PARAMETERS ? ["i32"] : flat;
  const result = one.result ? flatten(one.result) : [];
  const core = result.length > 1 ? "i32" : result[0];
  const [name, afterName] = coreNames(one);
  const stores = parameters.map(
    (type, slot) => `(${type}.store offset=${slot * 8} (global.get $frame) (local.get ${slot}))`,
  );
  return `
  (func (export "${name}") ${parameters.map((type) => `(param ${type})`).join(" ")} ${core ? `(result ${core})` : ""}
    (call $boot)
    ${stores.join("\n    ")}
    (call $serve (i32.const ${index}))
    ${core ? `(${core}.load (global.get $frame))` : ""})
  ${afterName ? `(func (export "${afterName}") (param i32) (call $serve (i32.const -1)))` : ""}`;
}

const parametersOf = ({ params }) => params.flatMap(flatten);

/** The export, and its post-return if its result is in memory. */
function coreNames({ interfaceName, wireName, result }) {
  const name = `${interfaceName}#${wireName}`;
  return result && flatten(result).length > 1 ? [name, `cabi_post_${name}`] : [name];
}

/** The module without the engine's other exports, and without what only they use. */
async function shrink(path, wanted) {
  const { default: binaryen } = await importPackage("binaryen");
  const module = binaryen.readBinary(readFileSync(path));
  const exports = Array.from(
    { length: module.getNumExports() },
    (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name,
  );
  for (const name of exports) {
    if (!wanted.includes(name)) module.removeExport(name);
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  module.optimize();
  return module.emitBinary();
}
