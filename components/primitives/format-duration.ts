// Durations as people read them: three figures below a minute, a clock above it.
// In milliseconds in, in text out.

/** `0.08 ms`, `9.41 ms`, `128 ms`, `12.4 s`, `2:05`, `1:02:05`. */
export function formatDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < 9.995) return `${ms.toFixed(2)}\u00A0ms`;
  if (ms < 99.95) return `${ms.toFixed(1)}\u00A0ms`;
  if (ms < 999.5) return `${Math.round(ms)}\u00A0ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}\u00A0s`;
  const seconds = Math.floor(ms / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = clock[0] === 0 ? clock.slice(1) : clock;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}
