// The resources that calls have given out: which are alive, and which fit a parameter.

import { definedName } from "../../core/wit/compare.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import { type FunctionType, type HandleType, peelValue, type ValueType } from "../../core/wit/types.ts";

export function sameHandle(a: ResourceHandle, b: ResourceHandle): boolean {
  return a.id === b.id;
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
  const given = new Set(parameters.flatMap(({ type }, i) => ownedIn(args[i] ?? null, type)).map(({ id }) => id));
  const kept = handles.filter(({ id }) => !given.has(id));
  const fresh = result ? ownedIn(returned, result).filter(({ id }) => !kept.some((other) => other.id === id)) : [];
  return [...kept, ...fresh];
}

/** Owned handles anywhere in a value. */
function ownedIn(value: WitValue, type: ValueType): ResourceHandle[] {
  const shape = peelValue(type);
  switch (shape.kind) {
    case "own":
      return [value as ResourceHandle];
    case "option":
      return value === null ? [] : ownedIn((value as { some: WitValue }).some, shape.element);
    case "result": {
      const either = value as { ok?: WitValue; error?: WitValue };
      if ("ok" in either) return shape.ok ? ownedIn(either.ok ?? null, shape.ok) : [];
      return shape.error ? ownedIn(either.error ?? null, shape.error) : [];
    }
    case "list":
      return Array.isArray(value) ? value.flatMap((item: WitValue) => ownedIn(item, shape.element)) : [];
    case "tuple":
      return shape.elements.flatMap((element, i) => ownedIn((value as readonly WitValue[])[i] ?? null, element));
    case "record":
      return shape.fields.flatMap((field) =>
        ownedIn((value as Record<string, WitValue>)[field.name] ?? null, field.type),
      );
    case "variant": {
      const chosen = value as { case: string; value?: WitValue };
      const payload = shape.cases.find(({ name }) => name === chosen.case)?.type;
      return payload ? ownedIn(chosen.value ?? null, payload) : [];
    }
    default:
      return [];
  }
}
