// Things that are dragged over an element and dropped on it.
// Drags of other kinds pass by.

import { type DragEvent, useRef, useState } from "react";

export interface Drop {
  /** Something that would be taken hovers over the element now. */
  readonly over: boolean;
  /** To be spread on the element. */
  readonly handlers: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onDropCapture: () => void;
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the browser calls files and folders in a drag. */
export const FILES = "Files";

/**
 * `onDrop` gets the whole transfer, because folders are only in its `items`, and where it was, in client pixels. `types`
 * are those that are taken.
 */
export function useDrop(types: readonly string[], onDrop: (data: DataTransfer, point: Point) => void): Drop {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent: only the balance tells when the drag is gone.
  const depth = useRef(0);
  const settle = (change: number) => {
    depth.current = Math.max(0, depth.current + change);
    setOver(depth.current > 0);
  };
  const wanted = (event: DragEvent) => types.some((type) => event.dataTransfer.types.includes(type));
  return {
    over,
    handlers: {
      onDragEnter: (event) => {
        if (wanted(event)) settle(1);
      },
      onDragOver: (event) => {
        if (!wanted(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
      },
      onDragLeave: (event) => {
        if (wanted(event)) settle(-1);
      },
      // Whoever takes it, the drag is over.
      onDropCapture: () => settle(-depth.current),
      onDrop: (event) => {
        if (!wanted(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onDrop(event.dataTransfer, { x: event.clientX, y: event.clientY });
      },
    },
  };
}
