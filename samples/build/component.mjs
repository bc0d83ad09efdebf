// A core module and its WIT become a component: types embedded, lifted, labelled with where it comes from, validated.
import { copyFileSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { OUTPUT } from "./paths.mjs";
import { run } from "./tool.mjs";

/** Where `wac` looks for the component: deps/<namespace>/<name>/<version>.wasm. */
export function componentPath({ app, name, version }) {
  return join(OUTPUT, app, "deps", ...name.split(":"), `${version}.wasm`);
}

/**
 * Writes the component and returns its size in bytes.
 * `core.module` is the path of the core module, whose types are `core.embedded` or not yet;
 * `core.adapter` that of a module standing in for WASI preview 1;
 * `core.encoding` is the string encoding, UTF-8 unless given; `core.tools` are [name, version] pairs.
 */
export function writeComponent(recipe, core, wit, work) {
  const embedded = join(work, "embedded.wasm");
  const bare = join(work, "component.wasm");
  const path = componentPath(recipe);
  mkdirSync(dirname(path), { recursive: true });
  const adapters = core.adapter ? ["--adapt", `wasi_snapshot_preview1=${core.adapter}`] : [];
  const producers = [
    ...core.languages.flatMap(([name, version]) => ["--language", `${name}=${version}`]),
    ...core.tools.flatMap(([name, version]) => ["--processed-by", `${name}=${version}`]),
  ];
  const identity = ["--name", recipe.name, "--version", recipe.version, "--description", recipe.about];
  if (core.embedded) copyFileSync(core.module, embedded);
  else embedTypes(recipe, core, wit, embedded);
  run("wasm-tools", ["component", "new", embedded, "-o", bare, ...adapters]);
  run("wasm-tools", ["metadata", "add", bare, "-o", path, ...identity, ...producers]);
  run("wasm-tools", ["validate", "--features=-all,wasm2,component-model", path]);
  return statSync(path).size;
}

function embedTypes({ world }, { module, encoding = "utf8" }, wit, target) {
  run("wasm-tools", ["component", "embed", wit, module, "--world", world, "--encoding", encoding, "-o", target]);
}
