// Mounts the nodes near the view through the flow layer, each with its look. Unchanged nodes keep their objects, so that a
// changed look renders one node and not all.

import { useMemo, useState } from "react";

import { FlowLayer, type MountedNode } from "../flow/FlowLayer.tsx";
import { type DrawnWire, lookKey, lookOf } from "../scene/looks.ts";
import { useCell } from "../stage/cell.ts";
import type { Mounted } from "../stage/mounting.ts";
import type { Stage } from "../stage/stage.ts";
import { NodeCard, type NodeCardData } from "./NodeCard.tsx";

export function NodeLayer({ stage }: { readonly stage: Stage }) {
  const mounted = useCell(stage.mounted);
  const selected = useCell(stage.selected);
  const drawn = useCell(stage.drawn);
  const [kept] = useState(() => new KeptNodes(stage.nodePlaced));
  const nodes = useMemo(
    () => (mounted ? kept.nodesOf(mounted, selected, drawn) : []),
    [kept, mounted, selected, drawn],
  );
  return (
    <FlowLayer
      nodes={nodes}
      nodeView={NodeCard}
      initialView={stage.view}
      onView={stage.viewChanged}
      onReady={stage.takeControl}
    />
  );
}

/** The nodes of the last render, by name. */
class KeptNodes {
  readonly #onPlaced: NodeCardData["onPlaced"];
  readonly #known = new Map<string, { readonly key: string; readonly mounted: MountedNode<NodeCardData> }>();

  constructor(onPlaced: NodeCardData["onPlaced"]) {
    this.#onPlaced = onPlaced;
  }

  nodesOf(
    { scene, nodes }: Mounted,
    selected: ReadonlySet<string>,
    drawn: DrawnWire | null,
  ): readonly MountedNode<NodeCardData>[] {
    const known = new Map(this.#known);
    this.#known.clear();
    return nodes.map(({ index, whole }) => {
      const { node, layout } = scene.nodes[index]!;
      const look = lookOf(node, selected.has(node.id), drawn);
      const key = `${lookKey(look)} ${whole}`;
      const before = known.get(node.id);
      const same = before?.key === key && before.mounted.data.node === node && before.mounted.data.layout === layout;
      const rect = { ...node.position, width: layout.width, height: layout.height };
      const data = { node, layout, look, whole, onPlaced: this.#onPlaced };
      const mounted = same ? before.mounted : { id: node.id, rect, raised: look.selected, data };
      this.#known.set(node.id, { key, mounted });
      return mounted;
    });
  }
}
