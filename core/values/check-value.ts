// A value and a type → everything that is wrong with the value, each problem with its path.
// Takes anything, also what doesn't come from this project; what it passes, all of `core/values` can rely on.
// Spec: Explainer.md, "Type Definitions".

import { unreachable } from "../base/assert.ts";
import type { PrimitiveName } from "../binary/records.ts";
import { printType } from "../wit/print-type.ts";
import {
  peelValue,
  type RecordType,
  type StructuralValueType,
  type ValueType,
  type VariantType,
} from "../wit/types.ts";
import { floatValue, INTEGER_RANGES, type IntegerName, isIntegerName, isLongInteger } from "./numbers.ts";
import { printWave } from "./print-wave.ts";
import { isScalar, isWellFormed } from "./text.ts";
import type { WitValue } from "./value.ts";
import type { PathStep, ValuePath } from "./value-path.ts";
import type { ValueFault, ValueProblem } from "./value-problem.ts";
import {
  asArray,
  asBytes,
  asEntries,
  asHandle,
  asOpaque,
  asOption,
  asRecord,
  asResult,
  asVariant,
  fieldOf,
  isByteType,
} from "./value-shapes.ts";

/** Problems after which the rest isn't looked at any more. */
const MAX_PROBLEMS = 100;

/** What keeps `value` from being a `type`, in the order of the type; empty if it is one. At most 100 problems. */
export function checkValue(value: WitValue, type: ValueType, path: ValuePath = []): readonly ValueProblem[] {
  const check = new Check(path);
  check.value(value, type);
  return check.problems;
}

class Check {
  readonly problems: ValueProblem[] = [];
  readonly #path: PathStep[];

  constructor(path: ValuePath) {
    this.#path = [...path];
  }

  value(value: WitValue, type: ValueType): void {
    if (this.problems.length >= MAX_PROBLEMS) return;
    if (!this.#structure(value, peelValue(type))) this.#add({ kind: "wrong-kind", expected: printType(type) });
  }

  /** False when `value` isn't even of the kind; every other problem is added on the way. */
  #structure(value: WitValue, type: StructuralValueType): boolean {
    switch (type.kind) {
      case "primitive":
        return this.#primitive(value, type.primitive);
      case "record":
        return this.#record(value, type.fields);
      case "variant":
        return this.#variant(value, type.cases);
      case "list":
        return this.#list(value, type.element, type.length);
      case "map":
        return this.#map(value, type.key, type.value);
      case "tuple":
        return this.#tuple(value, type.elements);
      case "flags":
        return this.#flags(value, type.labels);
      case "enum":
        if (typeof value === "string" && !type.labels.includes(value))
          this.#add({ kind: "unknown-label", label: "case", name: value });
        return typeof value === "string";
      case "option": {
        const option = asOption(value);
        if (option?.some !== undefined) this.value(option.some, type.element);
        return option !== null;
      }
      case "result": {
        const result = asResult(value);
        if (!result) return false;
        const payload = result.side === "ok" ? type.ok : type.error;
        if (payload) this.#part(result.side, result.payload, payload);
        else if (result.payload !== null) this.#add({ kind: "unexpected-payload", name: result.side });
        return true;
      }
      case "own":
      case "borrow":
        return asHandle(value) !== null;
      case "stream":
      case "future":
        return asOpaque(value)?.of === type.kind;
      case "unknown":
        this.#add({ kind: "unsupported-type", type: printType(type) });
        return true;
      default:
        return unreachable(type);
    }
  }

  #primitive(value: WitValue, name: PrimitiveName): boolean {
    if (isIntegerName(name)) return this.#integer(value, name);
    switch (name) {
      case "bool":
        return typeof value === "boolean";
      case "f32":
      case "f64":
        if (typeof value === "number" && !Object.is(floatValue(value, name), value))
          this.#add({ kind: "not-single-precision", found: value });
        return typeof value === "number";
      case "char":
        if (typeof value === "string" && !isScalar(value)) this.#add({ kind: "not-a-char", found: value });
        return typeof value === "string";
      case "string":
        if (typeof value === "string" && !isWellFormed(value)) this.#add({ kind: "lone-surrogate" });
        return typeof value === "string";
      case "error-context":
        return asOpaque(value)?.of === name;
      default:
        return unreachable(name);
    }
  }

  #integer(value: WitValue, name: IntegerName): boolean {
    if (typeof value !== (isLongInteger(name) ? "bigint" : "number")) return false;
    const found = value as number | bigint;
    const { min, max } = INTEGER_RANGES[name];
    if (typeof found === "number" && !Number.isInteger(found)) this.#add({ kind: "not-an-integer", found });
    else if (found < min || found > max) this.#add({ kind: "out-of-range", min, max, found });
    return true;
  }

  #record(value: WitValue, fields: RecordType["fields"]): boolean {
    const record = asRecord(value);
    if (!record) return false;
    for (const { name, type } of fields) {
      const part = fieldOf(record, name);
      if (part === undefined) this.#add({ kind: "missing-field", name });
      else this.#part(name, part, type);
    }
    const known = new Set(fields.map((field) => field.name));
    for (const name of Object.keys(record))
      if (!known.has(name)) this.#add({ kind: "unknown-label", label: "field", name });
    return true;
  }

  #variant(value: WitValue, cases: VariantType["cases"]): boolean {
    const variant = asVariant(value);
    if (!variant) return false;
    const name = variant.case;
    const found = cases.find((c) => c.name === name);
    if (!found) this.#add({ kind: "unknown-label", label: "case", name });
    else if (found.type && variant.value === undefined) this.#add({ kind: "missing-payload", name });
    else if (found.type) this.#part(name, variant.value!, found.type);
    else if (variant.value !== undefined) this.#add({ kind: "unexpected-payload", name });
    return true;
  }

  #list(value: WitValue, element: ValueType, length: number | null): boolean {
    const bytes = isByteType(element);
    const list = bytes ? asBytes(value) : asArray(value);
    if (!list) return false;
    if (length !== null && list.length !== length)
      this.#add({ kind: "wrong-length", expected: length, found: list.length });
    if (!bytes) for (const [i, item] of (list as readonly WitValue[]).entries()) this.#part(i, item, element);
    return true;
  }

  #tuple(value: WitValue, elements: readonly ValueType[]): boolean {
    const parts = asArray(value);
    if (!parts) return false;
    if (parts.length === elements.length) for (const [i, type] of elements.entries()) this.#part(i, parts[i]!, type);
    else this.#add({ kind: "wrong-length", expected: elements.length, found: parts.length });
    return true;
  }

  #map(value: WitValue, keyType: ValueType, valueType: ValueType): boolean {
    const entries = asEntries(value);
    if (!entries) return false;
    const keys = new Set<string>();
    for (const [i, [key, item]] of entries.entries()) {
      const before = this.problems.length;
      this.#part(i, key, keyType);
      if (this.problems.length === before) {
        const text = printWave(key, keyType);
        if (keys.has(text)) this.#at(i, () => this.#add({ kind: "duplicate-key", key: text }));
        keys.add(text);
      }
      this.#part(i, item, valueType);
    }
    return true;
  }

  #flags(value: WitValue, labels: readonly string[]): boolean {
    const set = asArray(value);
    if (!set?.every((label) => typeof label === "string")) return false;
    let last = -1;
    const seen = new Set<string>();
    for (const name of set) {
      const place = labels.indexOf(name);
      if (place < 0) this.#add({ kind: "unknown-label", label: "flag", name });
      else if (seen.has(name)) this.#add({ kind: "duplicate-label", label: "flag", name });
      else if (place < last) this.#add({ kind: "label-order" });
      last = Math.max(last, place);
      seen.add(name);
    }
    return true;
  }

  #part(step: PathStep, value: WitValue, type: ValueType): void {
    this.#at(step, () => this.value(value, type));
  }

  #at(step: PathStep, check: () => void): void {
    this.#path.push(step);
    check();
    this.#path.pop();
  }

  #add(fault: ValueFault): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ path: [...this.#path], ...fault });
  }
}
