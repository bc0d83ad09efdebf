// WAVE text and a type → a value of that type, or the first error with its place in the text.
// Spec: WAVE.md; "Appendix: Function calls" for arguments. Length and depth are bounded; bad input never throws.

import { fail, ok, type Result } from "../base/result.ts";
import { printType } from "../wit/print-type.ts";
import { type Parameter, peelValue, type ValueType } from "../wit/types.ts";
import type { WitValue } from "./value.ts";
import { foundText, placeFailure, type WaveError, WaveFailure } from "./wave-error.ts";
import { WaveLexer } from "./wave-lexer.ts";
import { type ResolveHandle, WaveParser } from "./wave-parser.ts";

/** UTF-16 code units of one text. */
const MAX_WAVE_LENGTH = 16 * 1024 * 1024;

/** A function's name as command lines take it before its arguments: `shop:orders/store@1.2.0.open`. */
const FUNCTION_NAME = /[\w%:/.@[\]#+-]+(?=\s*\()/y;

export interface WaveParseOptions {
  /** Lets handles be written as `own<order> #7`; without it they are refused. */
  readonly resolveHandle?: ResolveHandle | undefined;
}

/** The value that all of `text` stands for. */
export function parseWave(text: string, type: ValueType, options: WaveParseOptions = {}): Result<WitValue, WaveError> {
  return parsing(text, options, (parser) => parser.value(type));
}

/**
 * The arguments in `text`, one for each of `parameters`: `("Pi", 3.14)`. A function name before them is skipped, and
 * `none`s may be left out at the end.
 */
export function parseWaveArguments(
  text: string,
  parameters: readonly Parameter[],
  options: WaveParseOptions = {},
): Result<readonly WitValue[], WaveError> {
  return parsing(text, options, (parser) => {
    parser.lexer.takePattern(FUNCTION_NAME);
    parser.expect("(");
    const values = parser.items(")", (index) => {
      const parameter = parameters[index];
      if (!parameter) return parser.fail({ kind: "extra-argument", expected: parameters.length }, parser.lexer.peek());
      return parser.value(parameter.type);
    });
    for (const { name, type } of parameters.slice(values.length)) {
      if (peelValue(type).kind !== "option")
        parser.fail({ kind: "missing-argument", name, type: printType(type) }, parser.lexer.last);
      values.push(null);
    }
    return values;
  });
}

function parsing<T>(text: string, options: WaveParseOptions, parse: (parser: WaveParser) => T): Result<T, WaveError> {
  try {
    if (text.length > MAX_WAVE_LENGTH)
      throw new WaveFailure({ kind: "too-long", bound: MAX_WAVE_LENGTH, found: text.length }, 0, text.length);
    const parser = new WaveParser(new WaveLexer(text), options.resolveHandle ?? null);
    const value = parse(parser);
    const token = parser.lexer.peek();
    const found = foundText(text, token);
    if (found !== null) parser.fail({ kind: "text-after-value", found }, token);
    return ok(value);
  } catch (failure) {
    if (failure instanceof WaveFailure) return fail(placeFailure(failure, text));
    throw failure;
  }
}
