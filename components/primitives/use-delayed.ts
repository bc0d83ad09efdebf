// Waiting that is over soon isn't worth showing: a flag that only rises after a while.
// It falls at once, so nothing lingers after the work is done.

import { useEffect, useState } from "react";

/** Under this, work looks instant and an indicator would only flicker. */
const PATIENCE_MS = 300;

/** True once `active` has been true for `delayMs`; false at once when it no longer is. */
export function useDelayed(active: boolean, delayMs: number = PATIENCE_MS): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLate(true), delayMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active, delayMs]);
  return active && late;
}
