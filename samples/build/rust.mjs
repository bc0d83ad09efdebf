// Rust: an ordinary Cargo package that uses the wit-bindgen crate, for wasm32-unknown-unknown, so without WASI.
// A rustc without the standard library for that target (Debian's) builds it from its own sources.
import { copyFileSync, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { SAMPLES } from "./paths.mjs";
import { stripDebug } from "./strip.mjs";
import { run } from "./tool.mjs";

const TARGET = "wasm32-unknown-unknown";

/** Builds the Cargo package of the component's folder; the recipe's `crate` is its name. */
export function buildRust({ crate }, { source, work }) {
  const module = join(work, "core.wasm");
  const sysroot = run("rustc", ["--print", "sysroot"]).trim();
  const target = join(SAMPLES, "target");
  const { options, env } = standardLibrary(sysroot);
  run("cargo", ["fetch", "--quiet", "--locked"], { cwd: source });
  run("cargo", ["build", "--quiet", "--release", "--locked", "--target", TARGET, "--target-dir", target, ...options], {
    cwd: source,
    env: { ...env, RUSTFLAGS: withoutPaths(sysroot).join(" ") },
  });
  copyFileSync(join(target, TARGET, "release", `${crate.replaceAll("-", "_")}.wasm`), module);
  stripDebug(module);
  const version = run("rustc", ["--version"]).split(" ")[1];
  return { module, embedded: true, languages: [["Rust", version]], tools: [["rustc", version]] };
}

/** How cargo gets a standard library for the target. -Zbuild-std asks a stable compiler for leave. */
function standardLibrary(sysroot) {
  const rustlib = join(sysroot, "lib", "rustlib");
  if (existsSync(join(rustlib, TARGET))) return { options: [], env: {} };
  if (!existsSync(join(rustlib, "src", "rust", "library"))) {
    throw new Error(
      `rustc has no standard library for ${TARGET}. Install it (rustup target add ${TARGET}, or on Debian: apt install rust-web-src lld-22).`,
    );
  }
  return {
    options: ["-Zbuild-std=std,panic_abort", "--config", `target.${TARGET}.linker="wasm-ld-22"`],
    env: { RUSTC_BOOTSTRAP: "1" },
  };
}

/** Messages of panics name source files: keep the builder's folders out of them. */
function withoutPaths(sysroot) {
  const crates = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry", "src");
  const registries = existsSync(crates)
    ? readdirSync(crates).map((registry) => [join(crates, registry), "crates"])
    : [];
  return [[SAMPLES, "samples"], [join(sysroot, "lib", "rustlib", "src", "rust"), "rust"], ...registries].map(
    ([from, to]) => `--remap-path-prefix=${from}=${to}`,
  );
}
