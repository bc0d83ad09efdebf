// The inspector of what is selected: an instance, a wire, several things, or the composition itself.

import { Copy, Trash2 } from "lucide-react";
import { MultiSelection, type SelectedThing } from "../../components/inspector/SelectionInspector.tsx";
import { InspectorFrame } from "../../components/inspector/InspectorFrame.tsx";
import { InspectorHeader } from "../../components/inspector/InspectorHeader.tsx";
import { WorldInspector } from "../../components/inspector/WorldInspector.tsx";
import { LanguageMark } from "../../components/primitives/LanguageMark.tsx";
import { findInstance } from "../../core/graph/composition.ts";
import { languageOf } from "../canvas/languages.ts";
import { execute } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { activeDocument, useDocuments } from "../documents/documents-store.ts";
import { renameActive, titleProblem } from "../documents/document-actions.ts";
import { wireId } from "../documents/edit.ts";
import { countOf } from "../graph/graph-actions.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import { InstanceInspector } from "./InstanceInspector.tsx";
import { worldExportsOf, worldImportsOf } from "./inspected-ports.ts";
import { useRenameState } from "./renaming-store.ts";
import { goToTarget, targetId } from "./targets.ts";
import { WireSelection } from "./WireSelection.tsx";
import { composedWorld } from "./composed-world.ts";

export function InspectorPanel({ view }: { readonly view: ActiveView }) {
  const selection = useDocuments((state) => activeDocument(state)?.selection);
  if (!selection) return null;
  const { nodes, wires, worldImports, worldExports } = selection;
  const count = nodes.length + wires.length + worldImports.length + worldExports.length;
  const instance = count === 1 && nodes[0] !== undefined ? findInstance(view.composition, nodes[0]) : undefined;
  if (instance) return <InstanceInspector key={instance.name} view={view} instance={instance} />;
  const wire = count === 1 ? view.composition.wires.find((candidate) => wireId(candidate) === wires[0]) : undefined;
  if (wire) return <WireSelection view={view} wire={wire} />;
  if (nodes.length + wires.length > 1) {
    return (
      <MultiSelection
        title={`${countOf(selection)} selected`}
        things={thingsIn(view, nodes, wires)}
        onSelect={goToTarget}
        actions={[
          { label: "Duplicate", glyph: Copy, onSelect: () => void execute("edit.duplicate") },
          { label: "Delete", glyph: Trash2, danger: true, onSelect: () => void execute("edit.delete") },
        ]}
      />
    );
  }
  return <World view={view} />;
}

function thingsIn(view: ActiveView, nodes: readonly string[], wires: readonly string[]): SelectedThing[] {
  const instances = nodes.map((name): SelectedThing => {
    const key = findInstance(view.composition, name)?.component ?? "";
    const component = view.componentOf(key);
    const mark = <LanguageMark language={component ? languageOf(component.producers) : null} />;
    return { id: targetId("node", name), name, detail: key.replace("@", " "), mark };
  });
  const joined = view.composition.wires
    .filter((wire) => wires.includes(wireId(wire)))
    .map((wire): SelectedThing => {
      const name = `${wire.provider} → ${wire.consumer}`;
      return { id: targetId("wire", wireId(wire)), name, detail: wire.import, mark: null };
    });
  return [...instances, ...joined];
}

function World({ view }: { readonly view: ActiveView }) {
  const imports = worldImportsOf(view);
  const exports = worldExportsOf(view);
  const { packageName } = view.composition;
  const renameState = useRenameState();
  return (
    <InspectorFrame
      tab="world"
      onTabChange={() => undefined}
      tabs={[{ id: "world", title: "World" }]}
      header={
        <InspectorHeader
          mark={null}
          name={parseComponentKey(packageName)?.name ?? packageName}
          detail={`${packageName.replace("@", " ")} · ${view.composition.instances.length} instances`}
          rename={{ ...renameState, label: "Name of the composition", validate: titleProblem, onRename: renameActive }}
          actions={[]}
        />
      }
    >
      <WorldInspector
        imports={imports.ports}
        foldedImports={imports.folded}
        exports={exports.ports}
        wit={composedWorld(view)}
        onSelectPeer={goToTarget}
      />
    </InspectorFrame>
  );
}
