// What a terminal reports of the keyboard (text, control characters and escape sequences in one string) → what was meant.

export type TerminalKey =
  | "enter"
  | "erase"
  | "erase-word"
  | "erase-before"
  | "erase-after"
  | "delete"
  | "left"
  | "right"
  | "word-left"
  | "word-right"
  | "home"
  | "end"
  | "older"
  | "newer"
  | "interrupt"
  | "end-of-input"
  /** What no line has a use for: other keys, and what a terminal answers by itself. */
  | "none";

export type Typed =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "key"; readonly key: TerminalKey };

const KEYS: Readonly<Record<string, TerminalKey>> = {
  "\r": "enter",
  "\n": "enter",
  "\x7f": "erase",
  "\b": "erase",
  "\x17": "erase-word",
  "\x1b\x7f": "erase-word",
  "\x15": "erase-before",
  "\x0b": "erase-after",
  "\x1b[3~": "delete",
  "\x02": "left",
  "\x1b[D": "left",
  "\x1bOD": "left",
  "\x06": "right",
  "\x1b[C": "right",
  "\x1bOC": "right",
  "\x1b[1;5D": "word-left",
  "\x1b[1;3D": "word-left",
  "\x1bb": "word-left",
  "\x1b[1;5C": "word-right",
  "\x1b[1;3C": "word-right",
  "\x1bf": "word-right",
  "\x01": "home",
  "\x1b[H": "home",
  "\x1bOH": "home",
  "\x05": "end",
  "\x1b[F": "end",
  "\x1bOF": "end",
  "\x10": "older",
  "\x1b[A": "older",
  "\x1bOA": "older",
  "\x0e": "newer",
  "\x1b[B": "newer",
  "\x1bOB": "newer",
  "\x03": "interrupt",
  "\x04": "end-of-input",
};

/** Control sequences, strings of terminals, other sequences, control characters, and what lies between them. */
const PARTS =
  // oxlint-disable-next-line no-control-regex -- what is typed is control characters
  /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1bO.|\x1b.?|[\x00-\x08\x0a-\x1f\x7f]|[^\x00-\x08\x0a-\x1f\x7f]+/gsu;

/** What was typed or pasted, in order. Other control characters are text. */
export function readTyped(data: string): readonly Typed[] {
  return Array.from(data.matchAll(PARTS), ([part]): Typed => {
    const key = KEYS[part] ?? (part.startsWith("\x1b") ? "none" : null);
    return key === null ? { kind: "text", text: part } : { kind: "key", key };
  });
}
