// Random types and random values of them, for laws; and short ways to write types down in tests.

import * as fc from "fast-check";
import { PRIMITIVES, type PrimitiveName } from "../binary/records.ts";
import { uniquenessKey } from "../wit/names.ts";
import { type NamedType, peelValue, primitive, type ValueType } from "../wit/types.ts";
import { INTEGER_RANGES, integerValue, isIntegerName } from "./numbers.ts";
import { printWave } from "./print-wave.ts";
import { isByteType } from "./value-shapes.ts";
import { type MapEntry, recordValue, variantValue, type WitValue } from "./value.ts";

/** The seed of this run, to be put into the names of laws. */
export const SEED = Math.trunc(Math.random() * 0x7fffffff);

export const t = {
  ...(Object.fromEntries(PRIMITIVES.map((name) => [name, primitive(name)])) as Record<PrimitiveName, ValueType>),
  list: (element: ValueType, length: number | null = null): ValueType => ({ kind: "list", element, length }),
  tuple: (...elements: ValueType[]): ValueType => ({ kind: "tuple", elements }),
  option: (element: ValueType): ValueType => ({ kind: "option", element }),
  result: (ok: ValueType | null = null, error: ValueType | null = null): ValueType => ({ kind: "result", ok, error }),
  map: (key: ValueType, value: ValueType): ValueType => ({ kind: "map", key, value }),
  flags: (...labels: string[]): ValueType => ({ kind: "flags", labels }),
  enum: (...labels: string[]): ValueType => ({ kind: "enum", labels }),
  record: (fields: Record<string, ValueType>): ValueType => ({
    kind: "record",
    fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
  }),
  variant: (cases: Record<string, ValueType | null>): ValueType => ({
    kind: "variant",
    cases: Object.entries(cases).map(([name, type]) => ({ name, type })),
  }),
  named: (name: string, of: ValueType): NamedType => ({ kind: "named", name, of }),
  own: (name: string): ValueType => ({ kind: "own", resource: { kind: "named", name, of: { kind: "resource" } } }),
  stream: (element: ValueType | null = null): ValueType => ({ kind: "stream", element }),
};

const WORDS = [
  "a",
  "b2",
  "some",
  "none",
  "ok",
  "err",
  "true",
  "nan",
  "inf",
  "constructor",
  "to-string",
  "HTTP-x",
  "x-1",
];

/** A kebab-case label; often one that means something elsewhere. */
const label = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}$/),
  fc.stringMatching(/^[A-Z][A-Z0-9]{0,3}(-[a-z]{1,3})?$/),
);

function arbitraryLabels(maxLength: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(label, { minLength: 1, maxLength, selector: uniquenessKey });
}

export interface TypeOptions {
  readonly maps: boolean;
  /** Levels of types inside types. */
  readonly depth: number;
}

const LEAVES = PRIMITIVES.filter((name) => name !== "error-context");
const KEYS = ["bool", "s8", "u16", "u32", "s64", "u64", "char", "string"] as const;

/** A type whose values can be written down. */
export function arbitraryType({ maps, depth }: TypeOptions): fc.Arbitrary<ValueType> {
  const leaf = fc.oneof(
    { arbitrary: fc.constantFrom(...LEAVES).map(primitive), weight: 6 },
    { arbitrary: arbitraryLabels(34).map((names) => t.flags(...names.slice(0, 32))), weight: 1 },
    { arbitrary: arbitraryLabels(6).map((names) => t.enum(...names)), weight: 1 },
  );
  if (depth === 0) return leaf;
  const inner = arbitraryType({ maps, depth: depth - 1 });
  const orNone = fc.option(inner, { freq: 2 });
  return fc.oneof(
    { arbitrary: leaf, weight: 2 },
    { arbitrary: membersOf(inner).map(t.record), weight: 1 },
    { arbitrary: membersOf(orNone).map(t.variant), weight: 1 },
    { arbitrary: inner.map((element) => t.list(element)), weight: 1 },
    { arbitrary: fc.tuple(inner, fc.integer({ min: 1, max: 4 })).map(([type, n]) => t.list(type, n)), weight: 1 },
    { arbitrary: fc.array(inner, { minLength: 1, maxLength: 4 }).map((types) => t.tuple(...types)), weight: 1 },
    { arbitrary: inner.map(t.option), weight: 2 },
    { arbitrary: fc.tuple(orNone, orNone).map(([ok, error]) => t.result(ok, error)), weight: 1 },
    { arbitrary: inner.map((type) => t.named("alias", type)), weight: 1 },
    {
      arbitrary: fc.tuple(fc.constantFrom(...KEYS), inner).map(([key, value]) => t.map(primitive(key), value)),
      weight: maps ? 1 : 0,
    },
  );
}

function membersOf<T>(inner: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return arbitraryLabels(4).chain((names) =>
    fc
      .array(inner, { minLength: names.length, maxLength: names.length })
      .map((types) => Object.fromEntries(types.map((type, i) => [names[i], type]))),
  );
}

const scalar = fc.string({ unit: "binary", minLength: 1, maxLength: 1 });
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', "\\", "\n", "\r", " ", "'", "x", "\u202e"), maxLength: 10 }),
);

/** A value of `type`. */
export function arbitraryValue(type: ValueType): fc.Arbitrary<WitValue> {
  const structure = peelValue(type);
  switch (structure.kind) {
    case "primitive":
      return arbitraryPrimitive(structure.primitive);
    case "record":
      return fc
        .tuple(...structure.fields.map((field) => arbitraryValue(field.type)))
        .map((values) => recordValue(structure.fields.map(({ name }, i) => [name, values[i]!])));
    case "variant":
      return fc.oneof(
        ...structure.cases.map(({ name, type: payload }) =>
          payload ? arbitraryValue(payload).map((value) => variantValue(name, value)) : fc.constant(variantValue(name)),
        ),
      );
    case "list": {
      const { element, length } = structure;
      const size = length === null ? { maxLength: 5 } : { minLength: length, maxLength: length };
      return isByteType(element) ? fc.uint8Array(size) : fc.array(arbitraryValue(element), size);
    }
    case "map":
      return fc.uniqueArray(fc.tuple(arbitraryValue(structure.key), arbitraryValue(structure.value)), {
        maxLength: 4,
        selector: ([key]: MapEntry) => printWave(key, structure.key),
      });
    case "tuple":
      return fc.tuple(...structure.elements.map(arbitraryValue));
    case "flags":
      return fc.subarray([...structure.labels]);
    case "enum":
      return fc.constantFrom(...structure.labels);
    case "option":
      return fc.option(arbitraryValue(structure.element).map((some) => ({ some })));
    case "result":
      return fc.oneof(
        payloadOf(structure.ok).map((ok) => ({ ok })),
        payloadOf(structure.error).map((error) => ({ error })),
      );
    default:
      throw new Error(`no values of ${structure.kind}`);
  }
}

function payloadOf(type: ValueType | null): fc.Arbitrary<WitValue> {
  return type ? arbitraryValue(type) : fc.constant(null);
}

function arbitraryPrimitive(name: PrimitiveName): fc.Arbitrary<WitValue> {
  if (isIntegerName(name)) return fc.bigInt(INTEGER_RANGES[name]).map((integer) => integerValue(integer, name));
  if (name === "bool") return fc.boolean();
  if (name === "f32") return fc.float();
  if (name === "f64") return fc.double();
  return name === "char" ? scalar : text;
}

/** A type together with a value of it. */
export function arbitraryTyped(options: TypeOptions): fc.Arbitrary<readonly [ValueType, WitValue]> {
  return arbitraryType(options).chain((type) => arbitraryValue(type).map((value) => [type, value] as const));
}
