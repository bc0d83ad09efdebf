// A call from outside, as data: which function, with which values, and what came of it.

import { checkValue } from "../../../core/values/check-value.ts";
import { errorFromJco, returnFromJco } from "../../../core/values/from-jco.ts";
import type { JcoError } from "../../../core/values/jco-rules.ts";
import { toJco } from "../../../core/values/to-jco.ts";
import type { WitValue } from "../../../core/values/value.ts";
import type { ValueProblem } from "../../../core/values/value-problem.ts";
import { fail, ok, type Result } from "../../../core/base/result.ts";
import type { ExternMap, FunctionType } from "../../../core/wit/types.ts";
import { ownedHandles } from "../../../core/values/owned-handles.ts";
import type { ResourceHandles } from "./resource-handles.ts";
import type { RunEnd } from "../trap/trap-report.ts";

export interface CallRequest {
  readonly instance: string;
  /** The exported interface, or null for a function of the world. */
  readonly interface: string | null;
  /** As WIT writes it; a method's first argument is the handle: `[method]order.confirm`. */
  readonly function: string;
  readonly arguments: readonly WitValue[];
}

export type CallOutcome =
  /** `value` is null where the function has no result. An err is a value like any other. */
  | { readonly kind: "returned"; readonly value: WitValue; readonly durationMs: number }
  /** The call ended the run. */
  | RunEnd
  /** The call was not made; the run goes on. */
  | { readonly kind: "refused"; readonly error: CallError };

export type CallError =
  | { readonly kind: "unknown-instance" }
  | { readonly kind: "unknown-function" }
  /** It takes or gives resources of another instance in the composed component; see `foreignResources`. */
  | { readonly kind: "foreign-resource" }
  | { readonly kind: "unknown-handle" }
  | { readonly kind: "argument-count"; readonly expected: number; readonly found: number }
  | { readonly kind: "wrong-argument"; readonly parameter: string; readonly problems: readonly ValueProblem[] }
  | { readonly kind: "unusable-argument"; readonly parameter: string; readonly error: JcoError }
  /** One handle was given away twice. */
  | { readonly kind: "handle-given-twice"; readonly parameter: string }
  | { readonly kind: "run-is-over"; readonly end: RunEnd };

/** The type of the function that `request` names. */
export function functionTypeOf(exportTypes: ExternMap, request: CallRequest): FunctionType | null {
  const owner = request.interface === null ? null : exportTypes.get(request.interface);
  const exports = owner === null ? exportTypes : owner?.kind === "instance" ? owner.type.exports : null;
  const extern = exports?.get(request.function);
  return extern?.kind === "function" ? extern.type : null;
}

interface LoweredArguments {
  readonly js: readonly unknown[];
  /** Ids of the handles that the call gives away. */
  readonly given: ReadonlySet<number>;
}

/** The arguments as generated code takes them; nothing is given away yet. */
export function lowerArguments(
  args: readonly WitValue[],
  { parameters }: FunctionType,
  handles: ResourceHandles,
): Result<LoweredArguments, CallError> {
  if (args.length !== parameters.length) {
    return fail({ kind: "argument-count", expected: parameters.length, found: args.length });
  }
  const js: unknown[] = [];
  const given = new Set<number>();
  for (const [i, { name: parameter, type }] of parameters.entries()) {
    const value = args[i]!;
    const problems = checkValue(value, type);
    if (problems.length > 0) return fail({ kind: "wrong-argument", parameter, problems });
    const lowered = toJco(value, type, handles);
    if (!lowered.ok) return fail({ kind: "unusable-argument", parameter, error: lowered.error });
    for (const { id } of ownedHandles(value, type)) {
      if (given.has(id)) return fail({ kind: "handle-given-twice", parameter });
      given.add(id);
    }
    js.push(lowered.value);
  }
  return ok({ js, given });
}

/** What the function returned, as a value. */
export function liftReturned(
  returned: unknown,
  { result }: FunctionType,
  handles: ResourceHandles,
): Result<WitValue, JcoError> {
  return returnFromJco(returned, result, handles);
}

/** The err that the function threw, or null where it threw something else. */
export function liftThrown(thrown: unknown, { result }: FunctionType, handles: ResourceHandles): WitValue | null {
  const lifted = errorFromJco(thrown, result, handles);
  return lifted?.ok ? lifted.value : null;
}
