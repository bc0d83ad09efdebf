// The minimap at the bottom right: a canvas of its own, drawn in the stage's frames. Pressing or dragging on it centres the
// view there. It leaves while the view shows everything.

import { type PointerEvent, useEffect, useRef } from "react";

import {
  type Miniature,
  type MinimapNode,
  MINIMAP,
  drawMinimap,
  miniatureOf,
  toGraphPoint,
} from "../drawing/draw-minimap.ts";
import { covers } from "../geometry/rect.ts";
import { visibleRect } from "../geometry/view.ts";
import type { Stage } from "../stage/stage.ts";
import styles from "./Minimap.module.css";

/** The map may lag behind the graph: nobody looks at both, and a large graph takes a while to draw. */
const LAG_MS = 60;

export function Minimap({ stage }: { readonly stage: Stage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const miniature = useRef<Miniature>({ x: 0, y: 0, scale: 1 });
  useEffect(() => {
    const element = canvas.current!;
    const context = element.getContext("2d")!;
    element.width = MINIMAP.width * devicePixelRatio;
    element.height = MINIMAP.height * devicePixelRatio;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    let timer = 0;
    const draw = () => {
      timer = 0;
      const { scene, palette } = stage;
      const visible = visibleRect(stage.view, stage.size, railInsets(stage));
      const bounds = scene.boxes.bounds();
      const isWhole = bounds === null || covers(visible, bounds);
      element.parentElement!.hidden = isWhole;
      if (isWhole) return;
      miniature.current = miniatureOf(bounds, visible);
      drawMinimap(context, nodesOf(stage), visible, miniature.current, palette);
    };
    const drawSoon = () => {
      if (timer === 0) timer = window.setTimeout(() => requestAnimationFrame(draw), LAG_MS);
    };
    draw();
    stage.onFrame.add(drawSoon);
    const unwatch = stage.selected.watch(drawSoon);
    return () => {
      clearTimeout(timer);
      stage.onFrame.delete(drawSoon);
      unwatch();
    };
  }, [stage]);

  const goTo = (event: PointerEvent<HTMLCanvasElement>) => {
    const at = toGraphPoint(miniature.current, { x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY });
    const { view, size } = stage;
    stage.moveView({ x: size.width / 2 - at.x * view.zoom, y: size.height / 2 - at.y * view.zoom, zoom: view.zoom });
  };
  return (
    <div className={styles.minimap} data-furniture>
      <canvas
        ref={canvas}
        role="img"
        aria-label="Map of the graph"
        style={MINIMAP}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={(event) => event.buttons === 1 && goTo(event)}
      />
    </div>
  );
}

function* nodesOf({ scene, selected }: Stage): Generator<MinimapNode> {
  const chosen = selected.get();
  for (let index = 0; index < scene.nodes.length; index++) {
    const { node } = scene.nodes[index]!;
    const look = chosen.has(node.id) ? "selected" : node.problem?.severity === "error" ? "error" : "idle";
    yield { rect: scene.boxes.rect(index), look };
  }
}

function railInsets({ railWidth }: Stage) {
  return { left: railWidth, top: 0, right: railWidth, bottom: 0 };
}
