// A card beside a port that keeps inside the canvas: it is measured before it is seen.

import { type ReactNode, useLayoutEffect, useRef } from "react";

import type { Point } from "../geometry/rect.ts";
import { popoverPlace } from "../stage/popovers.ts";
import type { Stage } from "../stage/stage.ts";
import { classes } from "../../primitives/classes.ts";
import styles from "./Popover.module.css";

export interface PopoverProps {
  readonly stage: Stage;
  /** Local pixels. */
  readonly anchor: Point;
  readonly className: string | undefined;
  readonly role: "status" | "tooltip";
  readonly children: ReactNode;
}

export function Popover({ stage, anchor, className, role, children }: PopoverProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { offsetWidth, offsetHeight, style } = element.current!;
    const place = popoverPlace(anchor, { width: offsetWidth, height: offsetHeight }, stage.size);
    style.left = `${place.x}px`;
    style.top = `${place.y}px`;
  });
  return (
    <div ref={element} className={classes(styles.popover, className)} role={role} data-furniture>
      {children}
    </div>
  );
}
