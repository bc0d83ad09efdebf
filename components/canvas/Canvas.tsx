// The canvas: a graph of instances and wires that a person reads, arranges and joins. Props in, callbacks out; it keeps
// nothing but the view and what is under way. Plain drag on the background pans, Shift-drag selects by a rectangle, the
// wheel scrolls, Ctrl or Command with the wheel zooms, the middle button or Space pans anywhere.

import { type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";

import type { CanvasCallbacks, CanvasHandle, CanvasModel, CanvasViewport, Selection } from "./canvas-model.ts";
import styles from "./Canvas.module.css";
import { HintBar } from "./parts/HintBar.tsx";
import { HoverCard } from "./parts/HoverCard.tsx";
import { LandingGhost } from "./parts/LandingGhost.tsx";
import { Minimap } from "./parts/Minimap.tsx";
import { MisfitPopover } from "./parts/MisfitPopover.tsx";
import { NodeLayer } from "./parts/NodeLayer.tsx";
import { SelectingBox } from "./parts/SelectingBox.tsx";
import { WorldRail } from "./parts/WorldRail.tsx";
import { useCell } from "./stage/cell.ts";
import { handleOf } from "./stage/handle.ts";
import { listen, watchSize } from "./stage/listen.ts";
import { Stage, type StageInputs } from "./stage/stage.ts";

export interface CanvasProps extends CanvasCallbacks {
  readonly model: CanvasModel;
  readonly selection: Selection;
  /** What was visible when the canvas was last seen; without it the first view shows the whole graph. */
  readonly initialViewport?: CanvasViewport | undefined;
  /** Told at most ten times a second while the view moves, and once it rests. */
  readonly onViewportChange?: ((viewport: CanvasViewport) => void) | undefined;
  readonly ref?: Ref<CanvasHandle> | undefined;
}

export function Canvas(props: CanvasProps) {
  const { model, selection, ref } = props;
  const [stage] = useState(() => new Stage(inputsOf(props)));
  const root = useRef<HTMLDivElement>(null);
  const rest = useRef<HTMLCanvasElement>(null);
  const live = useRef<HTMLCanvasElement>(null);
  const helpId = useId();
  const isOpen = useCell(stage.mounted) !== null;
  const detail = useCell(stage.detail);
  const isWiring = useCell(stage.drawn) !== null;

  useLayoutEffect(() => stage.update(inputsOf(props)));
  useLayoutEffect(() => {
    stage.attach({ root: root.current!, rest: rest.current!, live: live.current! });
    return () => stage.detach();
  }, [stage]);
  useEffect(() => watchSize(stage), [stage]);
  useEffect(() => (isOpen ? listen(stage) : undefined), [stage, isOpen]);
  useImperativeHandle(ref, () => handleOf(stage), [stage]);

  return (
    <div
      ref={root}
      className={styles.canvas}
      role="application"
      aria-label="Graph of instances"
      aria-describedby={helpId}
      tabIndex={0}
      data-detail={detail}
      data-wiring={isWiring || undefined}
    >
      {isOpen && <NodeLayer stage={stage} />}
      <canvas ref={rest} className={styles.rest} aria-hidden />
      <canvas ref={live} className={styles.live} aria-hidden />
      {isOpen && (
        <>
          <WorldRail stage={stage} side="left" rail={model.worldImports} selection={selection} />
          <WorldRail stage={stage} side="right" rail={model.worldExports} selection={selection} />
          <Minimap stage={stage} />
          <SelectingBox stage={stage} />
          <LandingGhost stage={stage} />
          <HintBar stage={stage} />
          <MisfitPopover stage={stage} />
          <HoverCard stage={stage} />
        </>
      )}
      <p id={helpId} className={styles.unseen}>
        Tab goes from instance to instance. Arrow keys go to its ports, or move it while it is selected; with Alt they
        always go to its ports. Space selects, Enter opens it. On a port, Enter draws a wire. With nothing selected,
        arrow keys move the view.
      </p>
      <Announcer stage={stage} />
    </div>
  );
}

function Announcer({ stage }: { readonly stage: Stage }) {
  return (
    <div className={styles.unseen} aria-live="polite">
      {useCell(stage.announcement)}
    </div>
  );
}

function inputsOf(props: CanvasProps): StageInputs {
  return {
    model: props.model,
    selection: props.selection,
    callbacks: props,
    initialViewport: props.initialViewport ?? null,
    onViewportChange: props.onViewportChange ?? null,
  };
}
