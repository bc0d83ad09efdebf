// The words for every error of `core/values`, and the only place for them. Sentences without a full stop, so that a
// place can be put before or after; names and pieces of text stand in backticks.

import { unreachable } from "../base/assert.ts";
import type { DefaultValueError } from "./default-value.ts";
import type { JcoError } from "./jco-rules.ts";
import type { ValueFault } from "./value-problem.ts";
import { printPath } from "./value-path.ts";
import type { WaveFault } from "./wave-error.ts";

/** What is wrong with a WAVE text, without the place. */
export function describeWaveError(error: WaveFault): string {
  switch (error.kind) {
    case "unexpected-text":
      return `Expected ${error.expected}, found ${quoted(error.found)}`;
    case "wrong-value":
      return `Expected a value of type ${quoted(error.type)}, found ${quoted(error.found)}`;
    case "out-of-range":
      return `${quoted(error.found)} doesn't fit ${quoted(error.type)}, which goes from ${error.min} to ${error.max}`;
    case "not-an-integer":
      return `${quoted(error.type)} is a whole number, found ${quoted(error.found)}`;
    case "malformed-number":
      return /inf|nan/i.test(error.found)
        ? `${quoted(error.found)} isn't a number; there are \`nan\`, \`inf\` and \`-inf\``
        : `${quoted(error.found)} isn't a number; numbers are written in base 10`;
    case "malformed-label":
      return `${quoted(error.found)} isn't a name; names are in kebab-case`;
    case "unknown-character":
      return `${quoted(error.found)} can't stand here`;
    case "malformed-escape":
      return `${quoted(error.found)} isn't an escape; there are \\\\ \\" \\' \\n \\r \\t and \\u{…}`;
    case "unterminated":
      return `The ${error.what} has no end`;
    case "char-length":
      return "A char is exactly one character";
    case "multiline-start":
      return 'A multiline string starts on the line after its `"""`';
    case "multiline-end":
      return 'The closing `"""` of a multiline string stands on a line of its own';
    case "multiline-indent":
      return `This line needs the ${error.indent} spaces that stand before the closing \`"""\``;
    case "unknown-label":
      return `There is no ${error.label} ${quoted(error.name)}${knownLabels(error.known)}`;
    case "unescaped-keyword":
      return `${quoted(error.name)} is a word of WAVE; the case is written ${quoted(`%${error.name}`)}`;
    case "duplicate-label":
      return `The ${error.label} ${quoted(error.name)} stands here twice`;
    case "missing-fields":
      return error.names.length === 1
        ? `The field ${quoted(error.names[0]!)} is missing`
        : `The fields ${error.names.map(quoted).join(", ")} are missing`;
    case "empty-braces":
      return `${quoted(error.type)} without fields is written \`{:}\``;
    case "missing-payload":
      return `${quoted(error.name)} needs a value of type ${quoted(error.type)} in parentheses`;
    case "unexpected-payload":
      return `${quoted(error.name)} carries no value`;
    case "wrong-length":
      return `${quoted(error.type)} has ${counted(error.expected, "element")}, found ${
        error.found > error.expected ? "more" : error.found
      }`;
    case "missing-argument":
      return `The argument ${quoted(error.name)} of type ${quoted(error.type)} is missing`;
    case "extra-argument":
      return error.expected === 0
        ? "The function takes no arguments"
        : `The function takes only ${counted(error.expected, "argument")}`;
    case "text-after-value":
      return `The value is complete; ${quoted(error.found)} is left over`;
    case "unwritable":
      return `A value of type ${quoted(error.type)} can't be written as text`;
    case "unknown-handle":
      return `${quoted(error.found)} isn't a live ${quoted(error.type)}`;
    case "too-deep":
      return `More than ${error.bound} values inside each other`;
    case "too-long":
      return `The text is ${error.found} characters long; the most is ${error.bound}`;
    default:
      return unreachable(error);
  }
}

/** What is wrong with a value, without the path. */
export function describeValueFault(fault: ValueFault): string {
  switch (fault.kind) {
    case "wrong-kind":
      return `Expected a value of type ${quoted(fault.expected)}`;
    case "out-of-range":
      return `${fault.found} isn't between ${fault.min} and ${fault.max}`;
    case "not-an-integer":
      return `${fault.found} isn't a whole number`;
    case "not-single-precision":
      return `${fault.found} has more digits than an \`f32\` holds`;
    case "not-a-char":
      return "A char is exactly one character";
    case "lone-surrogate":
      return "Holds half of a surrogate pair, which is no character";
    case "unknown-label":
      return `There is no ${fault.label} ${quoted(fault.name)}`;
    case "duplicate-label":
      return `The ${fault.label} ${quoted(fault.name)} is there twice`;
    case "label-order":
      return "The flags aren't in the order of their type";
    case "missing-field":
      return `The field ${quoted(fault.name)} is missing`;
    case "wrong-length":
      return `Has ${counted(fault.found, "element")} instead of ${fault.expected}`;
    case "missing-payload":
      return `${quoted(fault.name)} needs a value`;
    case "unexpected-payload":
      return `${quoted(fault.name)} carries no value`;
    case "duplicate-key":
      return `The key ${quoted(fault.key)} is there twice`;
    case "unsupported-type":
      return `This version doesn't know the type ${quoted(fault.type)}`;
    default:
      return unreachable(fault);
  }
}

/** Why JavaScript and a value couldn't be turned into each other, with the path. */
export function describeJcoError(error: JcoError): string {
  const place = error.path.length === 0 ? "" : `${printPath(error.path)}: `;
  switch (error.kind) {
    case "unexpected-js":
      return `${place}expected a value of type ${quoted(error.type)}, found ${error.found}`;
    case "unknown-handle":
      return `${place}${error.label} isn't alive any more`;
    case "unsupported-type":
      return `${place}this version doesn't know the type ${quoted(error.type)}`;
    default:
      return unreachable(error);
  }
}

export function describeDefaultValueError(error: DefaultValueError): string {
  switch (error.kind) {
    case "no-default":
      return `A value of type ${quoted(error.type)} only comes from a running component`;
    case "too-large":
      return `The value would have more than ${error.bound} parts`;
    default:
      return unreachable(error);
  }
}

const KNOWN_SHOWN = 8;

function knownLabels(known: readonly string[]): string {
  if (known.length === 0) return "";
  const shown = known.slice(0, KNOWN_SHOWN).map(quoted).join(", ");
  return `; there ${known.length === 1 ? "is" : "are"} ${shown}${known.length > KNOWN_SHOWN ? " and others" : ""}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function quoted(text: string | null): string {
  return text === null ? "the end of the text" : `\`${text}\``;
}
