// What stands in for WASI preview 1 when a core module imports it.
import { dirname, join } from "node:path";
import { SAMPLES } from "./paths.mjs";
import { run } from "./tool.mjs";

const CRATE = "wasi-preview1-component-adapter-provider";

/**
 * The path of the official adapter, which gives a program with a main() the imports and the export of `wasi:cli/command`.
 * It comes in a crate, which Cargo fetches at the version of Cargo.lock.
 */
export function commandAdapter() {
  const metadata = run("cargo", ["metadata", "--quiet", "--locked", "--format-version", "1"], { cwd: SAMPLES });
  const crate = JSON.parse(metadata).packages.find(({ name }) => name === CRATE);
  return join(dirname(crate.manifest_path), "artefacts", "wasi_snapshot_preview1.command.wasm");
}

/** The path of an adapter that needs nothing: it shows an empty world, see no-wasi.wat. */
export function noWasiAdapter(work) {
  const adapter = join(work, "no-wasi.wasm");
  run("wasm-tools", ["parse", join(SAMPLES, "build", "no-wasi.wat"), "-o", adapter]);
  return adapter;
}
