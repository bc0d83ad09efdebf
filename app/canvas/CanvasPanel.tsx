// The graph of the document in front: its model goes into the canvas, what a person does comes out as commands.

import { useCallback, useMemo, useState } from "react";
import { Canvas } from "../../components/canvas/Canvas.tsx";
import { ZOOM } from "../../components/canvas/geometry/metrics.ts";
import type {
  CanvasCallbacks,
  CanvasHandle,
  CanvasViewport,
  PortVerdicts,
} from "../../components/canvas/canvas-model.ts";
import { COMPONENT_DRAG_TYPE } from "../../components/library/library-drag.ts";
import { CanvasToolbar, ZoomToolbar } from "../../components/shell/CanvasToolbar.tsx";
import { printExternItem, printInterface } from "../../core/wit/print-world.ts";
import { shortcutOf } from "../commands/keys.ts";
import { execute, findCommand } from "../commands/registry.ts";
import { activeView, type ActiveView, canvasModelFor } from "../derived.ts";
import { showDialog } from "../dialogs/dialogs-store.ts";
import { activeDocument, updateDocument, useDocuments } from "../documents/documents-store.ts";
import { edit } from "../documents/edit.ts";
import { addInstance, connect, connectToWorld, moveWireEnd, select } from "../graph/graph-actions.ts";
import { showLibraryFits } from "../library/fits-store.ts";
import { canvas, keepCanvas } from "./canvas-handle.ts";
import styles from "./CanvasPanel.module.css";
import { offerFits } from "../graph/wire-fits.ts";
import { refusalCounts } from "../grants/refusals.ts";
import { shownRun, useRuns } from "../run/run-store.ts";
import { verdictsFor } from "./verdicts.ts";

export function CanvasPanel({ view }: { readonly view: ActiveView }) {
  const document = useDocuments((state) => activeDocument(state));
  const [zoom, setZoom] = useState(document?.viewport?.zoom ?? 1);
  const ref = useCallback((handle: CanvasHandle | null) => keepCanvas(handle), []);
  const onViewportChange = useCallback(
    (viewport: CanvasViewport) => {
      setZoom(viewport.zoom);
      updateDocument(view.id, (open) => ({ ...open, viewport }));
    },
    [view.id],
  );
  const refused = useRuns((state) => shownRun(view.id, state)?.refusals);
  const refusals = useMemo(() => refused && refusalCounts(refused), [refused]);
  const callbacks = useMemo(() => callbacksFor(view.id), [view.id]);
  if (!document) return null;
  return (
    <div className={styles.panel}>
      <Canvas
        key={view.id}
        ref={ref}
        model={canvasModelFor(view, refusals)}
        selection={document.selection}
        initialViewport={document.viewport ?? undefined}
        onViewportChange={onViewportChange}
        {...callbacks}
      />
      <div className={styles.topLeft}>
        <CanvasToolbar
          view={null}
          undo={historyStep("edit.undo", document.history.past.at(-1)?.label)}
          redo={historyStep("edit.redo", document.history.future[0]?.label)}
          onTidy={() => void execute("graph.tidy")}
          tidyDisabledReason={findCommand("graph.tidy")?.disabledReason?.()}
        />
      </div>
      <div className={styles.topRight}>
        <ZoomToolbar
          zoom={zoom}
          bounds={ZOOM}
          onZoomIn={() => canvas()?.zoomIn()}
          onZoomOut={() => canvas()?.zoomOut()}
          onZoomReset={() => canvas()?.zoomTo(1)}
          onFit={() => canvas()?.fit()}
        />
      </div>
    </div>
  );
}

function historyStep(id: string, label: string | undefined): Parameters<typeof CanvasToolbar>[0]["undo"] {
  const command = findCommand(id);
  const title = command?.title ?? "";
  return {
    label: label === undefined ? title : `${title} ${label}`,
    shortcut: shortcutOf(id) ?? "",
    disabledReason: command?.disabledReason?.() ?? null,
    onPress: () => void execute(id),
  };
}

function callbacksFor(id: string): CanvasCallbacks {
  const withView = <T,>(use: (view: ActiveView) => T, otherwise: T): T => {
    const view = activeView();
    return view?.id === id ? use(view) : otherwise;
  };
  return {
    onMoveNodes: (moves) => {
      const positions = new Map(moves.map((move) => [move.id, move.position]));
      const names = [...positions.keys()];
      const label = names.length === 1 ? `moving ${names[0]}` : `moving ${names.length} instances`;
      edit([{ kind: "move", positions }], { label });
    },
    onSelect: select,
    verdictsFor: (end) =>
      withView<PortVerdicts>(({ composition, componentOf }) => verdictsFor(composition, componentOf, end), new Map()),
    onWiring: (end) => showLibraryFits(end),
    onConnect: connect,
    onMoveWireEnd: moveWireEnd,
    onConnectToWorld: connectToWorld,
    onDropInSpace: (end, at, screen) => showDialog({ kind: "candidates", end, at, screen }),
    onDropItem: (data, at) => {
      offerFits(addInstance({ sha256: data.getData(COMPONENT_DRAG_TYPE), position: at }));
    },
    onContextMenu: (target, screen) => showDialog({ kind: "context-menu", target, screen }),
    onOpenNode: (node) => {
      select({ nodes: [node] });
      void execute("view.show-inspector");
    },
    portDetails: ({ node, side, port }) =>
      withView(({ composition, componentOf }) => {
        const key = composition.instances.find(({ name }) => name === node)?.component;
        const type = key === undefined ? undefined : componentOf(key)?.type;
        if (!type) return null;
        const wit = printInterface(type, side, port) ?? printExternItem(type, side, port);
        return wit === "" ? null : { title: port, wit };
      }, null),
  };
}
