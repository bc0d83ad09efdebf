// The resources in a value, found and exchanged without its type: a handle has a `typeName`, which no record can have,
// for names in WIT are in kebab-case.

import type { ResourceHandle, WitValue } from "./value.ts";

function isHandle(value: object): value is ResourceHandle {
  return "typeName" in value && "id" in value;
}

/** Every handle in `value`, own and borrow, in its order. */
export function* handlesIn(value: WitValue): Generator<ResourceHandle> {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return;
  if (isHandle(value)) yield value;
  else for (const part of Object.values(value)) yield* handlesIn(part as WitValue);
}

/** `value` with other numbers for its handles; those that `numberOf` doesn't know stay. */
export function withHandleNumbers(value: WitValue, numberOf: ReadonlyMap<number, number>): WitValue {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (isHandle(value)) return { ...value, id: numberOf.get(value.id) ?? value.id };
  if (Array.isArray(value)) return value.map((part: WitValue) => withHandleNumbers(part, numberOf));
  const parts = Object.entries(value).map(([key, part]) => [key, withHandleNumbers(part as WitValue, numberOf)]);
  return Object.fromEntries(parts) as WitValue;
}
