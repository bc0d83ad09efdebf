// Two pieces of work measured side by side: in turns, so that whatever else the machine does hits both alike.

const ROUNDS = 15;
/** A round repeats short work until it takes about this long. */
const ROUND_MS = 20;

/** Median of `a` / median of `b`, each in milliseconds of one run. Both return promises or nothing. */
export async function ratio(a, b) {
  const [timesA, timesB] = [[], []];
  const [repeatA, repeatB] = [await repeats(a), await repeats(b)];
  for (let i = 0; i < ROUNDS; i++) {
    timesA.push(await timed(a, repeatA));
    timesB.push(await timed(b, repeatB));
  }
  return { ratio: median(timesA) / median(timesB), a: median(timesA), b: median(timesB) };
}

async function repeats(work) {
  await work();
  const once = await timed(work, 1);
  return Math.max(1, Math.round(ROUND_MS / Math.max(once, 0.001)));
}

async function timed(work, count) {
  const start = performance.now();
  for (let i = 0; i < count; i++) await work();
  return (performance.now() - start) / count;
}

export function median(values) {
  return values.toSorted((x, y) => x - y)[values.length >> 1];
}

export function percentile(values, share) {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
