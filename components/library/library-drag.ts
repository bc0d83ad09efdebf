// How a component leaves the library: by its key, under a type of our own.
// Bytes never travel with a drag.

import type { DragEvent } from "react";

import type { LibraryRow } from "./library-model.ts";

/** Carries a library key; whoever accepts components reads this type. */
export const COMPONENT_DRAG_TYPE = "application/x-witloom-component";

/** What makes an element of a row draggable, once the component has been read. */
export function dragProps(row: LibraryRow) {
  return {
    draggable: row.state.kind === "ready",
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(COMPONENT_DRAG_TYPE, row.key);
      event.dataTransfer.setData("text/plain", row.name);
      event.dataTransfer.effectAllowed = "copy";
    },
  };
}
