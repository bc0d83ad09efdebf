// The WASI imports of a component, folded into the few glyphs that a node's footer shows.

import type { Capability, CapabilityKind } from "../../components/canvas/canvas-model.ts";
import { getOrInsert } from "../../core/base/collections.ts";
import { memoizeByIdentity } from "../../core/base/memo.ts";
import { isTypesOnly } from "../../core/graph/diagnose.ts";
import { type Grant, grantsOfInterface } from "../../core/graph/grants.ts";
import { parseInterfaceName } from "../../core/wit/names.ts";
import type { ComponentType } from "../../core/wit/types.ts";

const KIND_OF_PACKAGE: Readonly<Record<string, CapabilityKind>> = {
  clocks: "clocks",
  random: "random",
  http: "http",
  filesystem: "filesystem",
  keyvalue: "keyvalue",
  config: "environment",
  sockets: "sockets",
  cli: "cli",
};
/** Streams, errors and polls give no right of their own. */
const PLUMBING_PACKAGE = "io";

/** The capabilities that `component` asks its host for, in the order of their first import, as far as `grants` give them. */
export function capabilitiesOf(component: ComponentType, grants: readonly Grant[]): readonly Capability[] {
  return groupsOf(component).map((group) => {
    const asked = group.interfaces.flatMap(grantsOfInterface);
    const given = asked.filter((grant) => grants.includes(grant)).length;
    return {
      ...group,
      given: asked.length === 0 ? null : given === 0 ? "nothing" : given < asked.length ? "some" : "all",
    };
  });
}

const groupsOf = memoizeByIdentity((component: ComponentType): readonly Omit<Capability, "given">[] => {
  const groups = new Map<CapabilityKind, string[]>();
  for (const [name, extern] of component.imports) {
    const parts = parseInterfaceName(name);
    if (parts?.namespace !== "wasi" || parts.packageName === PLUMBING_PACKAGE || isTypesOnly(extern)) continue;
    const kind =
      parts.interfaceName === "environment" ? "environment" : (KIND_OF_PACKAGE[parts.packageName] ?? "other");
    getOrInsert(groups, kind, () => []).push(name);
  }
  return Array.from(groups, ([kind, interfaces]) => ({ kind, interfaces }));
});
