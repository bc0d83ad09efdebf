// The mark of a port: a circle for functions only, a diamond where handles may cross; filled when wired, hollow when free,
// a dashed red ring with "!" when nothing supplies it.

import type { PortColour } from "../canvas/canvas-model.ts";
import styles from "./PortMark.module.css";

export interface PortMarkProps {
  readonly shape: "circle" | "diamond";
  readonly state: "free" | "wired" | "missing";
  readonly colour: PortColour;
}

export function PortMark({ shape, state, colour }: PortMarkProps) {
  return (
    <svg
      className={styles.mark}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      style={{ color: state === "missing" ? "var(--error)" : `var(--port-${colour})` }}
      aria-hidden
    >
      {state === "missing" ? <Missing /> : <Known shape={shape} filled={state === "wired"} />}
    </svg>
  );
}

function Known({ shape, filled }: { readonly shape: PortMarkProps["shape"]; readonly filled: boolean }) {
  const className = filled ? styles.filled : styles.hollow;
  return shape === "diamond" ? (
    <path className={className} d="M7 1.8 12.2 7 7 12.2 1.8 7Z" strokeLinejoin="round" />
  ) : (
    <circle className={className} cx="7" cy="7" r="4.1" />
  );
}

function Missing() {
  return (
    <>
      <circle className={styles.hollow} cx="7" cy="7" r="5.4" strokeDasharray="2.4 2" />
      <path className={styles.stroke} d="M7 4.3v3.2M7 9.6v.1" />
    </>
  );
}
