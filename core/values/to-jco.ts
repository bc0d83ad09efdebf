// A value → the JavaScript that a transpiled component takes for it. The value must be of the type (`checkValue`).
// Typed arrays are new each time: what runs may keep them. Spec: `jco-rules.ts`.

import { unreachable } from "../base/assert.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { printType } from "../wit/print-type.ts";
import { type ListType, type OptionType, peelValue, type ValueType } from "../wit/types.ts";
import {
  isNullable,
  type JcoError,
  JcoFailure,
  type JcoFault,
  jcoName,
  numericArrayOf,
  type ResourceTable,
  throwsErrors,
} from "./jco-rules.ts";
import type { OpaqueValue, ResourceHandle, WitValue } from "./value.ts";
import type { PathStep } from "./value-path.ts";
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

/**
 * `value` as jco's JavaScript, as a parameter or anywhere inside one.
 * @returns `unknown-handle` for a handle that `table` hasn't, `unsupported-type` for a type this version doesn't know.
 */
export function toJco(value: WitValue, type: ValueType, table: ResourceTable): Result<unknown, JcoError> {
  try {
    return ok(new Lowering(table).value(value, type));
  } catch (failure) {
    if (failure instanceof JcoFailure) return fail(failure.error);
    throw failure;
  }
}

/** What the JavaScript behind an import does so that its caller gets a value. */
export type JcoAnswer =
  | { readonly kind: "return"; readonly value: unknown }
  /** Throw a ComponentError of this. */
  | { readonly kind: "throw"; readonly payload: unknown };

/** The err of a function's result as JavaScript throws it; jco knows it by its own `payload`. */
export class ComponentError extends Error {
  readonly payload: unknown;
  constructor(payload: unknown) {
    super("a component returned an error");
    this.payload = payload;
  }
}

/** How a function with the result `type` answers `value`; without a result both are null. Errors as for `toJco`. */
export function answerToJco(
  value: WitValue,
  type: ValueType | null,
  table: ResourceTable,
): Result<JcoAnswer, JcoError> {
  if (type === null) return ok({ kind: "return", value: undefined });
  const js = toJco(value, type, table);
  if (!js.ok) return js;
  if (!throwsErrors(type)) return ok({ kind: "return", value: js.value });
  const { tag, val } = js.value as { tag: "ok" | "err"; val: unknown };
  return ok(tag === "ok" ? { kind: "return", value: val } : { kind: "throw", payload: val });
}

class Lowering {
  readonly #table: ResourceTable;
  readonly #path: PathStep[] = [];

  constructor(table: ResourceTable) {
    this.#table = table;
  }

  value(value: WitValue, type: ValueType): unknown {
    const structure = peelValue(type);
    switch (structure.kind) {
      case "primitive":
        return structure.primitive === "error-context" ? this.#object(expectOpaque(value)) : value;
      case "enum":
        return value;
      case "record": {
        const record = expectRecord(value);
        const parts = structure.fields.map(({ name, type: field }) => {
          return [jcoName(name), this.#part(name, record[name]!, field)] as const;
        });
        return Object.fromEntries(parts);
      }
      case "variant": {
        const variant = expectVariant(value);
        const payload = structure.cases.find((c) => c.name === variant.case)?.type;
        if (!payload) return { tag: variant.case };
        return { tag: variant.case, val: this.#part(variant.case, variant.value!, payload) };
      }
      case "list":
        return this.#list(value, structure);
      case "map": {
        const entries = expectEntries(value).map(([key, item], i) => {
          return [this.#part(i, key, structure.key), this.#part(i, item, structure.value)] as const;
        });
        return new Map(entries);
      }
      case "tuple": {
        const parts = expectArray(value);
        return structure.elements.map((element, i) => this.#part(i, parts[i]!, element));
      }
      case "flags": {
        const set = expectLabels(value);
        return Object.fromEntries(structure.labels.map((label) => [jcoName(label), set.includes(label)]));
      }
      case "option":
        return this.#option(value, structure);
      case "result": {
        const { side, payload } = expectResult(value);
        const inner = side === "ok" ? structure.ok : structure.error;
        return { tag: side === "ok" ? "ok" : "err", val: inner ? this.#part(side, payload, inner) : undefined };
      }
      case "own":
      case "borrow":
        return this.#object(expectHandle(value));
      case "stream":
      case "future":
        return this.#object(expectOpaque(value));
      case "unknown":
        return this.#fail({ kind: "unsupported-type", type: printType(type) });
      default:
        return unreachable(structure);
    }
  }

  #list(value: WitValue, { element, length }: ListType): unknown {
    if (isByteType(element)) return length === null ? expectBytes(value).slice() : Array.from(expectBytes(value));
    const items = expectArray(value).map((item, i) => this.#part(i, item, element));
    const NumericArray = length === null ? numericArrayOf(element) : null;
    // The items are numbers or bigints as the array wants them; its constructors don't overlap for the type checker.
    return NumericArray ? new (NumericArray as new (items: readonly unknown[]) => object)(items) : items;
  }

  #option(value: WitValue, type: OptionType): unknown {
    const { some } = expectOption(value);
    const payload = some === undefined ? undefined : this.value(some, type.element);
    if (isNullable(type)) return payload;
    return some === undefined ? { tag: "none" } : { tag: "some", val: payload };
  }

  #object(handle: ResourceHandle | OpaqueValue): object {
    const label = handle.kind === "resource" ? handle.label : `${handle.of} #${handle.id}`;
    return this.#table.toObject(handle) ?? this.#fail({ kind: "unknown-handle", label });
  }

  #part(step: PathStep, value: WitValue, type: ValueType): unknown {
    this.#path.push(step);
    const part = this.value(value, type);
    this.#path.pop();
    return part;
  }

  #fail(error: JcoFault): never {
    throw new JcoFailure({ ...error, path: [...this.#path] });
  }
}
