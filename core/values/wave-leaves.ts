// One WAVE token and a primitive type → the value. Spec: WAVE.md, "Bools" to "Strings".

import { unreachable } from "../base/assert.ts";
import type { PrimitiveName } from "../binary/records.ts";
import { printType } from "../wit/print-type.ts";
import type { ValueType } from "../wit/types.ts";
import { floatValue, INTEGER_RANGES, type IntegerName, integerValue, isIntegerName } from "./numbers.ts";
import type { WitValue } from "./value.ts";
import { foundText, WaveFailure } from "./wave-error.ts";
import type { WaveLexer, WaveToken } from "./wave-lexer.ts";

/** More digits than any integer type has. */
const MAX_DIGITS = 24;

/** The next token as a `name`; `type` is what messages call it. @throws WaveFailure */
export function parseLeaf(lexer: WaveLexer, type: ValueType, name: PrimitiveName): WitValue {
  if (name === "error-context") return lexer.failHere({ kind: "unwritable", type: name });
  const token = lexer.peek();
  const value = leafOf(token, type, name);
  if (value === undefined) {
    const found = foundText(lexer.text, token);
    throw new WaveFailure({ kind: "wrong-value", type: printType(type), found }, token.start, token.end);
  }
  lexer.take();
  return value;
}

function leafOf(
  token: WaveToken,
  type: ValueType,
  name: Exclude<PrimitiveName, "error-context">,
): WitValue | undefined {
  if (isIntegerName(name)) return token.kind === "number" ? integerOf(token, token.text, type, name) : undefined;
  switch (name) {
    case "bool":
      return keywordValue(token, { true: true, false: false });
    case "f32":
    case "f64":
      if (token.kind !== "number") return keywordValue(token, { nan: Number.NaN, inf: Number.POSITIVE_INFINITY });
      return floatValue(token.text === "-inf" ? Number.NEGATIVE_INFINITY : Number(token.text), name);
    case "char":
      return token.kind === "char" ? token.value : undefined;
    case "string":
      return token.kind === "string" ? token.value : undefined;
    default:
      return unreachable(name);
  }
}

function integerOf(token: WaveToken, text: string, type: ValueType, name: IntegerName): WitValue {
  if (!/^-?[0-9]+$/.test(text))
    throw new WaveFailure({ kind: "not-an-integer", type: printType(type), found: text }, token.start, token.end);
  const { min, max } = INTEGER_RANGES[name];
  const integer = text.length <= MAX_DIGITS ? BigInt(text) : null;
  if (integer === null || integer < min || integer > max) {
    const found = text.length <= MAX_DIGITS ? text : `${text.slice(0, MAX_DIGITS)}…`;
    throw new WaveFailure({ kind: "out-of-range", type: printType(type), min, max, found }, token.start, token.end);
  }
  return integerValue(integer, name);
}

/** The value that `values` gives to the keyword in `token`. */
function keywordValue(token: WaveToken, values: Readonly<Record<string, WitValue>>): WitValue | undefined {
  if (token.kind !== "label" || token.escaped || !Object.hasOwn(values, token.name)) return undefined;
  return values[token.name];
}
