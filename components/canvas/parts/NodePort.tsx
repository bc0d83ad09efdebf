// A port: its mark centred on the node's border with a 24 × 24 target, and its name beside it. The mark looks like PortMark
// but is a plain box: thousands of them are on the page, and drawings take three times as long to paint.

import { PortMark } from "../../primitives/PortMark.tsx";
import { classes } from "../../primitives/classes.ts";
import type { CanvasPort, PortSide } from "../canvas-model.ts";
import { NODE } from "../geometry/metrics.ts";
import type { PortText } from "../geometry/node-layout.ts";
import styles from "./NodePort.module.css";

export interface NodePortProps {
  readonly port: CanvasPort;
  readonly side: PortSide;
  readonly row: number;
  /** Null where only marks show. */
  readonly text: PortText | null;
  /** What the wire that is being drawn makes of it. */
  readonly look: "fits" | "misfit" | "origin" | null;
}

export function NodePort({ port, side, row, text, look }: NodePortProps) {
  const missing = port.state === "missing";
  return (
    <div
      className={classes(styles.port, styles[side], missing && styles.missing)}
      style={{ top: NODE.bodyPadding + NODE.row * row }}
    >
      <span
        className={classes(styles.target, !missing && styles[port.shape], styles[port.state], look && styles[look])}
        style={{ color: `var(--port-${port.colour})` }}
        role="button"
        tabIndex={-1}
        aria-label={`${side} ${port.name}, ${port.state}`}
        data-port={port.name}
        data-side={side}
      >
        {missing && <PortMark shape={port.shape} state="missing" colour={port.colour} />}
      </span>
      {text && <span className={styles.name}>{text.label}</span>}
      {text && text.version !== null && <span className={styles.version}>{text.version}</span>}
    </div>
  );
}
