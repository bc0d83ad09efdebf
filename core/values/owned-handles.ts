// Which of the handles in a value are given away with it.

import { type ValueType, peelValue } from "../wit/types.ts";
import type { ResourceHandle, WitValue } from "./value.ts";
import {
  expectArray,
  expectEntries,
  expectHandle,
  expectOption,
  expectRecord,
  expectResult,
  expectVariant,
  isByteType,
} from "./value-shapes.ts";

/** The `own` handles in `value`, which is of the type. */
export function* ownedHandles(value: WitValue, type: ValueType): Generator<ResourceHandle> {
  const structure = peelValue(type);
  switch (structure.kind) {
    case "own":
      yield expectHandle(value);
      break;
    case "record":
      for (const field of structure.fields) yield* ownedHandles(expectRecord(value)[field.name]!, field.type);
      break;
    case "variant": {
      const { case: label, value: payload } = expectVariant(value);
      const inner = structure.cases.find(({ name }) => name === label)?.type;
      if (inner) yield* ownedHandles(payload!, inner);
      break;
    }
    case "list":
      if (!isByteType(structure.element))
        for (const item of expectArray(value)) yield* ownedHandles(item, structure.element);
      break;
    case "map":
      for (const [key, item] of expectEntries(value)) {
        yield* ownedHandles(key, structure.key);
        yield* ownedHandles(item, structure.value);
      }
      break;
    case "tuple":
      for (const [i, element] of structure.elements.entries()) yield* ownedHandles(expectArray(value)[i]!, element);
      break;
    case "option": {
      const { some } = expectOption(value);
      if (some !== undefined) yield* ownedHandles(some, structure.element);
      break;
    }
    case "result": {
      const { side, payload } = expectResult(value);
      const inner = side === "ok" ? structure.ok : structure.error;
      if (inner) yield* ownedHandles(payload, inner);
      break;
    }
    default:
  }
}
