// `witloom plug SOCKET --plug PLUG…`: the exports of plugs into the imports of a socket, by name and type.

import { suggestKey } from "../../core/graph/component-key.ts";
import { describeDiagnostic } from "../../core/base/wording.ts";
import { plug as plugTogether, type Plug } from "../../core/plug/plug.ts";
import type { Command, OptionValues } from "../command.ts";
import { checkOutputOptions, OUTPUT_HELP, OUTPUT_OPTIONS, writeComponent } from "../component-output.ts";
import { graphOf } from "../../core/graph/graph.ts";
import type { Component } from "../../core/wit/read.ts";
import { composeLoaded } from "../compose-loaded.ts";
import { refuseRegistry } from "../dependency-options.ts";
import { EXIT, Finding, Misuse } from "../exit-status.ts";
import { hashOf, loadComponent } from "../load.ts";
import { sayDiagnostic } from "../terminal.ts";

export const plug: Command = {
  name: "plug",
  summary: "Plug the exports of components into the imports of another",
  usage: "SOCKET --plug PLUG… [--transitive] [-o OUT] [-t] [--no-validate] [--json]",
  help: `  --plug PLUG         a component whose exports are plugged; may be given more than once
  --transitive        plug the imports of plugs with other plugs as well
${OUTPUT_HELP}

  What fits is found by name first, then among the versions of one track; the socket's exports are exported.

  One middleware before a handler:
    witloom plug auth.wasm --plug handler.wasm -o service.wasm
  Several plugs, which need each other:
    witloom plug app.wasm --plug store.wasm --plug log.wasm --transitive -o whole.wasm
  Why doesn't it fit? With nothing to plug, the nearest export to each import is told, and the difference:
    witloom plug app.wasm --plug old-store.wasm -o whole.wasm --json`,
  options: {
    plug: { type: "string", multiple: true },
    transitive: { type: "boolean" },
    ...OUTPUT_OPTIONS,
    registry: { type: "string" },
  },
  async run([path, ...rest], options) {
    refuseRegistry(options);
    if (path === undefined || rest.length > 0) throw new Misuse("plug takes one socket");
    const paths = plugPaths(options);
    checkOutputOptions(options);
    const bytes = new Map<string, Uint8Array>();
    const parts: Plug[] = [];
    for (const file of [path, ...paths]) parts.push(await loadPlug(file, parts, bytes));
    const [socket, ...plugs] = parts;
    const { composition, findings } = plugTogether(socket!, plugs, { transitive: options["transitive"] === true });
    for (const finding of findings) sayDiagnostic(finding, null);
    if (findings.some((finding) => describeDiagnostic(finding).severity === "error")) throw new Finding();
    const components = new Map(parts.map(({ key, component }) => [key, component]));
    const componentOf = (key: string): Component | undefined => components.get(key);
    const loaded = {
      composition,
      graph: graphOf(composition, componentOf),
      componentOf,
      bytesOf: (key: string) => bytes.get(key)!,
    };
    await writeComponent(composeLoaded(loaded, true), options);
    return EXIT.ok;
  },
};

function plugPaths({ plug: given }: OptionValues): readonly string[] {
  const paths = Array.isArray(given) ? given.map(String) : [];
  if (paths.length === 0) throw new Misuse("name at least one component with --plug");
  return paths;
}

async function loadPlug(path: string, before: readonly Plug[], bytesOf: Map<string, Uint8Array>): Promise<Plug> {
  const { component, bytes } = await loadComponent(path);
  const taken = before.map(({ key }) => key);
  const key = suggestKey(component, path, taken);
  bytesOf.set(key, bytes);
  return { key, sha256: hashOf(bytes), component };
}
