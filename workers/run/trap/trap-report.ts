// What is told of a run that ended by itself: a guest's trap is data, with the place where it happened.

import { type ComponentCall, type Failure } from "../link/call-stack.ts";
import type { CoreFrame } from "./core-frames.ts";
import type { LimitName } from "../control/limits.ts";
import { ExitSignal, GuestTrap, MissingImportSignal, StopSignal } from "./signals.ts";

export interface TrapPlace {
  /** In the engine's words. */
  readonly message: string;
  /** Where it happened, or who called the host's function that failed; null where nobody was running. */
  readonly instance: string | null;
  /** The component-level calls that led there, the first caller first. */
  readonly calls: readonly ComponentCall[];
  /** The core functions that were running, innermost first; empty in engines that don't tell. */
  readonly frames: readonly CoreFrame[];
}

export type TrapReport = TrapPlace &
  (
    | { readonly kind: "trap" }
    /** The host failed where it should have answered. */
    | { readonly kind: "host-error" }
    /** It called a function that nothing provides: the last of `calls`. */
    | { readonly kind: "missing-import" }
    | { readonly kind: "limit"; readonly limit: LimitName }
  );

/** How a run ended. */
export type RunEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "trapped"; readonly report: TrapReport }
  | { readonly kind: "stopped" };

/**
 * How the run ended that `failure` ended.
 * @param exhausted the limit that a guest may have hit without the host's doing: an allocation that failed
 */
export function endOf(failure: Failure, frames: readonly CoreFrame[], exhausted: LimitName | null): RunEnd {
  const { error, calls } = failure;
  if (error instanceof ExitSignal) return { kind: "exited", code: error.code };
  if (error instanceof StopSignal && error.limit === null) return { kind: "stopped" };
  const message = messageOf(error);
  const caller = calls.findLast((call) => call.instance !== null)?.instance ?? null;
  const inHost = (calls.at(-1)?.instance ?? null) === null;
  const place: TrapPlace = { message, instance: frames[0]?.instance ?? caller, calls, frames };
  return { kind: "trapped", report: { ...place, ...kindOf(error, inHost, exhausted) } };
}

type TrapKind = TrapReport extends infer R ? (R extends TrapPlace ? Omit<R, keyof TrapPlace> : never) : never;

function kindOf(error: unknown, inHost: boolean, exhausted: LimitName | null): TrapKind {
  if (error instanceof StopSignal && error.limit !== null) return { kind: "limit", limit: error.limit };
  if (error instanceof MissingImportSignal) return { kind: "missing-import" };
  const isHostError = inHost && !(error instanceof GuestTrap) && !(error instanceof WebAssembly.RuntimeError);
  if (isHostError) return { kind: "host-error" };
  return exhausted === null ? { kind: "trap" } : { kind: "limit", limit: exhausted };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
