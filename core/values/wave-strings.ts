// The insides of WAVE's chars, strings and multiline strings ↔ the text they stand for.
// Spec: WAVE.md, "Chars", "Strings", "Multiline Strings". Offsets count UTF-16 code units.

import { isScalarNumber, isWellFormed } from "./text.ts";
import { WaveFailure } from "./wave-error.ts";

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  "\\": "\\",
  t: "\t",
  n: "\n",
  r: "\r",
};

const CODE_POINT = /u\{([0-9a-fA-F]{1,6})\}/y;

/** The string or char whose opening `quote` stands at `start`; `end` is past its closing one. @throws WaveFailure */
export function decodePlain(text: string, start: number, quote: '"' | "'"): { value: string; end: number } {
  let value = "";
  let copied = start + 1;
  for (let i = start + 1; ;) {
    const character = text[i];
    if (character === undefined || character === "\n")
      throw new WaveFailure({ kind: "unterminated", what: quote === '"' ? "string" : "char" }, start, i);
    if (character === quote) return { value: checked(value + text.slice(copied, i), start, i + 1), end: i + 1 };
    if (character === "\\") {
      const escape = decodeEscape(text, i);
      value += text.slice(copied, i) + escape.value;
      copied = escape.end;
      i = copied;
    } else {
      i++;
    }
  }
}

/** The multiline string between the quotes at `start` and `end`, without the indentation of the closing ones. */
export function decodeMultiline(text: string, start: number, end: number): string {
  const opening = /\r?\n/y;
  opening.lastIndex = start;
  const lineBreak = opening.exec(text.slice(0, end))?.[0];
  if (lineBreak === undefined) throw new WaveFailure({ kind: "multiline-start" }, start - 3, start);
  const lastBreak = text.lastIndexOf("\n", end - 1);
  const indent = text.slice(lastBreak + 1, end);
  if (/[^ ]/.test(indent)) throw new WaveFailure({ kind: "multiline-end" }, lastBreak + 1, end + 3);
  const lines: string[] = [];
  for (let from = start + lineBreak.length; from <= lastBreak;) {
    const to = text.indexOf("\n", from);
    if (!text.startsWith(indent, from))
      throw new WaveFailure({ kind: "multiline-indent", indent: indent.length }, from, Math.max(to, from + 1));
    const line = text.slice(from + indent.length, to).replace(/\r$/, "");
    lines.push(checked(decodeLine(line, text, from + indent.length), from, to));
    from = to + 1;
  }
  return lines.join("\n");
}

/** `line`, which starts at `offset` of `text`, with its escapes resolved. */
function decodeLine(line: string, text: string, offset: number): string {
  let value = "";
  let copied = 0;
  for (let at = line.indexOf("\\"); at >= 0; at = line.indexOf("\\", copied)) {
    const escape = decodeEscape(text, offset + at);
    value += line.slice(copied, at) + escape.value;
    copied = escape.end - offset;
  }
  return value + line.slice(copied);
}

function decodeEscape(text: string, start: number): { value: string; end: number } {
  const simple = SIMPLE_ESCAPES[text[start + 1] ?? ""];
  if (simple !== undefined) return { value: simple, end: start + 2 };
  CODE_POINT.lastIndex = start + 1;
  const match = CODE_POINT.exec(text);
  const codePoint = match ? Number.parseInt(match[1]!, 16) : -1;
  if (match && isScalarNumber(codePoint))
    return { value: String.fromCodePoint(codePoint), end: start + 1 + match[0].length };
  const found = /^\\(?:u(?:\{[^}'"\n]{0,12}\}?)?|.?)/u.exec(text.slice(start, start + 16))![0];
  throw new WaveFailure({ kind: "malformed-escape", found }, start, start + found.length);
}

function checked(value: string, start: number, end: number): string {
  if (!isWellFormed(value)) throw new WaveFailure({ kind: "unknown-character", found: "\uFFFD" }, start, end);
  return value;
}

/** Controls and what can't be seen, or turns the text around: they are written as escapes. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const NAMED: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escapeHidden(text: string): string {
  return text.replace(HIDDEN, (character) => NAMED[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** `'x'` */
export function encodeChar(value: string): string {
  return `'${escapeHidden(value.replace(/['\\]/g, "\\$&"))}'`;
}

/** `"text"`, in one line. */
export function encodeString(value: string): string {
  return `"${escapeHidden(value.replace(/["\\]/g, "\\$&"))}"`;
}

/** `value` between triple quotes, every line after the opening one indented by `indent` spaces. */
export function encodeMultiline(value: string, indent: number): string {
  const margin = " ".repeat(indent);
  const lines = value.split("\n").map((line) => {
    const escaped = escapeHidden(line.replaceAll("\\", "\\\\").replace(/""(?=")/g, '""\\'));
    return margin + escaped;
  });
  return ['"""', ...lines, `${margin}"""`].join("\n");
}
