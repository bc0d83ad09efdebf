// The options by which commands find the components that WAC text names; as in `wac`.

import type { Command, OptionValues } from "./command.ts";
import { Misuse } from "./exit-status.ts";
import type { LoadOptions } from "./load.ts";

export const DEPENDENCY_OPTIONS: Command["options"] = {
  "deps-dir": { type: "string" },
  dep: { type: "string", short: "d", multiple: true },
  registry: { type: "string" },
};

export const DEPENDENCY_HELP = `  --deps-dir DIR      where packages lie, as DIR/ns/name[/version].wasm; by default \`deps\`
                      beside the file, or else here
  -d, --dep PKG=FILE  the file of a package that is named without a version`;

export function dependencyOptions(options: OptionValues): LoadOptions {
  refuseRegistry(options);
  const depsDir = options["deps-dir"];
  const deps = options["dep"];
  const pairs = (Array.isArray(deps) ? deps : []).map((dep): [string, string] => {
    const [name, ...file] = String(dep).split("=");
    if (!name || file.length === 0) throw new Misuse(`-d takes PKG=FILE, not ${String(dep)}`);
    return [name, file.join("=")];
  });
  return { ...(typeof depsDir === "string" ? { depsDir } : {}), overrides: new Map(pairs) };
}

/** The registries of `wac` are not read here. @throws Misuse where one is given */
export function refuseRegistry({ registry }: OptionValues): void {
  if (registry === undefined) return;
  throw new Misuse("registries are not read: put packages into deps, or name their files with -d");
}
