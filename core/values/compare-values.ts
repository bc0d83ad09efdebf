// Two values of one type → the first difference with its path, or null: for tests, and for traces of two runs.
// Floats are the same if `Object.is` says so: NaN equals NaN, -0 differs from 0. Maps have no order; handles and
// streams are the same if their numbers are. Both values must be of the type (`checkValue`).

import { unreachable } from "../base/assert.ts";
import { type ListType, type MapType, peelValue, type ValueType } from "../wit/types.ts";
import { printWave } from "./print-wave.ts";
import type { WitValue } from "./value.ts";
import type { PathStep, ValuePath } from "./value-path.ts";
import {
  expectArray,
  expectBytes,
  expectEntries,
  expectHandle,
  expectLabels,
  expectOpaque,
  expectOption,
  expectRecord,
  expectResult,
  expectVariant,
  isByteType,
} from "./value-shapes.ts";

export type ValueDifference = { readonly path: ValuePath; readonly type: ValueType } & (
  | { readonly kind: "value"; readonly expected: WitValue; readonly found: WitValue }
  /** All elements that both have are equal. */
  | { readonly kind: "length"; readonly expected: number; readonly found: number }
  | { readonly kind: "flags"; readonly missing: readonly string[]; readonly extra: readonly string[] }
  /** `key` as WAVE writes it. */
  | { readonly kind: "entry-missing"; readonly key: string }
  | { readonly kind: "entry-extra"; readonly key: string }
);

/** How `found` first differs from `expected`, in the order of the type, or null if they are equal. */
export function compareValues(found: WitValue, expected: WitValue, type: ValueType): ValueDifference | null {
  return new Comparison().values(found, expected, type);
}

class Comparison {
  readonly #path: PathStep[] = [];

  values(found: WitValue, expected: WitValue, type: ValueType): ValueDifference | null {
    const structure = peelValue(type);
    switch (structure.kind) {
      case "primitive":
        return structure.primitive === "error-context"
          ? this.#opaques(found, expected, type)
          : this.#leaves(found, expected, found, expected, type);
      case "enum":
        return this.#leaves(found, expected, found, expected, type);
      case "record": {
        const [a, b] = [expectRecord(found), expectRecord(expected)];
        return first(structure.fields, ({ name, type: field }) => this.#part(name, a[name]!, b[name]!, field));
      }
      case "variant": {
        const [a, b] = [expectVariant(found), expectVariant(expected)];
        const payload = structure.cases.find((c) => c.name === a.case)?.type;
        if (a.case !== b.case || !payload) return this.#leaves(a.case, b.case, found, expected, type);
        return this.#part(a.case, a.value!, b.value!, payload);
      }
      case "list":
        return this.#lists(found, expected, structure, type);
      case "tuple": {
        const [a, b] = [expectArray(found), expectArray(expected)];
        return first(structure.elements, (element, i) => this.#part(i, a[i]!, b[i]!, element));
      }
      case "map":
        return this.#maps(found, expected, structure, type);
      case "flags":
        return this.#flags(expectLabels(found), expectLabels(expected), type);
      case "option": {
        const [a, b] = [expectOption(found).some, expectOption(expected).some];
        if (a !== undefined && b !== undefined) return this.values(a, b, structure.element);
        return this.#leaves(a === undefined, b === undefined, found, expected, type);
      }
      case "result": {
        const [a, b] = [expectResult(found), expectResult(expected)];
        const payload = a.side === "ok" ? structure.ok : structure.error;
        if (a.side !== b.side || !payload) return this.#leaves(a.side, b.side, found, expected, type);
        return this.#part(a.side, a.payload, b.payload, payload);
      }
      case "own":
      case "borrow":
        return this.#leaves(expectHandle(found).id, expectHandle(expected).id, found, expected, type);
      case "stream":
      case "future":
        return this.#opaques(found, expected, type);
      case "unknown":
        return this.#leaves(found, expected, found, expected, type);
      default:
        return unreachable(structure);
    }
  }

  #lists(found: WitValue, expected: WitValue, list: ListType, type: ValueType): ValueDifference | null {
    const read = isByteType(list.element) ? expectBytes : expectArray;
    const [a, b]: [ArrayLike<WitValue>, ArrayLike<WitValue>] = [read(found), read(expected)];
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const difference = this.#part(i, a[i]!, b[i]!, list.element);
      if (difference) return difference;
    }
    if (a.length === b.length) return null;
    return { ...this.#here(type), kind: "length", expected: b.length, found: a.length };
  }

  #maps(found: WitValue, expected: WitValue, map: MapType, type: ValueType): ValueDifference | null {
    const keyText = (key: WitValue): string => printWave(key, map.key);
    const [a, b] = [expectEntries(found), expectEntries(expected)];
    const places = new Map(a.map(([key], i) => [keyText(key), i]));
    for (const [key, value] of b) {
      const text = keyText(key);
      const place = places.get(text);
      if (place === undefined) return { ...this.#here(type), kind: "entry-missing", key: text };
      places.delete(text);
      const difference = this.#part(place, a[place]![1], value, map.value);
      if (difference) return difference;
    }
    const [extra] = places.keys();
    return extra === undefined ? null : { ...this.#here(type), kind: "entry-extra", key: extra };
  }

  #flags(found: readonly string[], expected: readonly string[], type: ValueType): ValueDifference | null {
    const missing = expected.filter((label) => !found.includes(label));
    const extra = found.filter((label) => !expected.includes(label));
    return missing.length + extra.length === 0 ? null : { ...this.#here(type), kind: "flags", missing, extra };
  }

  #opaques(found: WitValue, expected: WitValue, type: ValueType): ValueDifference | null {
    return this.#leaves(expectOpaque(found).id, expectOpaque(expected).id, found, expected, type);
  }

  /** What tells the two values apart is `a` against `b`. */
  #leaves(a: unknown, b: unknown, found: WitValue, expected: WitValue, type: ValueType): ValueDifference | null {
    return Object.is(a, b) ? null : { ...this.#here(type), kind: "value", expected, found };
  }

  #part(step: PathStep, found: WitValue, expected: WitValue, type: ValueType): ValueDifference | null {
    this.#path.push(step);
    const difference = this.values(found, expected, type);
    this.#path.pop();
    return difference;
  }

  #here(type: ValueType): { readonly path: ValuePath; readonly type: ValueType } {
    return { path: [...this.#path], type };
  }
}

function first<T>(
  items: readonly T[],
  compare: (item: T, index: number) => ValueDifference | null,
): ValueDifference | null {
  for (const [index, item] of items.entries()) {
    const difference = compare(item, index);
    if (difference) return difference;
  }
  return null;
}
