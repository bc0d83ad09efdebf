// What is called for a callable: its instance in a debug run, the whole in a release run.

import { fail, ok, type Result } from "../../core/base/result.ts";
import type { ActiveView } from "../derived.ts";
import type { CallTarget } from "./callables.ts";
import type { NotStarted } from "./not-started.ts";
import { type Callee, releaseCallee } from "./release-callee.ts";
import { inputsOf } from "./run-store.ts";

/** What `target` is in a run that begins now. */
export function calleeOf(view: ActiveView, target: CallTarget): Result<Callee, NotStarted> {
  if (inputsOf(view.id).options.mode === "debug") {
    const { instance, interface: of, function: name } = target;
    return ok({ instance, interface: of, function: name });
  }
  const callee = releaseCallee(view.diagnosis.evaluation, target);
  return callee.ok ? callee : fail({ kind: "not-started", reasons: [`${callee.error}.`] });
}
