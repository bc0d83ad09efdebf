// WAVE text → tokens, one at a time with one of lookahead. Keywords are labels here; the parser tells them apart.
// Spec: WAVE.md, "Encoding". Offsets count UTF-16 code units.

import { isScalar } from "./text.ts";
import { WaveFailure, type WaveFault } from "./wave-error.ts";
import { decodeMultiline, decodePlain } from "./wave-strings.ts";

export type WavePunctuation = "{" | "}" | "(" | ")" | "[" | "]" | ":" | ",";

export type WaveToken = { readonly start: number; readonly end: number } & (
  | { readonly kind: "punctuation"; readonly text: WavePunctuation }
  /** As written; `-inf` too. */
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "label"; readonly name: string; readonly escaped: boolean }
  | { readonly kind: "char" | "string"; readonly value: string }
  | { readonly kind: "end" }
);

const SPACE = /(?:[ \t\r\n]|\/\/[^\n]*)*/y;
const NUMBER = /-inf(?![A-Za-z0-9])|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const LABEL = /%?(?:[a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:-(?:[a-z0-9]+|[A-Z0-9]+))*/y;
/** What a person would take for one word, whether or not it is one. */
const WORD = /[%\w.+-]+/y;

export class WaveLexer {
  readonly text: string;
  #position = 0;
  #next: WaveToken | null = null;
  #last: WaveToken = { kind: "end", start: 0, end: 0 };

  constructor(text: string) {
    this.text = text;
  }

  /** The next token, left where it is. @throws WaveFailure */
  peek(): WaveToken {
    return (this.#next ??= this.#read());
  }

  /** The next token, taken. @throws WaveFailure */
  take(): WaveToken {
    this.#last = this.peek();
    this.#next = null;
    return this.#last;
  }

  /** The token taken last. */
  get last(): WaveToken {
    return this.#last;
  }

  /** Takes what `pattern` (sticky) matches where the next token would start; null if it matches nothing there. */
  takePattern(pattern: RegExp): RegExpExecArray | null {
    if (this.#next) this.#position = this.#next.start;
    else this.#match(SPACE);
    this.#next = null;
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.text);
    this.#position += found?.[0].length ?? 0;
    return found;
  }

  /** Refuses whatever stands next, even what isn't a token. @throws WaveFailure */
  failHere(fault: WaveFault): never {
    if (!this.#next) this.#match(SPACE);
    const start = this.#next?.start ?? this.#position;
    throw new WaveFailure(fault, start, start);
  }

  #read(): WaveToken {
    this.#match(SPACE);
    const start = this.#position;
    const first = this.text[start];
    if (first === undefined) return { kind: "end", start, end: start };
    if ("{}()[]:,".includes(first)) {
      this.#position++;
      return { kind: "punctuation", text: first as WavePunctuation, start, end: start + 1 };
    }
    if (first === '"') return this.#string(start);
    if (first === "'") return this.#char(start);
    if (/[-0-9]/.test(first)) return this.#word(NUMBER, start, "malformed-number");
    if (/[%A-Za-z]/.test(first)) return this.#word(LABEL, start, "malformed-label");
    const found = String.fromCodePoint(this.text.codePointAt(start)!);
    throw new WaveFailure({ kind: "unknown-character", found }, start, start + found.length);
  }

  #word(pattern: RegExp, start: number, malformed: "malformed-number" | "malformed-label"): WaveToken {
    const text = this.#match(pattern);
    const rest = this.#match(WORD);
    const end = this.#position;
    if (text === "" || rest !== "") throw new WaveFailure({ kind: malformed, found: text + rest }, start, end);
    if (malformed === "malformed-number") return { kind: "number", text, start, end };
    const escaped = text.startsWith("%");
    return { kind: "label", name: escaped ? text.slice(1) : text, escaped, start, end };
  }

  #string(start: number): WaveToken {
    if (!this.text.startsWith('"""', start)) {
      const { value, end } = decodePlain(this.text, start, '"');
      this.#position = end;
      return { kind: "string", value, start, end };
    }
    const close = this.text.indexOf('"""', start + 3);
    if (close < 0) this.#fail({ kind: "unterminated", what: "multiline string" }, start, start + 3);
    this.#position = close + 3;
    return { kind: "string", value: decodeMultiline(this.text, start + 3, close), start, end: close + 3 };
  }

  #char(start: number): WaveToken {
    const { value, end } = decodePlain(this.text, start, "'");
    this.#position = end;
    if (!isScalar(value)) this.#fail({ kind: "char-length" }, start, end);
    return { kind: "char", value, start, end };
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.#position += found.length;
    return found;
  }

  #fail(fault: WaveFault, start: number, end: number): never {
    throw new WaveFailure(fault, start, end);
  }
}
