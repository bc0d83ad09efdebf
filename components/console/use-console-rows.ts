// The rows of a console that are on the screen, and the habit of staying at the end while it grows.
// Scrolling up stops following; being at the end, or asking for it, starts it again.

import { useEffect, useState } from "react";

import { useVirtualRows } from "../primitives/use-virtual-rows.ts";

const CONSOLE_ROW_HEIGHT = 18;

/** How far from the end, in pixels, still counts as being there. */
const AT_END = 24;

/** `count` rows in a scrolling element; `wrap` measures each row, else all are of one height. */
export function useConsoleRows(count: number, wrap: boolean) {
  const { scroller, rows } = useVirtualRows(count, CONSOLE_ROW_HEIGHT);
  const [following, setFollowing] = useState(true);

  useEffect(() => {
    if (following && count > 0) rows.scrollToIndex(count - 1, { align: "end" });
  }, [rows, following, count]);
  useEffect(() => {
    // Rows that were measured while they wrapped are of one height again.
    if (!wrap) rows.measure();
  }, [rows, wrap]);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    setFollowing(element.scrollHeight - element.scrollTop - element.clientHeight < AT_END);
  };
  return { scroller, rows, following, setFollowing, onScroll };
}
