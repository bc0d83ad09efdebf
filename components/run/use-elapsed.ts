// A clock that only ticks while something runs.
// Ten times a second is as fast as a tenth of a second can be read.

import { useEffect, useState } from "react";

const TICK_MS = 100;

/** Milliseconds since `startedAtMs` of `performance.now()`; null stops the clock. */
export function useElapsed(startedAtMs: number | null): number {
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    if (startedAtMs === null) return undefined;
    const tick = () => setNowMs(performance.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [startedAtMs]);
  return startedAtMs === null ? 0 : Math.max(0, nowMs - startedAtMs);
}
