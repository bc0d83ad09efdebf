// A value → the JSON that people expect of it, for copying elsewhere. One way only: JSON says too little to come back.
// Options are their payload or null, nested ones `{ "some": … }`; integers too large for JSON readers are strings, and
// so are `nan`, `inf` and `-inf`. The value must be of the type (`checkValue`).

import { unreachable } from "../base/assert.ts";
import type { PrimitiveName } from "../binary/records.ts";
import { peelValue, type ValueType } from "../wit/types.ts";
import { printFloat } from "./numbers.ts";
import { printWave } from "./print-wave.ts";
import type { WitValue } from "./value.ts";
import {
  expectArray,
  expectBytes,
  expectEntries,
  expectOption,
  expectRecord,
  expectResult,
  expectVariant,
  isByteType,
} from "./value-shapes.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** `value` as JSON text, indented by two spaces. */
export function printJson(value: WitValue, type: ValueType): string {
  return JSON.stringify(jsonValue(value, type), null, 2);
}

/** What `printJson` prints. Bytes are arrays of numbers; handles and streams are their WAVE marker. */
export function jsonValue(value: WitValue, type: ValueType): Json {
  const structure = peelValue(type);
  switch (structure.kind) {
    case "primitive":
      return jsonPrimitive(value, structure.primitive, type);
    case "record": {
      const record = expectRecord(value);
      return Object.fromEntries(
        structure.fields.map((field) => [field.name, jsonValue(record[field.name]!, field.type)]),
      );
    }
    case "variant": {
      const variant = expectVariant(value);
      const payload = structure.cases.find((c) => c.name === variant.case)?.type;
      return payload ? { [variant.case]: jsonValue(variant.value!, payload) } : variant.case;
    }
    case "list":
      if (isByteType(structure.element)) return Array.from(expectBytes(value));
      return expectArray(value).map((item) => jsonValue(item, structure.element));
    case "tuple": {
      const parts = expectArray(value);
      return structure.elements.map((element, i) => jsonValue(parts[i]!, element));
    }
    case "map":
      return jsonMap(value, structure.key, structure.value);
    case "flags":
    case "enum":
      return value as Json;
    case "option": {
      const { some } = expectOption(value);
      if (some === undefined) return null;
      const payload = jsonValue(some, structure.element);
      return peelValue(structure.element).kind === "option" ? { some: payload } : payload;
    }
    case "result": {
      const { side, payload } = expectResult(value);
      const inner = side === "ok" ? structure.ok : structure.error;
      return { [side === "ok" ? "ok" : "err"]: inner ? jsonValue(payload, inner) : null };
    }
    case "own":
    case "borrow":
    case "stream":
    case "future":
    case "unknown":
      return printWave(value, type);
    default:
      return unreachable(structure);
  }
}

function jsonPrimitive(value: WitValue, name: PrimitiveName, type: ValueType): Json {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (name === "f32" || name === "f64") {
    const text = printFloat(value as number, name);
    return Number.isFinite(value) ? Number(text) : text;
  }
  return name === "error-context" ? printWave(value, type) : (value as Json);
}

/** An object where the keys are strings, else pairs. */
function jsonMap(value: WitValue, key: ValueType, item: ValueType): Json {
  const structure = peelValue(key);
  const entries = expectEntries(value).map(([k, v]) => [jsonValue(k, key), jsonValue(v, item)] as const);
  const isText = structure.kind === "primitive" && (structure.primitive === "string" || structure.primitive === "char");
  return isText ? Object.fromEntries(entries as readonly (readonly [string, Json])[]) : entries;
}
