// Builds the conformance programs: node samples/conformance/build.mjs [program]
// Their WIT is that of jco; see samples/README.md for the tools.
import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateBindings } from "../build/bindings.mjs";
import { SAMPLES, WORK } from "../build/paths.mjs";
import { buildRust } from "../build/rust.mjs";
import { run } from "../build/tool.mjs";
import { buildZig } from "../build/zig.mjs";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const JCO = join(SAMPLES, "..", "node_modules", "@bytecodealliance", "jco", "lib");
/** Programs with a main() of their language; the others export what WASI calls themselves. */
const WITH_MAIN = new Set(["cli-c", "cli-go", "sockets-c", "terminal-c", "escape-c"]);
const work = join(WORK, "conformance");
const C_FLAGS = ["-target", "wasm32-wasi", "-Oz", "-s", "-std=c17", "-D_GNU_SOURCE", "-Wall", "-Wextra"];

/** Puts the packages of WASI where every tool looks for them. */
function gatherWit() {
  const builtin = join(JCO, "wit", "builtin", "0.2.12");
  mkdirSync(join(FOLDER, "wit", "deps"), { recursive: true });
  for (const name of readdirSync(builtin)) {
    cpSync(join(builtin, name, "package.wit"), join(FOLDER, "wit", "deps", `${name}.wit`));
  }
}

const PROGRAMS = {
  "cli-c": (module) => run("zig", ["cc", ...C_FLAGS, join(FOLDER, "cli", "cli.c"), "-o", module]),
  "terminal-c": (module) => run("zig", ["cc", ...C_FLAGS, join(FOLDER, "terminal", "terminal.c"), "-o", module]),
  "cli-go": (module) =>
    run("go", ["build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", module, "."], {
      cwd: join(FOLDER, "cli", "go"),
      env: { GOOS: "wasip1", GOARCH: "wasm" },
    }),
  "http-c": (module) => buildWithBindings("http", ["-mexec-model=reactor"], module),
  "hostile-c": (module) => buildWithBindings("http", ["-mexec-model=reactor"], module, "hostile"),
  "http-zig": () => buildWithZig("http", "http"),
  "sockets-zig": () => buildWithZig("sockets-command", "sockets"),
  "escape-c": (module) => buildWithBindings("escape", [], module),
  "sockets-c": (module) => buildWithBindings("sockets", [], module),
  "cli-rust": () => buildRust({ crate: "conformance-cli" }, { source: join(FOLDER, "cli", "rust"), work }).module,
  "sockets-rust": () =>
    buildRust({ crate: "conformance-sockets" }, { source: join(FOLDER, "sockets", "rust"), work }).module,
  "http-rust": () => buildRust({ crate: "conformance-http" }, { source: join(FOLDER, "http", "rust"), work }).module,
};

function buildWithZig(world, folder) {
  return buildZig({ world, folder }, { source: join(FOLDER, folder), work, wit: join(FOLDER, "wit") }).module;
}

function buildWithBindings(world, options, module, name = world) {
  const { folder, stem } = generateBindings("c", { world }, join(FOLDER, "wit"), work);
  const source = join(FOLDER, name);
  const own = readdirSync(source).filter((file) => file.endsWith(".c"));
  const sources = [...own.map((file) => join(source, file)), `${stem}.c`, `${stem}_component_type.o`];
  run("zig", ["cc", ...C_FLAGS, ...options, "-I", folder, "-I", source, ...sources, "-o", module]);
}

const wanted = process.argv[2];
mkdirSync(work, { recursive: true });
gatherWit();
for (const [name, build] of Object.entries(PROGRAMS)) {
  if (wanted && wanted !== name) continue;
  const module = join(work, `${name}.core.wasm`);
  const core = build(module) || module;
  const target = join(FOLDER, "built", `${name}.wasm`);
  const adapter = join(JCO, `wasi_snapshot_preview1.${WITH_MAIN.has(name) ? "command" : "reactor"}.wasm`);
  run("wasm-tools", ["component", "new", core, "--adapt", `wasi_snapshot_preview1=${adapter}`, "-o", target]);
  run("wasm-tools", ["strip", "--all", target, "-o", target]);
  console.log(name);
}
