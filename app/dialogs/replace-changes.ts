// What replacing a component would change for its instances: wires kept, cut, imports that open, exports that come.

import type { ReplaceChange } from "../../components/dialogs/ReplaceDialog.tsx";
import { describeMismatch } from "../../core/base/describe-mismatch.ts";
import type { Composition } from "../../core/graph/composition.ts";
import { isHostInterface, isTypesOnly } from "../../core/graph/diagnose.ts";
import { fitOf } from "../../core/graph/fit.ts";
import type { ComponentLookup } from "../../core/graph/graph.ts";
import type { Component } from "../../core/wit/read.ts";
import { fitNoteText } from "../canvas/verdicts.ts";

/** The changes for `instances` when their component becomes `next`. */
export function replaceChanges(
  composition: Composition,
  componentOf: ComponentLookup,
  instances: readonly string[],
  next: Component,
): readonly ReplaceChange[] {
  const changed = new Set(instances);
  const changes: ReplaceChange[] = [];
  for (const wire of composition.wires) {
    const isConsumer = changed.has(wire.consumer);
    if (!isConsumer && !changed.has(wire.provider)) continue;
    const peer = isConsumer ? wire.provider : wire.consumer;
    const id = `${wire.consumer} ${wire.import}`;
    const peerKey = composition.instances.find(({ name }) => name === peer)?.component ?? "";
    const other = componentOf(peerKey)?.type;
    const needed = isConsumer ? next.type.imports.get(wire.import) : other?.imports.get(wire.import);
    const offered = isConsumer ? other?.exports.get(wire.export) : next.type.exports.get(wire.export);
    const name = isConsumer ? wire.import : wire.export;
    if (!needed || !offered) {
      changes.push({
        id,
        kind: "cut",
        name,
        detail: `wired to ${peer}; the new component has no such ${isConsumer ? "import" : "export"}`,
      });
      continue;
    }
    const fit = fitOf({ name: wire.export, extern: offered }, { name: wire.import, extern: needed });
    if (fit.kind === "unfit")
      changes.push({ id, kind: "cut", name, detail: `wired to ${peer}; ${describeMismatch(fit.mismatch)}` });
    else if (fit.kind === "exact") changes.push({ id, kind: "kept", name, detail: `wired to ${peer}` });
    else changes.push({ id, kind: "compatible", name, detail: `wired to ${peer}; ${fitNoteText(fit.notes)}` });
  }
  const old = componentOf(composition.instances.find(({ name }) => changed.has(name))?.component ?? "");
  for (const [name, extern] of next.type.imports) {
    if (old?.type.imports.has(name) || isHostInterface(name) || isTypesOnly(extern)) continue;
    changes.push({ id: `import ${name}`, kind: "missing", name, detail: "a new import; nothing satisfies it yet" });
  }
  for (const [name, extern] of next.type.exports) {
    if (old?.type.exports.has(name) || isTypesOnly(extern)) continue;
    changes.push({ id: `export ${name}`, kind: "offered", name, detail: "a new export" });
  }
  return changes;
}
