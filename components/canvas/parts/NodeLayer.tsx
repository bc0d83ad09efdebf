// Mounts the nodes near the view through the flow layer, each with its look. Unchanged nodes keep their objects, so that a
// changed look renders one node and not all.

import { useLayoutEffect, useMemo } from "react";

import { FlowLayer, type MountedNode } from "../flow/FlowLayer.tsx";
import { lookKey, lookOf } from "../scene/looks.ts";
import { useCell } from "../stage/cell.ts";
import type { Stage } from "../stage/stage.ts";
import { NodeCard, type NodeCardData } from "./NodeCard.tsx";

type Known = Map<string, { readonly key: string; readonly mounted: MountedNode<NodeCardData> }>;

export function NodeLayer({ stage, helpId }: { readonly stage: Stage; readonly helpId: string }) {
  const nodes = useMountedNodes(stage, helpId);
  useLayoutEffect(() => stage.gesture?.mounted?.(), [stage, nodes]);
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

function useMountedNodes(stage: Stage, helpId: string): readonly MountedNode<NodeCardData>[] {
  const shown = useCell(stage.mounted);
  const selected = useCell(stage.selected);
  const drawn = useCell(stage.drawn);
  const known = useMemo((): Known => new Map(), []);
  return useMemo(() => {
    if (!shown) return [];
    const kept: Known = new Map();
    const nodes = shown.nodes.map(({ index, whole }) => {
      const { node, layout } = shown.scene.nodes[index]!;
      const look = lookOf(node, selected.has(node.id), drawn);
      const key = `${lookKey(look)} ${whole}`;
      const before = known.get(node.id);
      const same = before?.key === key && before.mounted.data.node === node && before.mounted.data.layout === layout;
      const rect = { ...node.position, width: layout.width, height: layout.height };
      const data = { node, layout, look, whole, helpId };
      const mounted = same ? before.mounted : { id: node.id, rect, raised: look.selected, data };
      kept.set(node.id, { key, mounted });
      return mounted;
    });
    known.clear();
    for (const [id, entry] of kept) known.set(id, entry);
    return nodes;
  }, [shown, selected, drawn, known, helpId]);
}
