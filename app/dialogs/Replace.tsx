// Before a component is replaced: what that keeps, cuts and opens.

import { ReplaceDialog } from "../../components/dialogs/ReplaceDialog.tsx";
import { findInstance } from "../../core/graph/composition.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import type { Component } from "../../core/wit/read.ts";
import { languageOf } from "../canvas/languages.ts";
import type { ActiveView } from "../derived.ts";
import { edit } from "../documents/edit.ts";
import { referenceTo } from "../graph/graph-actions.ts";
import { useLibrary } from "../library/library-store.ts";
import { closeDialog } from "./dialogs-store.ts";
import { replaceChanges } from "./replace-changes.ts";

export interface ReplaceProps {
  readonly view: ActiveView;
  readonly instances: readonly string[];
  readonly sha256: string;
}

export function Replace({ view, instances, sha256 }: ReplaceProps) {
  const entry = useLibrary(({ entries }) => entries.get(sha256));
  if (!entry?.component) return null;
  const current = findInstance(view.composition, instances[0] ?? "")?.component ?? "";
  return (
    <ReplaceDialog
      open
      instances={instances}
      from={sideOf(current, view.componentOf(current))}
      to={sideOf(entry.key, entry.component)}
      changes={replaceChanges(view.composition, view.componentOf, instances, entry.component)}
      onReplace={() => {
        closeDialog();
        const component = referenceTo(sha256);
        if (component)
          edit([{ kind: "replace-component", names: instances, component }], { label: "replacing a component" });
      }}
      onClose={closeDialog}
    />
  );
}

function sideOf(key: string, component: Component | undefined): Parameters<typeof ReplaceDialog>[0]["from"] {
  const parts = parseComponentKey(key);
  return {
    name: parts ? `${parts.namespace}:${parts.name}` : key,
    version: parts?.version ?? null,
    language: component ? languageOf(component.producers) : null,
  };
}
