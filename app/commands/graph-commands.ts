// The graph: what a person does to it by hand stands here for scripts, with layout and replacing.

import type { PortEnd } from "../../components/canvas/canvas-model.ts";
import { findInstance, type Wire } from "../../core/graph/composition.ts";
import { activeView } from "../derived.ts";
import { showDialog } from "../dialogs/dialogs-store.ts";
import { activeDocument } from "../documents/documents-store.ts";
import { edit, wireId } from "../documents/edit.ts";
import { tidy } from "../documents/tidy.ts";
import { addInstance, connect, connectToWorld, moveWireEnd, select } from "../graph/graph-actions.ts";
import { openFits, wireFits } from "../graph/wire-fits.ts";
import { startRenaming } from "../inspector/renaming-store.ts";
import { useLibrary } from "../library/library-store.ts";
import { showInspector } from "../preferences/panels.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "Graph";

function noInstances(): string | null {
  return activeDocument()?.history.present.composition.instances.length ? null : "There is no instance yet";
}

/** The selected instances, if all are of one component. */
function selectedOfOneComponent(): readonly string[] | null {
  const active = activeDocument();
  if (!active) return null;
  const { composition } = active.history.present;
  const components = new Set(active.selection.nodes.map((name) => findInstance(composition, name)?.component));
  return components.size === 1 ? active.selection.nodes : null;
}

interface AddInstanceArguments {
  /** The key of a library entry. */
  readonly component: string;
  readonly x?: number;
  readonly y?: number;
}

export const GRAPH_COMMANDS: readonly AnyCommand[] = [
  { id: "graph.tidy", title: "Tidy layout", group: GROUP, keys: ["Shift+T"], disabledReason: noInstances, run: tidy },
  {
    id: "graph.rename-selected",
    title: "Rename…",
    group: GROUP,
    keys: ["F2"],
    disabledReason: () => (activeDocument()?.selection.nodes.length === 1 ? null : "Select one instance first"),
    run: () => {
      showInspector();
      startRenaming(activeDocument()!.selection.nodes[0]!);
    },
  },
  {
    id: "graph.wire-fits",
    title: "Wire what fits",
    group: GROUP,
    keys: ["Shift+W"],
    disabledReason: () => {
      const view = activeView();
      return view && openFits(view).length > 0 ? null : "No open import has exactly one export that fits";
    },
    run: wireFits,
  },
  {
    id: "graph.replace",
    title: "Replace the component…",
    group: GROUP,
    disabledReason: () => (selectedOfOneComponent() ? null : "Select instances of one component first"),
    run: () => {
      const instances = selectedOfOneComponent();
      if (instances) showDialog({ kind: "replacements", instances });
    },
  },
  {
    id: "graph.add-instance",
    title: "Add an instance",
    group: GROUP,
    scripted: true,
    run: ({ component, x = 0, y = 0 }: AddInstanceArguments) => {
      const entry = [...useLibrary.getState().entries.values()].find(({ key }) => key === component);
      if (!entry) throw new Error(`The library has no ${component}`);
      addInstance({ sha256: entry.sha256, position: { x, y } });
    },
  },
  {
    id: "graph.connect",
    title: "Wire two ports",
    group: GROUP,
    scripted: true,
    run: ({ consumer, import: name, provider, export: exported }: Wire) => {
      connect({ node: provider, side: "export", port: exported }, { node: consumer, side: "import", port: name });
    },
  },
  {
    id: "graph.disconnect",
    title: "Cut a wire",
    group: GROUP,
    scripted: true,
    run: (wire: Pick<Wire, "consumer" | "import">) => moveWireEnd(wireId(wire), null),
  },
  {
    id: "graph.connect-to-world",
    title: "Join with the world",
    group: GROUP,
    scripted: true,
    run: (end: PortEnd) => connectToWorld(end),
  },
  {
    id: "graph.rename",
    title: "Rename an instance",
    group: GROUP,
    scripted: true,
    run: ({ name, to }: { name: string; to: string }) => {
      if (edit([{ kind: "rename-instance", name, to }], { label: `renaming ${name}` })) select({ nodes: [to] });
    },
  },
];
