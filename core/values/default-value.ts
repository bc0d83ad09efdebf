// A type → the plainest value of it: zeros, empty, none, the first case that has one.
// Types are finite trees, so this ends; fixed-length lists are the one way to ask for much, and are bounded.

import { unreachable } from "../base/assert.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { PrimitiveName } from "../binary/records.ts";
import { printType } from "../wit/print-type.ts";
import { peelValue, type RecordType, type ValueType, type VariantType } from "../wit/types.ts";
import { integerValue, isIntegerName } from "./numbers.ts";
import { recordValue, variantValue, type WitValue } from "./value.ts";
import { isByteType } from "./value-shapes.ts";

/** Values that one default may be made up of, bytes included. */
const MAX_DEFAULT_SIZE = 100_000;

export type DefaultValueError =
  /** A handle, stream or the like, which only a running component can hand out. `type` is in WIT's words. */
  { readonly kind: "no-default"; readonly type: string } | { readonly kind: "too-large"; readonly bound: number };

/** @returns `no-default` for what can't be made by hand, `too-large` past MAX_DEFAULT_SIZE. */
export function defaultValue(type: ValueType): Result<WitValue, DefaultValueError> {
  return new Defaults().value(type);
}

type Outcome = Result<WitValue, DefaultValueError>;

class Defaults {
  #left = MAX_DEFAULT_SIZE;

  value(type: ValueType): Outcome {
    if (--this.#left < 0) return fail({ kind: "too-large", bound: MAX_DEFAULT_SIZE });
    const structure = peelValue(type);
    switch (structure.kind) {
      case "primitive":
        return primitive(structure.primitive);
      case "record":
        return this.#record(structure.fields);
      case "variant":
        return this.#variant(structure.cases);
      case "list":
        return this.#list(structure.element, structure.length ?? 0);
      case "tuple":
        return this.#all(structure.elements);
      case "map":
      case "flags":
        return ok([]);
      case "enum":
        return structure.labels[0] === undefined ? noDefault(type) : ok(structure.labels[0]);
      case "option":
        return ok(null);
      case "result":
        return this.#result(structure.ok, structure.error);
      case "own":
      case "borrow":
      case "stream":
      case "future":
      case "unknown":
        return noDefault(type);
      default:
        return unreachable(structure);
    }
  }

  #record(fields: RecordType["fields"]): Outcome {
    const parts = this.#all(fields.map((field) => field.type));
    return parts.ok ? ok(recordValue(fields.map(({ name }, i) => [name, parts.value[i]!]))) : parts;
  }

  #variant(cases: VariantType["cases"]): Outcome {
    let failure: Outcome = fail({ kind: "no-default", type: "variant" });
    for (const { name, type } of cases) {
      if (!type) return ok(variantValue(name));
      const payload = this.value(type);
      if (payload.ok) return ok(variantValue(name, payload.value));
      failure = payload;
    }
    return failure;
  }

  #result(okType: ValueType | null, errorType: ValueType | null): Outcome {
    const payload = okType ? this.value(okType) : ok(null);
    if (payload.ok) return ok({ ok: payload.value });
    const error = errorType ? this.value(errorType) : ok(null);
    return error.ok ? ok({ error: error.value }) : payload;
  }

  #list(element: ValueType, length: number): Outcome {
    if (length > this.#left) return fail({ kind: "too-large", bound: MAX_DEFAULT_SIZE });
    if (!isByteType(element)) return this.#all(Array.from({ length }, () => element));
    this.#left -= length;
    return ok(new Uint8Array(length));
  }

  #all(types: readonly ValueType[]): Result<readonly WitValue[], DefaultValueError> {
    const values: WitValue[] = [];
    for (const type of types) {
      const part = this.value(type);
      if (!part.ok) return part;
      values.push(part.value);
    }
    return ok(values);
  }
}

function primitive(name: PrimitiveName): Outcome {
  if (isIntegerName(name)) return ok(integerValue(0n, name));
  switch (name) {
    case "bool":
      return ok(false);
    case "f32":
    case "f64":
      return ok(0);
    case "char":
      return ok("a");
    case "string":
      return ok("");
    case "error-context":
      return fail({ kind: "no-default", type: name });
    default:
      return unreachable(name);
  }
}

function noDefault(type: ValueType): Outcome {
  return fail({ kind: "no-default", type: printType(type) });
}
