// The JavaScript of a transpiled component → the value it stands for. Nothing is taken on trust: hand-written mocks come
// this way too. Typed arrays are copied, so that what runs can't change a value. Spec: `jco-rules.ts`.

import { unreachable } from "../base/assert.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { PrimitiveName } from "../binary/records.ts";
import { printType } from "../wit/print-type.ts";
import { type ListType, peelValue, type StreamType, type ValueType } from "../wit/types.ts";
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
import { floatValue, INTEGER_RANGES, isIntegerName, isLongInteger } from "./numbers.ts";
import { isScalar, isWellFormed } from "./text.ts";
import { type OpaqueKind, recordValue, variantValue, type WitValue } from "./value.ts";
import type { PathStep } from "./value-path.ts";
import { isByteType } from "./value-shapes.ts";

/**
 * `js` as a value of `type`, as a parameter or anywhere inside one; objects get their handles from `table`.
 * @returns `unexpected-js` with the path to what jco doesn't make for the type, `unsupported-type`.
 */
export function fromJco(js: unknown, type: ValueType, table: ResourceTable): Result<WitValue, JcoError> {
  return lifting(() => new Lifting(table).value(js, type));
}

/** What a component's exported function returned, as a value of its result; null if it has none. */
export function returnFromJco(
  returned: unknown,
  type: ValueType | null,
  table: ResourceTable,
): Result<WitValue, JcoError> {
  if (type === null) return ok(null);
  const structure = peelValue(type);
  if (structure.kind !== "result" || !throwsErrors(type)) return fromJco(returned, type, table);
  return lifting(() => ({ ok: structure.ok ? new Lifting(table, "ok").value(returned, structure.ok) : null }));
}

/**
 * What a function threw, as the err of its result. Null when it isn't one: a trap, or an error that no WIT type tells of.
 */
export function errorFromJco(
  thrown: unknown,
  type: ValueType | null,
  table: ResourceTable,
): Result<WitValue, JcoError> | null {
  const structure = type && peelValue(type);
  if (structure?.kind !== "result" || !throwsErrors(type!)) return null;
  const hasPayload = typeof thrown === "object" && thrown !== null && Object.hasOwn(thrown, "payload");
  if (!hasPayload && thrown instanceof Error) return null;
  const payload = hasPayload ? (thrown as { payload: unknown }).payload : thrown;
  return lifting(() => ({ error: structure.error ? new Lifting(table, "err").value(payload, structure.error) : null }));
}

function lifting(lift: () => WitValue): Result<WitValue, JcoError> {
  try {
    return ok(lift());
  } catch (failure) {
    if (failure instanceof JcoFailure) return fail(failure.error);
    throw failure;
  }
}

class Lifting {
  readonly #table: ResourceTable;
  readonly #path: PathStep[];

  constructor(table: ResourceTable, ...path: PathStep[]) {
    this.#table = table;
    this.#path = path;
  }

  value(js: unknown, type: ValueType): WitValue {
    const structure = peelValue(type);
    switch (structure.kind) {
      case "primitive":
        return this.#primitive(js, type, structure.primitive);
      case "record": {
        const object = this.#objectOf(js, type);
        const parts = structure.fields.map(({ name, type: field }) => {
          return [name, this.#part(name, ownProperty(object, jcoName(name)), field)] as const;
        });
        return recordValue(parts);
      }
      case "variant": {
        const { tag, val } = this.#tagged(js, type);
        const found = structure.cases.find((c) => c.name === tag) ?? this.#unexpected(js, type);
        return variantValue(found.name, found.type ? this.#part(found.name, val, found.type) : undefined);
      }
      case "list":
        return this.#list(js, structure, type);
      case "map":
        if (!(js instanceof Map)) return this.#unexpected(js, type);
        return Array.from(js as Map<unknown, unknown>, ([key, item], i) => {
          return [this.#part(i, key, structure.key), this.#part(i, item, structure.value)] as const;
        });
      case "tuple":
        if (!Array.isArray(js) || js.length !== structure.elements.length) return this.#unexpected(js, type);
        return structure.elements.map((element, i) => this.#part(i, js[i], element));
      case "flags": {
        const object = this.#objectOf(js, type);
        return structure.labels.filter((label) => ownProperty(object, jcoName(label)) === true);
      }
      case "enum":
        return typeof js === "string" && structure.labels.includes(js) ? js : this.#unexpected(js, type);
      case "option":
        return this.#option(js, structure.element, type);
      case "result": {
        const { tag, val } = this.#tagged(js, type);
        if (tag === "ok") return { ok: structure.ok ? this.#part("ok", val, structure.ok) : null };
        if (tag === "err") return { error: structure.error ? this.#part("err", val, structure.error) : null };
        return this.#unexpected(js, type);
      }
      case "own":
      case "borrow":
        return this.#table.toHandle(this.#objectOf(js, type), structure);
      case "stream":
      case "future":
        return this.#opaque(js, structure.kind, type, structure);
      case "unknown":
        return this.#fail({ kind: "unsupported-type", type: printType(type) });
      default:
        return unreachable(structure);
    }
  }

  #primitive(js: unknown, type: ValueType, name: PrimitiveName): WitValue {
    if (isIntegerName(name)) {
      const { min, max } = INTEGER_RANGES[name];
      const isRight = isLongInteger(name) ? typeof js === "bigint" : Number.isInteger(js);
      if (!isRight || (js as number) < min || (js as number) > max) return this.#unexpected(js, type);
      return typeof js === "bigint" ? js : (js as number) + 0;
    }
    switch (name) {
      case "bool":
        return typeof js === "boolean" ? js : this.#unexpected(js, type);
      case "f32":
      case "f64":
        return typeof js === "number" ? floatValue(js, name) : this.#unexpected(js, type);
      case "char":
        return typeof js === "string" && isScalar(js) ? js : this.#unexpected(js, type);
      case "string":
        return typeof js === "string" && isWellFormed(js) ? js : this.#unexpected(js, type);
      case "error-context":
        return this.#opaque(js, name, type, null);
      default:
        return unreachable(name);
    }
  }

  #list(js: unknown, { element, length }: ListType, type: ValueType): WitValue {
    const NumericArray = numericArrayOf(element);
    const isTyped = NumericArray !== null && js instanceof NumericArray;
    if (!isTyped && !Array.isArray(js)) return this.#unexpected(js, type);
    const items = js as ArrayLike<unknown>;
    if (length !== null && items.length !== length) return this.#unexpected(js, type);
    if (isTyped) return isByteType(element) ? (js as Uint8Array).slice() : Array.from(items as ArrayLike<WitValue>);
    const values = Array.from(items, (item, i) => this.#part(i, item, element));
    return isByteType(element) ? Uint8Array.from(values as number[]) : values;
  }

  #option(js: unknown, element: ValueType, type: ValueType): WitValue {
    if (isNullable(type)) return js === undefined || js === null ? null : { some: this.value(js, element) };
    const { tag, val } = this.#tagged(js, type);
    if (tag === "none") return null;
    return tag === "some" ? { some: this.value(val, element) } : this.#unexpected(js, type);
  }

  #opaque(js: unknown, of: OpaqueKind, type: ValueType, stream: StreamType | null): WitValue {
    return this.#table.toOpaque(this.#objectOf(js, type), of, stream);
  }

  #tagged(js: unknown, type: ValueType): { tag: unknown; val: unknown } {
    const object = this.#objectOf(js, type);
    return { tag: ownProperty(object, "tag"), val: ownProperty(object, "val") };
  }

  #objectOf(js: unknown, type: ValueType): object {
    return typeof js === "object" && js !== null ? js : this.#unexpected(js, type);
  }

  #part(step: PathStep, js: unknown, type: ValueType): WitValue {
    this.#path.push(step);
    const part = this.value(js, type);
    this.#path.pop();
    return part;
  }

  #unexpected(js: unknown, type: ValueType): never {
    return this.#fail({ kind: "unexpected-js", type: printType(type), found: describeJs(js) });
  }

  #fail(error: JcoFault): never {
    throw new JcoFailure({ ...error, path: [...this.#path] });
  }
}

/** What `js` is, in JavaScript's words. */
function describeJs(js: unknown): string {
  if (js === null || js === undefined) return String(js);
  if (typeof js === "string") return JSON.stringify(js.length > 40 ? `${js.slice(0, 40)}…` : js);
  if (typeof js === "bigint") return `${js}n`;
  if (typeof js === "number" || typeof js === "boolean") return String(js);
  if (typeof js !== "object") return `a ${typeof js}`;
  if (Array.isArray(js)) return `an array of ${js.length}`;
  const name: unknown = js.constructor?.name;
  return typeof name === "string" && name !== "Object" && name !== "" ? `a ${name}` : "an object";
}

/** Own properties only: what stands on a prototype is not data. */
function ownProperty(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
