// The bar at the bottom while a wire is being drawn: what the port needs or offers, and the keys that help.

import { Keycap } from "../../primitives/Keycap.tsx";
import { PortMark } from "../../primitives/PortMark.tsx";
import { useCell } from "../stage/cell.ts";
import type { Stage } from "../stage/stage.ts";
import { placeOf } from "../scene/scene.ts";
import styles from "./HintBar.module.css";

export function HintBar({ stage }: { readonly stage: Stage }) {
  const drawn = useCell(stage.drawn);
  if (!drawn) return null;
  const place = placeOf(stage.scene, drawn.end);
  if (!place) return null;
  const { node } = stage.scene.nodes[place.node]!;
  const port = (place.side === "import" ? node.imports : node.exports)[place.row]!;
  return (
    <div className={styles.bar} data-furniture>
      <span className={styles.part}>
        <PortMark shape={port.shape} state="free" colour={port.colour} />
        <span>
          {node.title} {place.side === "import" ? "needs" : "offers"} <strong>{port.name}</strong>
        </span>
      </span>
      <span className={styles.rule} />
      {drawn.fits > 0 ? (
        <>
          <span className={styles.part}>
            <Keycap keys="Tab" /> <span className={styles.muted}>next fit</span>
          </span>
          <span className={styles.part}>
            <Keycap keys="↵" /> <span className={styles.muted}>connect</span>
          </span>
        </>
      ) : (
        <span className={styles.muted}>nothing here fits; drop in space to see what would</span>
      )}
    </div>
  );
}
