// The arrow keys in a list whose rows can be focused.
// Rows stay in the order of Tab as well: arrows are a shortcut, not the only way.

import type { KeyboardEvent } from "react";

/** Moves the focus among the elements that match `selector` inside the list; true if the key was one of these. */
export function moveFocusByArrows(event: KeyboardEvent<HTMLElement>, selector: string): boolean {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const from = rows.findIndex((row) => row === document.activeElement);
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (from < 0 || to === undefined) return false;
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
  event.preventDefault();
  return true;
}
