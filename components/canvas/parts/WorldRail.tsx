// A rail: the world's imports at the canvas's left border or its exports at the right one. Items keep level with the ports
// they are joined with, so they move with the view: their elements are placed in the stage's frames, not by rendering.

import { type MouseEvent, type RefObject, useLayoutEffect, useRef } from "react";

import { PortMark } from "../../primitives/PortMark.tsx";
import { classes } from "../../primitives/classes.ts";
import type { Rail, RailItem, Selection } from "../canvas-model.ts";
import type { RailSide } from "../geometry/rail-layout.ts";
import { useCell } from "../stage/cell.ts";
import { addsToSelection, clicked } from "../stage/selecting.ts";
import type { Stage } from "../stage/stage.ts";
import styles from "./WorldRail.module.css";

export interface WorldRailProps {
  readonly stage: Stage;
  readonly side: RailSide;
  readonly rail: Rail;
  readonly selection: Selection;
}

export function WorldRail({ stage, side, rail, selection }: WorldRailProps) {
  const root = useRef<HTMLElement>(null);
  useItemPlaces(stage, side, root);
  const drawn = useCell(stage.drawn);
  const kind = side === "left" ? "worldImports" : "worldExports";
  const open = drawn !== null && drawn.picked === null && (drawn.end.side === "import") === (side === "left");
  const select = (item: RailItem, event: MouseEvent) => {
    const thing = { kind, name: item.name } as const;
    stage.inputs.callbacks.onSelect(clicked(stage.inputs.selection, thing, addsToSelection(event)));
  };
  const askForMenu = (item: RailItem, event: MouseEvent) => {
    event.preventDefault();
    const target = { kind: side === "left" ? "world-import" : "world-export", id: item.name, port: null } as const;
    stage.inputs.callbacks.onContextMenu(target, { x: event.clientX, y: event.clientY });
  };
  return (
    <section
      ref={root}
      className={classes(
        styles.rail,
        styles[side],
        open && styles.open,
        open && drawn.target?.kind === "world" && styles.over,
      )}
      aria-label={`${rail.title}, ${rail.detail}`}
      data-furniture
      data-rail={side}
    >
      <header className={styles.header}>
        <strong>{rail.title}</strong>
        {open ? <span className={styles.hint}>drop to {side === "left" ? "import" : "export"}</span> : rail.detail}
      </header>
      {rail.items.map((item) => (
        <button
          key={item.name}
          type="button"
          className={classes(styles.item, selection[kind].includes(item.name) && styles.selected)}
          aria-pressed={selection[kind].includes(item.name)}
          aria-label={`${item.name}${item.state === "error" ? ", error" : ""}`}
          title={item.name}
          onClick={(event) => select(item, event)}
          onContextMenu={(event) => askForMenu(item, event)}
          data-item={item.name}
        >
          <span className={classes(styles.text, item.state === "error" && styles.failing)}>
            {item.label}
            <span className={styles.detail}>{item.detail}</span>
          </span>
          <span className={styles.mark}>
            <PortMark shape={item.shape} state={item.ends.length > 0 ? "wired" : "free"} colour={item.colour} />
          </span>
        </button>
      ))}
      {rail.folded !== null && <div className={styles.folded}>{rail.folded}</div>}
    </section>
  );
}

/** Places the items and the folded note whenever the stage has moved them. */
function useItemPlaces(stage: Stage, side: RailSide, root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const place = () => {
      const { items, foldedTop } = stage.placements[side];
      root.current!.querySelectorAll<HTMLElement>(`.${styles["item"]}`).forEach((element, i) => {
        element.style.transform = `translateY(calc(${items[i] ?? 0}px - 50%))`;
      });
      const folded = root.current!.querySelector<HTMLElement>(`.${styles["folded"]}`);
      if (folded) folded.style.transform = `translateY(${foldedTop}px)`;
    };
    place();
    stage.onFrame.add(place);
    return () => {
      stage.onFrame.delete(place);
    };
  }, [stage, side, root]);
}
