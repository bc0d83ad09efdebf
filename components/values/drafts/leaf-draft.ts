// Numbers, chars and strings as they are typed ↔ values. Integers may be typed in hex or binary and with `_` between
// digits; a text with characters that can't be seen is shown, and typed, with WAVE's escapes.

import { fail, ok, type Result } from "../../../core/base/result.ts";
import type { PrimitiveName } from "../../../core/binary/records.ts";
import { INTEGER_RANGES, type IntegerName, isIntegerName, printFloat } from "../../../core/values/numbers.ts";
import { parseWave } from "../../../core/values/parse-wave.ts";
import type { WitValue } from "../../../core/values/value.ts";
import type { WaveFault } from "../../../core/values/wave-error.ts";
import { encodeChar, encodeString } from "../../../core/values/wave-strings.ts";
import { primitive } from "../../../core/wit/types.ts";

/** What stands in a field of text. */
export interface TextDraft {
  readonly kind: "text";
  readonly text: string;
  /** The text is the inside of a WAVE string or char: `\n`, `\u{…}` and `\"` are escapes. */
  readonly escaped: boolean;
}

type LeafDraft = { readonly kind: "switch"; readonly on: boolean } | TextDraft | GivenDraft;

type GivenDraft = { readonly kind: "given"; readonly value: WitValue | null };

export type LeafFault =
  | WaveFault
  | { readonly kind: "empty" }
  | { readonly kind: "not-a-number"; readonly found: string };

/** The draft of `value`, or of nothing yet where it is null. */
export function leafDraftOf(value: WitValue, name: PrimitiveName): LeafDraft {
  if (name === "bool") return { kind: "switch", on: value === true };
  if (name === "error-context") return { kind: "given", value };
  if (name === "char") return value === null ? plain("a") : seen(value as string, encodeChar(value as string));
  if (name === "string") return value === null ? plain("") : seen(value as string, encodeString(value as string));
  if (value === null) return plain("0");
  return plain(
    typeof value === "number" && !isIntegerName(name) ? printFloat(value, name) : (value as number | bigint).toString(),
  );
}

/** What `draft` says, if that is a `name`. */
export function readText({ text, escaped }: TextDraft, name: PrimitiveName): Result<WitValue, LeafFault> {
  const type = primitive(name);
  if (name === "string") return escaped ? parseWave(`"${closed(text)}"`, type) : checkedString(text);
  if (name === "char") return parseWave(`'${escaped ? closed(text) : text.replace(/[\\'\n]/g, encodeInside)}'`, type);
  const trimmed = text.trim();
  if (trimmed === "") return fail({ kind: "empty" });
  const read = parseWave(isIntegerName(name) ? (decimalOf(trimmed) ?? trimmed) : trimmed, type);
  if (read.ok || read.error.kind === "out-of-range" || read.error.kind === "not-an-integer") return read;
  return fail({ kind: "not-a-number", found: trimmed });
}

/** `text` in decimal if it is an integer in hex or binary or has `_` in it, else null. */
function decimalOf(text: string): string | null {
  const match = /^(-?)(0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9][0-9_]*_[0-9_]*)$/.exec(text);
  if (!match || text.length > 100) return null;
  const digits = match[2]!.replaceAll("_", "");
  return /^0[xXbB]$/.test(digits) ? null : `${match[1]}${BigInt(digits)}`;
}

/** `text` moved by `steps`, kept within the range; null if it is no integer now. */
export function stepped(text: string, name: IntegerName, steps: number): string | null {
  const value = readText(plain(text), name);
  if (!value.ok) return null;
  const { min, max } = INTEGER_RANGES[name];
  const next = BigInt(value.value as number | bigint) + BigInt(steps);
  return String(next < min ? min : next > max ? max : next);
}

function plain(text: string): TextDraft {
  return { kind: "text", text, escaped: false };
}

/** `text` as it is, or as `quoted` writes it between its quotes if something in it couldn't be seen or typed. */
function seen(text: string, quoted: string): TextDraft {
  const inside = quoted.slice(1, -1);
  const hidden = inside.replaceAll(/\\["'\\n]/g, "").includes("\\");
  return hidden ? { kind: "text", text: inside, escaped: true } : plain(text);
}

/** An escaped text whose own quotes and line breaks are escaped too, so that it stays inside the quotes around it. */
function closed(text: string): string {
  return text.replace(/\\[^]|["'\n]/g, (piece) => (piece.length > 1 ? piece : piece === "\n" ? "\\n" : `\\${piece}`));
}

function encodeInside(character: string): string {
  return encodeChar(character).slice(1, -1);
}

function checkedString(text: string): Result<WitValue, WaveFault> {
  const parsed = parseWave(encodeString(text), primitive("string"));
  return parsed.ok ? ok(text) : fail(parsed.error);
}
