// A small picture of a composition, drawn from its graph.
// It is decorative: the words beside it say what it shows.

import styles from "./GraphThumbnail.module.css";
import { layoutThumbnail, type TinyGraph } from "./thumbnail-layout.ts";
import { routeWires } from "./thumbnail-wires.ts";

/** Smaller graphs keep their size; larger ones shrink to this. */
const FRAME = { width: 208, height: 84 };

export function GraphThumbnail({ graph }: { readonly graph: TinyGraph }) {
  const thumbnail = layoutThumbnail(graph);
  const { width, height, boxes } = thumbnail;
  const paths = routeWires(graph, thumbnail);
  const scale = Math.min(1, FRAME.width / width, FRAME.height / height);
  return (
    <svg width={width * scale} height={height * scale} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {paths.map(({ id, d, colour }) => (
        <path key={id} className={styles.wire} d={d} style={{ stroke: `var(--port-${colour})` }} />
      ))}
      {boxes.map((box) => (
        <g key={box.item}>
          <rect className={styles.box} x={box.x} y={box.y} width={box.width} height={box.height} rx="3.5" />
          <path className={styles.title} d={`M${box.x + 6} ${box.y + 7}h21`} />
        </g>
      ))}
      {paths.map(({ id, start, end, colour }) => (
        <g key={id} style={{ fill: `var(--port-${colour})` }}>
          <circle cx={start.x} cy={start.y} r="2.6" />
          <circle cx={end.x} cy={end.y} r="2.6" />
        </g>
      ))}
    </svg>
  );
}
