// Imports and exports → the lists that the inspector shows: with whom each is wired, what is folded away.

import { givenImports } from "../canvas/given-imports.ts";
import type { FoldedInterfaces, InspectedPort, PortPeer } from "../../components/inspector/PortList.tsx";
import { findInstance, findWire } from "../../core/graph/composition.ts";
import { isHostInterface, isTypesOnly } from "../../core/graph/diagnose.ts";
import { fullName, unversioned } from "../../core/wit/names.ts";
import type { Extern, ExternMap } from "../../core/wit/types.ts";
import { portLook } from "../../core/draw/port-look.ts";
import type { ActiveView } from "../derived.ts";
import { targetId } from "./targets.ts";

export interface InspectedPorts {
  readonly ports: readonly InspectedPort[];
  readonly folded: FoldedInterfaces | null;
}

export function importsOf(view: ActiveView, instance: string, imports: ExternMap): InspectedPorts {
  const { composition, diagnosis } = view;
  const worldImports = new Set(composition.worldImports);
  const missing = new Set(
    diagnosis.problems.flatMap((p) => ("import" in p && p.instance === instance ? [p.import] : [])),
  );
  const isFolded = (name: string, extern: Extern): boolean =>
    !findWire(composition, instance, name) && !worldImports.has(name) && (isHostInterface(name) || isTypesOnly(extern));
  const all = [...imports];
  const evaluated = diagnosis.evaluation.instances.find((one) => one.instance.name === instance);
  const declaredImport = (name: string): string | null => {
    const source = evaluated?.sources.get(name);
    return source?.kind === "item" && source.item.kind === "import" ? source.item.name : null;
  };
  const ports = all
    .filter(([name, extern]) => !isFolded(name, extern))
    .map(([name, extern]) => {
      const wire = findWire(composition, instance, name);
      const peers: PortPeer[] = wire
        ? [{ id: targetId("node", wire.provider), name: wire.provider }]
        : worldImports.has(name) || declaredImport(name) !== null
          ? [{ id: targetId("world-import", declaredImport(name) ?? name), name: "world" }]
          : [];
      const state = peers.length > 0 ? "wired" : missing.has(name) ? "missing" : "free";
      return inspected(name, extern, state, peers);
    });
  return { ports, folded: foldedOf(all.filter(([name, extern]) => isFolded(name, extern))) };
}

export function exportsOf({ composition }: ActiveView, instance: string, exports: ExternMap): InspectedPorts {
  const ports = [...exports].map(([name, extern]) => {
    const users = composition.wires
      .filter((wire) => wire.provider === instance && wire.export === name)
      .map(({ consumer }): PortPeer => ({ id: targetId("node", consumer), name: consumer }));
    const asExports = composition.exports
      .filter((exported) => exported.instance === instance && exported.export === name)
      .map((exported): PortPeer => ({ id: targetId("world-export", exported.name), name: "world" }));
    const peers = [...users, ...asExports];
    return inspected(name, extern, peers.length > 0 ? "wired" : "free", peers);
  });
  return { ports, folded: null };
}

/** What the whole imports: those left to the host, with the rest of WASI folded. */
export function worldImportsOf({ composition, diagnosis }: ActiveView): InspectedPorts {
  const all = diagnosis.evaluation.imports;
  const chosen = new Set(composition.worldImports);
  const shown = all.filter(({ name }) => chosen.has(name) || !isHostInterface(name));
  const given = givenImports(diagnosis.evaluation);
  const ports = shown.map(({ name, extern, needs }) => {
    const peers = [...needs, ...(given.get(name) ?? [])]
      .filter(({ instance }) => findInstance(composition, instance))
      .map(({ instance }): PortPeer => ({ id: targetId("node", instance), name: instance }));
    return inspected(name, extern, "wired", peers);
  });
  const folded = all.filter((item) => !shown.includes(item)).map(({ name, extern }) => [name, extern] as const);
  return { ports, folded: foldedOf(folded) };
}

export function worldExportsOf({ composition, diagnosis }: ActiveView): InspectedPorts {
  const ports = diagnosis.evaluation.exports.map(({ name, extern, item }) => {
    const instance = item.kind === "export" && item.of.kind === "instance" ? item.of.instance : null;
    const peers = instance === null ? [] : [{ id: targetId("node", instance), name: instance }];
    return inspected(name, extern, "wired", peers);
  });
  // What can't be exported is still listed where a person asked for it.
  const known = new Set(ports.map(({ name }) => name));
  const failed = composition.exports
    .filter(({ name }) => !known.has(unversioned(name)))
    .map(({ name, instance }) => {
      const peers = [{ id: targetId("node", instance), name: instance }];
      return inspected(name, UNKNOWN, "missing", peers);
    });
  return { ports: [...ports, ...failed.filter(({ name }) => !known.has(name))], folded: null };
}

const UNKNOWN: Extern = {
  kind: "instance",
  type: { kind: "instance", exports: new Map(), resources: [], opaque: true },
};

function inspected(
  name: string,
  extern: Extern,
  state: InspectedPort["state"],
  peers: readonly PortPeer[],
): InspectedPort {
  const { version, colour, shape } = portLook(name, extern);
  const shown = unversioned(fullName(name, extern.annotations));
  return { name: shown, version, colour, shape, state, peers };
}

function foldedOf(externs: readonly (readonly [string, Extern])[]): FoldedInterfaces | null {
  if (externs.length === 0) return null;
  const host = externs.filter(([name]) => isHostInterface(name)).length;
  const types = externs.length - host;
  const title = [
    host > 0 && `${host} wasi ${host === 1 ? "interface" : "interfaces"}`,
    types > 0 && `${types} ${types === 1 ? "interface" : "interfaces"} of types`,
  ].filter((text) => text !== false);
  return { title: title.join(", "), names: externs.map(([name, extern]) => fullName(name, extern.annotations)) };
}
