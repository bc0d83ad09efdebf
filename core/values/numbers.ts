// What the number types can hold. Spec: CanonicalABI.md, "Loading"; NaNs are all one.

import type { PrimitiveName } from "../binary/records.ts";

export type IntegerName = "u8" | "s8" | "u16" | "s16" | "u32" | "s32" | "u64" | "s64";

export interface IntegerRange {
  readonly min: bigint;
  readonly max: bigint;
}

function unsigned(bits: bigint): IntegerRange {
  return { min: 0n, max: (1n << bits) - 1n };
}

function signed(bits: bigint): IntegerRange {
  return { min: -(1n << (bits - 1n)), max: (1n << (bits - 1n)) - 1n };
}

export const INTEGER_RANGES: Readonly<Record<IntegerName, IntegerRange>> = {
  u8: unsigned(8n),
  s8: signed(8n),
  u16: unsigned(16n),
  s16: signed(16n),
  u32: unsigned(32n),
  s32: signed(32n),
  u64: unsigned(64n),
  s64: signed(64n),
};

export function isIntegerName(name: PrimitiveName): name is IntegerName {
  return Object.hasOwn(INTEGER_RANGES, name);
}

/** True where values are bigints. */
export function isLongInteger(name: IntegerName): boolean {
  return name === "u64" || name === "s64";
}

/** `integer` as values of type `name` hold it: a bigint for 64 bits, a number for less. It must be in range. */
export function integerValue(integer: bigint, name: IntegerName): number | bigint {
  return isLongInteger(name) ? integer : Number(integer);
}

/** `value` as a float of type `name` holds it: rounded to single precision for f32. */
export function floatValue(value: number, name: "f32" | "f64"): number {
  return name === "f32" ? Math.fround(value) : value;
}

/** The shortest decimal that reads back as `value` in type `name`; `nan`, `inf`, `-inf`, `-0` as WAVE writes them. */
export function printFloat(value: number, name: "f32" | "f64"): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0";
  return name === "f64" ? String(value) : shortestSingle(value);
}

function shortestSingle(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}
