// What can be called: functions and commands that the composition exports, then those of its instances.

import { parseInterfaceName } from "../../core/wit/names.ts";
import { pathLabel } from "../../core/wit/compare.ts";
import { printFunction } from "../../core/wit/print-type.ts";
import type { Extern, FunctionType } from "../../core/wit/types.ts";
import type { CallableGroup, RunMode } from "../../components/run/run-model.ts";
import { memoizeLast } from "../../core/base/memo.ts";
import type { Composition } from "../../core/graph/composition.ts";
import type { Diagnosis } from "../../core/graph/diagnose.ts";
import type { Evaluation } from "../../core/graph/evaluate.ts";
import type { ActiveView } from "../derived.ts";
import { releaseCallee } from "./release-callee.ts";

export interface CallTarget {
  readonly id: string;
  readonly kind: "function" | "command" | "http";
  readonly instance: string;
  /** The exported interface, or null for a function of the component's world. */
  readonly interface: string | null;
  /** As WIT has it: `[method]order.confirm`. */
  readonly function: string;
  readonly type: FunctionType;
}

export interface Callables {
  readonly groups: readonly CallableGroup[];
  readonly targets: ReadonlyMap<string, CallTarget>;
}

const COMMAND_INTERFACE = /^wasi:cli\/run@0\.2\./;
const HTTP_HANDLER = /^wasi:http\/incoming-handler@0\.2\./;
/** Asynchronous handlers of WASI 0.3 can't be called here. */
const ASYNC_HANDLER = /^wasi:http\/handler@/;

/** Everything in the composition that can be called, its own exports first. */
export function callablesOf({ composition, diagnosis }: ActiveView): Callables {
  return callablesIn(composition, diagnosis);
}

/** Positions don't matter: a node that was moved has not changed what can be called. */
const callablesIn = memoizeLast((composition: Composition, diagnosis: Diagnosis): Callables => {
  const exported = new Set(composition.exports.map((e) => `${e.instance} ${e.export}`));
  const isExported = (instance: string, name: string): boolean => exported.has(`${instance} ${name}`);
  const targets = new Map<string, CallTarget>();
  const groups: { group: CallableGroup; own: boolean }[] = [];
  for (const { instance } of diagnosis.evaluation.instances) {
    for (const [name, extern] of instance.component.type.exports) {
      const found = targetsOf(instance.name, name, extern);
      if (found.length === 0) continue;
      for (const target of found) targets.set(target.id, target);
      groups.push({ group: groupOf(instance.name, name, extern, found), own: isExported(instance.name, name) });
    }
  }
  const ordered = groups.toSorted((a, b) => Number(b.own) - Number(a.own));
  return { groups: ordered.map(({ group }) => group), targets };
});

/** The groups of `callablesOf`, with why something can't be called in that mode. */
export function callableGroups(view: ActiveView, mode: RunMode): readonly CallableGroup[] {
  const { groups, targets } = callablesOf(view);
  return mode === "debug" ? groups : releaseGroups(groups, targets, view.diagnosis.evaluation);
}

const releaseGroups = memoizeLast(
  (groups: readonly CallableGroup[], targets: Callables["targets"], evaluation: Evaluation): readonly CallableGroup[] =>
    groups.map((group) => ({
      ...group,
      callables: group.callables.map((callable) => {
        const callee = releaseCallee(evaluation, targets.get(callable.id)!);
        return { ...callable, disabledReason: callable.disabledReason ?? (callee.ok ? null : callee.error) };
      }),
    })),
);

function targetsOf(instance: string, name: string, extern: Extern): CallTarget[] {
  if (ASYNC_HANDLER.test(name)) return [];
  if (extern.kind === "function") return [targetOf(instance, null, name, extern.type, "function")];
  if (extern.kind !== "instance") return [];
  const kind = COMMAND_INTERFACE.test(name) ? "command" : HTTP_HANDLER.test(name) ? "http" : "function";
  return [...extern.type.exports].flatMap(([label, item]) =>
    item.kind === "function" ? [targetOf(instance, name, label, item.type, kind)] : [],
  );
}

function targetOf(
  instance: string,
  interfaceName: string | null,
  name: string,
  type: FunctionType,
  kind: CallTarget["kind"],
): CallTarget {
  const id = [instance, interfaceName ?? "", name].join(" ");
  return { id, kind, instance, interface: interfaceName, function: name, type };
}

function groupOf(instance: string, name: string, extern: Extern, targets: readonly CallTarget[]): CallableGroup {
  const parts = parseInterfaceName(name);
  const version = parts?.version ? ` ${parts.version}` : "";
  const readable = parts ? `${parts.namespace}:${parts.packageName}/${parts.interfaceName}${version}` : name;
  return {
    id: `${instance} ${name}`,
    instance,
    interface: extern.kind === "function" ? null : readable,
    callables: targets.map((callable) => ({
      id: callable.id,
      kind: callable.kind,
      name: pathLabel(callable.function),
      signature: printFunction(callable.type),
      disabledReason: callable.type.async ? "Async functions can't be called here yet" : null,
    })),
  };
}
