// How runs and calls end, in words.

import { formatSize } from "../../components/primitives/format-size.ts";
import { pathLabel } from "../../core/wit/compare.ts";
import { unreachable } from "../../core/base/assert.ts";
import type { ToolchainError } from "../../workers/toolchain/toolchain-error.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import type { CallError } from "../../workers/run/session/calls.ts";
import type { ReleaseError } from "../../workers/run/prepare/release.ts";
import type { RunPlanError } from "../../workers/run/prepare/run-plan.ts";
import type { RunEnd, TrapReport } from "../../workers/run/trap/trap-report.ts";
import type { Denial } from "../../workers/run/wasi/grants.ts";
import { describeJcoError, describeValueFault } from "../../core/values/wording.ts";
import { printPath } from "../../core/values/value-path.ts";
import type { ValueProblem } from "../../core/values/value-problem.ts";
import { listObjects } from "../grants/grant-words.ts";
import { grantsNeeded } from "./grants.ts";
import { describeDiagnostic } from "../../core/base/wording.ts";
import { FOREIGN_RESOURCE } from "./release-callee.ts";
import type { RunEnding } from "./run-record.ts";
import type { Diagnostic } from "../../core/base/diagnostics.ts";

/** `greeter, function greet`; null where nothing was running. */
export function placeOf(report: TrapReport): string | null {
  const [frame] = report.frames;
  const own = report.calls.findLast(({ instance }) => instance === report.instance);
  // Inside a composed component there are no calls that could be told, only core functions.
  if (!own && frame) return `${frame.instance}, function ${frame.function}`;
  const call = own ?? report.calls.at(-1);
  if (!call) return report.instance;
  const name = pathLabel(call.function);
  return call.instance === null ? `the host, function ${name}` : `${call.instance}, function ${name}`;
}

export function describeFull({ limit, most }: Extract<RunEvent, { kind: "tree-full" }>): string {
  const bound = limit === "bytes" ? formatSize(most) : `${most.toLocaleString("en")} files and directories`;
  return `The folder is full: a run may have ${bound} in it. The instance was told so.`;
}

export function describeTrap(report: TrapReport): string {
  switch (report.kind) {
    case "trap":
      return report.message;
    case "host-error":
      return `The host failed: ${report.message}`;
    case "missing-import": {
      const call = report.calls.at(-1);
      const what = call ? [call.interface, pathLabel(call.function)].filter(Boolean).join(" ") : "an import";
      return `Nothing provides ${what}. Wire the import to an instance that exports it.`;
    }
    case "limit":
      return {
        memory: "It used more memory than the run options allow",
        output: "It wrote more than the run options allow",
        time: "It took longer than the run options allow a call",
        calls: "It made more calls than the run options allow",
      }[report.limit];
    default:
      return unreachable(report);
  }
}

/** The component-level calls that led to the end and the core functions in them, innermost first. */
export function stackLines({ calls, frames }: TrapReport): string[] {
  const core = frames.slice(0, MAX_FRAMES).map((frame) => {
    return `    in ${frame.instance} ${frame.module}: ${frame.function} at byte 0x${frame.byteOffset.toString(16)}`;
  });
  const component = calls.toReversed().map(({ instance, interface: of, function: name }) => {
    return `  ${instance ?? "host"}: ${[of, pathLabel(name)].filter(Boolean).join(" ")}`;
  });
  return [...component, ...core];
}

const MAX_FRAMES = 40;

export function describeEnd(end: RunEnd): string {
  switch (end.kind) {
    case "exited":
      return end.code === 0 ? "Exited with status 0" : `Exited with status ${end.code}`;
    case "stopped":
      return "Stopped";
    case "trapped": {
      const place = placeOf(end.report);
      return `${end.report.kind === "trap" ? "Trapped" : "Ended"}${place === null ? "" : ` in ${place}`}: ${describeTrap(end.report)}`;
    }
    default:
      return unreachable(end);
  }
}

export const CHANGED = "The composition or its grants have changed: starting anew";
export const RESTARTED = "Starting anew";

/** What the console says when a run is over, line by line. */
export function describeEnding(ending: RunEnding): readonly string[] {
  switch (ending.kind) {
    case "not-started":
      return ending.reasons;
    case "replaced":
      return [ending.reason];
    case "trapped":
      return [describeEnd(ending), ...stackLines(ending.report)];
    case "exited":
    case "stopped":
      return [describeEnd(ending)];
    default:
      return unreachable(ending);
  }
}

export function describeDenial({ instance, interface: of, function: name, needs }: Denial): string {
  return `${instance} was refused ${of} ${pathLabel(name)}: it is not given ${listObjects(grantsNeeded(needs))}`;
}

function describeValueProblem(problem: ValueProblem): string {
  const place = problem.path.length === 0 ? "" : `${printPath(problem.path)}: `;
  return place + describeValueFault(problem);
}

export function describeCallError(error: CallError): string {
  switch (error.kind) {
    case "unknown-instance":
    case "unknown-function":
      return "The running composition has no such function any more. Run it again.";
    case "foreign-resource":
      return `${FOREIGN_RESOURCE}. Run it in debug.`;
    case "unknown-handle":
      return "That resource is gone: it was dropped or given away.";
    case "argument-count":
      return `It takes ${error.expected} arguments, not ${error.found}.`;
    case "wrong-argument":
      return `\`${error.parameter}\` can't be passed: ${describeValueProblem(error.problems[0]!)}.`;
    case "unusable-argument":
      return `\`${error.parameter}\` can't be passed: ${describeJcoError(error.error)}.`;
    case "handle-given-twice":
      return `\`${error.parameter}\` gives away a resource that another argument gives away too.`;
    case "run-is-over":
      return describeEnd(error.end);
    default:
      return unreachable(error);
  }
}

export function describeToolError(component: string, error: ToolchainError): string {
  switch (error.kind) {
    case "not-readable":
      return `${component}: ${describeDiagnostic(error.error as Diagnostic).message}`;
    case "unsupported":
      return `${component} can't be run in a page yet: ${error.what} is ${error.feature}.`;
    case "refused":
    case "wat-syntax":
    case "tool-crashed":
      return `${component} can't be made ready to run: ${error.message}`;
    case "cancelled":
      return "Stopped";
    default:
      return unreachable(error);
  }
}

/** @param path of the file that standard input was to come from; empty for none */
export function describeInputGone(path: string): string {
  return path === ""
    ? "No file is chosen for standard input. Choose one, or type a text."
    : `${path}, the file for standard input, is not in the folder.`;
}

export function describeReleaseError(error: ReleaseError): string {
  if (error.kind === "unsupported") return describeToolError(error.component, error);
  return describeDiagnostic(error).message;
}

export function describePlanError(error: RunPlanError): string {
  switch (error.kind) {
    case "unsound-graph":
      return "The composition has errors; see Problems.";
    case "not-transpiled":
      return `${error.instance} could not be made ready to run.`;
    case "nested-argument":
      return `${error.instance} is given something inside of an exported instance, which can't be run yet.`;
    case "unknown-tree":
      return `${error.instance} is given a folder that isn't there.`;
    default:
      return unreachable(error);
  }
}
