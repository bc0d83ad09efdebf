// Terminal output → styled spans. Understands SGR (colours and weight); every other escape sequence is left out.
// Spec: ECMA-48 8.3.117. A line begins plain: styles don't carry over from the line before.

export interface AnsiSpan {
  readonly text: string;
  /** Where it begins in the line, escapes counted. */
  readonly offset: number;
  readonly style: AnsiStyle;
}

export interface AnsiStyle {
  readonly colour: AnsiColour | null;
  readonly background: AnsiColour | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
}

/** One of the sixteen named colours, which follow the theme, or one that the program chose itself. */
export type AnsiColour = { readonly name: AnsiColourName } | { readonly css: string };

type AnsiColourName = (typeof NAMES)[number];

const NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"] as const;

const PLAIN: AnsiStyle = {
  colour: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
};

// CSI with its final byte, OSC up to its terminator, any other two-byte escape, and control characters but tab.
const ESCAPE =
  // oxlint-disable-next-line no-control-regex -- escapes are control characters
  /\u001B\[([0-?]*)([ -/]*[@-~])?|\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|\u001B.?|[\0-\b\n-\u001F\u007F]/g;

/** The spans of one line; without escapes there is one, for an empty line none. */
export function parseAnsi(line: string): readonly AnsiSpan[] {
  const spans: AnsiSpan[] = [];
  let style = PLAIN;
  let from = 0;
  const push = (to: number) => {
    if (to > from) spans.push({ text: line.slice(from, to), offset: from, style });
  };
  for (const match of line.matchAll(ESCAPE)) {
    push(match.index);
    from = match.index + match[0].length;
    if (match[2] === "m") style = applySgr(style, parameters(match[1] ?? ""));
  }
  push(line.length);
  return spans;
}

/** The text alone, for searching and copying. */
export function stripAnsi(line: string): string {
  return line.replaceAll(ESCAPE, "");
}

function parameters(text: string): readonly number[] {
  return text.split(/[;:]/).map((part) => (part === "" ? 0 : Number(part)));
}

function applySgr(before: AnsiStyle, codes: readonly number[]): AnsiStyle {
  let style = before;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const { colour, length } = extendedColour(codes.slice(at + 1));
      style = code === 38 ? { ...style, colour } : { ...style, background: colour };
      at += length;
    } else {
      style = applyCode(style, code);
    }
  }
  return style;
}

const ATTRIBUTES = new Map<number, Partial<AnsiStyle>>([
  [0, PLAIN],
  [1, { bold: true }],
  [2, { dim: true }],
  [3, { italic: true }],
  [4, { underline: true }],
  [7, { inverse: true }],
  [22, { bold: false, dim: false }],
  [23, { italic: false }],
  [24, { underline: false }],
  [27, { inverse: false }],
  [39, { colour: null }],
  [49, { background: null }],
]);

function applyCode(style: AnsiStyle, code: number): AnsiStyle {
  const attributes = ATTRIBUTES.get(code);
  if (attributes) return { ...style, ...attributes };
  const named = (first: number) => namedColour(code - first);
  if (code >= 30 && code <= 37) return { ...style, colour: named(30) };
  if (code >= 90 && code <= 97) return { ...style, colour: named(90) };
  if (code >= 40 && code <= 47) return { ...style, background: named(40) };
  if (code >= 100 && code <= 107) return { ...style, background: named(100) };
  return style;
}

function namedColour(index: number): AnsiColour | null {
  const name = NAMES[index];
  return name === undefined ? null : { name };
}

/** What follows a 38 or 48: `5;n` or `2;r;g;b`, and how many codes it takes. */
function extendedColour(codes: readonly number[]): { readonly colour: AnsiColour | null; readonly length: number } {
  const [kind, a = 0, b = 0, c = 0] = codes;
  if (kind === 5) return { colour: paletteColour(a), length: 2 };
  if (kind === 2) return { colour: { css: `rgb(${a} ${b} ${c})` }, length: 4 };
  return { colour: null, length: codes.length };
}

/** One of the 256: sixteen named ones, a cube of six steps, and greys. */
function paletteColour(index: number): AnsiColour | null {
  if (index < 16) return namedColour(index % 8);
  if (index < 232) {
    const step = (divisor: number) => [0, 95, 135, 175, 215, 255][Math.floor((index - 16) / divisor) % 6] ?? 0;
    return { css: `rgb(${step(36)} ${step(6)} ${step(1)})` };
  }
  const grey = 8 + (Math.min(index, 255) - 232) * 10;
  return { css: `rgb(${grey} ${grey} ${grey})` };
}
