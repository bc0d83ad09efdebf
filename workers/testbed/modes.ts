// Calls between instances in release, beside the same calls in debug.

import { COMPOSED } from "../run/prepare/run-plan.ts";
import { GIVER, TAKER } from "./test-components.ts";
import { prepare, prepareRelease, startReady, type TestGraph } from "./testbed-run.ts";

const SMALL_CALLS = 2000;
const LIST_CALLS = 200;
const ROUNDS = 41;

/** How long calls take, as a ratio. @param small a graph whose `looper` calls another instance with small arguments */
export async function modes(small: TestGraph): Promise<{ readonly small: number; readonly lists: number }> {
  const lists: TestGraph = { components: { taker: TAKER, giver: GIVER }, wires: "giver.take = taker.take" };
  return {
    small: await releaseBesideDebug(small, "looper", SMALL_CALLS),
    lists: await releaseBesideDebug(lists, "giver", LIST_CALLS),
  };
}

/** In turns, so that what else the machine does hits both alike; each in a worker of its own that stays up. */
async function releaseBesideDebug(graph: TestGraph, instance: string, calls: number): Promise<number> {
  const debug = startReady(await prepare(graph));
  const release = startReady(await prepareRelease(graph, instance, "repeat"));
  const times: Record<"debug" | "release", number[]> = { debug: [], release: [] };
  for (let i = 0; i < ROUNDS; i++) {
    times.debug.push(await durationOf(debug, `${instance}.repeat`, calls));
    times.release.push(await durationOf(release, `${COMPOSED}.repeat`, calls));
  }
  debug.run.stop();
  release.run.stop();
  return median(times.release) / median(times.debug);
}

async function durationOf(demo: ReturnType<typeof startReady>, name: string, calls: number): Promise<number> {
  const outcome = await demo.call(name, calls);
  if (outcome.kind !== "returned") throw new Error(JSON.stringify(outcome));
  return outcome.durationMs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
