// The resources that calls have given out: which are alive, and which fit a parameter.

import { definedName } from "../../core/wit/compare.ts";
import { ownedHandles } from "../../core/values/owned-handles.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { FunctionType, HandleType } from "../../core/wit/types.ts";

export function sameHandle(a: ResourceHandle, b: ResourceHandle): boolean {
  return a.id === b.id && a.typeName === b.typeName;
}

/** The live handles that a parameter of this type can take. */
export function handlesFitting(handles: readonly ResourceHandle[], type: HandleType): readonly ResourceHandle[] {
  const name = definedName(type.resource);
  return handles.filter(({ typeName }) => typeName === name);
}

/** `handles` after a call: what it gave away is gone, what it returned has come. */
export function liveHandlesIn(
  { parameters, result }: FunctionType,
  args: readonly WitValue[],
  returned: WitValue,
  handles: readonly ResourceHandle[],
): readonly ResourceHandle[] {
  const given = new Set(parameters.flatMap(({ type }, i) => [...ownedHandles(args[i]!, type)]).map(({ id }) => id));
  const kept = handles.filter(({ id }) => !given.has(id));
  const owned = result ? [...ownedHandles(returned, result)] : [];
  return [...kept, ...owned.filter(({ id }) => !kept.some((other) => other.id === id))];
}
