// The rows of a console that are on the screen, and the habit of staying at the end while it grows.
// Scrolling up stops following; being at the end, or asking for it, starts it again.

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";

const CONSOLE_ROW_HEIGHT = 18;

/** How far from the end, in pixels, still counts as being there. */
const AT_END = 24;

/** `count` rows in a scrolling element; `wrap` measures each row, else all are of one height. */
export function useConsoleRows(count: number, wrap: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  // oxlint-disable-next-line react/incompatible-library -- its functions are read in render on purpose
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => CONSOLE_ROW_HEIGHT,
    overscan: 20,
  });

  useEffect(() => {
    if (following && count > 0) rows.scrollToIndex(count - 1, { align: "end" });
  }, [rows, following, count]);
  useEffect(() => rows.measure(), [rows, wrap]);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    setFollowing(element.scrollHeight - element.scrollTop - element.clientHeight < AT_END);
  };
  return { scroller, rows, following, setFollowing, onScroll };
}
