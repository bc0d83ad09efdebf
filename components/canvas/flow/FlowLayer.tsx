// The one place that knows React Flow. It pans, zooms and mounts the nodes it is given at their positions; everything else
// (selection, wires, dragging) is the canvas's own. Nodes come with sizes, so nothing is ever measured.

import "@xyflow/react/dist/base.css";
import { type Node, type NodeTypes, ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi } from "@xyflow/react";
import { type ComponentType, type ReactNode, useEffect, useMemo } from "react";

import { ZOOM } from "../geometry/metrics.ts";
import type { Rect } from "../geometry/rect.ts";
import type { View } from "../geometry/view.ts";

/** A node to mount: `data` goes to the node view as it is. */
export interface MountedNode<Data> {
  readonly id: string;
  readonly rect: Rect;
  /** Above the others where they overlap. */
  readonly raised: boolean;
  readonly data: Data;
}

/** Moves the view; `durationMs` 0 does it at once. */
export type SetView = (view: View, durationMs: number) => void;

export interface FlowLayerProps<Data extends Record<string, unknown>> {
  readonly nodes: readonly MountedNode<Data>[];
  /** Draws one node; must not change between renders. */
  readonly nodeView: ComponentType<{ readonly data: Data }>;
  readonly initialView: View;
  readonly onView: (view: View) => void;
  readonly onReady: (setView: SetView) => void;
}

const PAN_BUTTONS = [0, 1];
const NO_ATTRIBUTION = { hideAttribution: true };
const NO_PORTS: never[] = [];

export function FlowLayer<Data extends Record<string, unknown>>(props: FlowLayerProps<Data>): ReactNode {
  const { nodes, nodeView, initialView, onView, onReady } = props;
  const types = useMemo((): NodeTypes => ({ instance: nodeView as NodeTypes[string] }), [nodeView]);
  const mounted = useMemo(() => nodes.map(flowNodeOf), [nodes]);
  return (
    <ReactFlowProvider>
      <ReactFlow
        nodes={mounted}
        nodeTypes={types}
        defaultViewport={initialView}
        minZoom={ZOOM.min}
        maxZoom={ZOOM.max}
        onMove={(_, viewport) => onView(viewport)}
        panOnScroll
        panOnScrollSpeed={1}
        zoomOnDoubleClick={false}
        panOnDrag={PAN_BUTTONS}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        disableKeyboardA11y
        proOptions={NO_ATTRIBUTION}
      >
        <Control onReady={onReady} />
      </ReactFlow>
    </ReactFlowProvider>
  );
}

function Control({ onReady }: { readonly onReady: (setView: SetView) => void }) {
  const { setViewport, viewportInitialized } = useReactFlow();
  const store = useStoreApi();
  // The canvas around it is the application; a second one inside would only be announced twice.
  useEffect(() => store.getState().domNode?.setAttribute("role", "presentation"), [store]);
  useEffect(() => {
    if (viewportInitialized) onReady((view, durationMs) => void setViewport(view, { duration: durationMs }));
  }, [onReady, setViewport, viewportInitialized]);
  return null;
}

/** React Flow's node of a mounted one: the same object for the same, so that React Flow leaves it alone. */
const flowNodes = new WeakMap<object, Node>();

function flowNodeOf<Data extends Record<string, unknown>>(mounted: MountedNode<Data>): Node {
  const known = flowNodes.get(mounted);
  if (known) return known;
  const made = toFlowNode(mounted);
  flowNodes.set(mounted, made);
  return made;
}

function toFlowNode<Data extends Record<string, unknown>>({ id, rect, raised, data }: MountedNode<Data>): Node {
  const { x, y, width, height } = rect;
  return {
    id,
    type: "instance",
    position: { x, y },
    zIndex: raised ? 1 : 0,
    data,
    width,
    height,
    measured: { width, height },
    // Ports are plain elements of the node view; an empty list keeps React Flow from looking for its own.
    handles: NO_PORTS,
  };
}
