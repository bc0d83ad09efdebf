// How the requests to a run are served: by it alone, or by a few more runs of its plan that end with it.

import { type ServeLoad, ServePool, servesApart } from "../../workers/run/http/serve-pool.ts";
import type { Run, RunListener } from "../../workers/run/run.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import type { RunRequest } from "../../workers/run/run.client.ts";
import { runner } from "../services.ts";

const POOLS = new WeakMap<Run, ServePool>();

/** A run as `asked` says; what all that serve for it tell goes to one listener. */
export function startServing(asked: RunRequest, onLoad: (load: ServeLoad) => void): Run {
  const run = runner().start(asked);
  const another = (): Run => runner().start({ ...asked, onEvents: withoutEnds(asked.onEvents) });
  POOLS.set(run, new ServePool(run, servesApart(asked.plan) ? another : null, onLoad));
  return run;
}

/** What puts requests to `run`. */
export function poolOf(run: Run): Pick<ServePool, "serveHttp"> {
  return POOLS.get(run) ?? run;
}

/** Only the run itself begins and ends in its record, and is weighed there. */
function withoutEnds(listener: RunListener): RunListener {
  return (events) => listener(events.filter(({ kind }) => !OF_THE_RUN.has(kind)));
}

const OF_THE_RUN: ReadonlySet<RunEvent["kind"]> = new Set(["started", "finished", "asked", "memory"]);
