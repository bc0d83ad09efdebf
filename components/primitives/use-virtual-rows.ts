// A long list of which only the rows on the screen are elements.

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";

/** Rows above and below what is seen, so that keys and quick scrolling find some. */
const OVERSCAN = 20;

/** `count` rows of about `height` pixels in the element that `scroller` is given to. */
export function useVirtualRows(count: number, height: number) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are read in render on purpose
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
  });
  return { scroller, rows };
}
