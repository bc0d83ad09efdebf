// Bytes as people read them: decimal units, three figures at most.
// 1 kB is 1000 bytes.

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** `12.4 kB`, `286 kB`, `8.4 MB`; the space doesn't break. */
export function formatSize(bytes: number): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (unit < UNITS.length - 1 && rounded(value, unit) >= 1000) {
    value /= 1000;
    unit += 1;
  }
  return `${rounded(value, unit)}\u00A0${UNITS[unit]}`;
}

/** Whole bytes; one decimal below 100 of anything larger. */
function rounded(value: number, unit: number): number {
  return unit === 0 || value >= 99.95 ? Math.round(value) : Math.round(value * 10) / 10;
}
