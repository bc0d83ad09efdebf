// WAVE tokens and a type → a value. The type decides what each token means, so nothing is guessed or built twice.
// Spec: WAVE.md; maps as wasm-tools writes them, `{"a": 1}`. Depth is bounded; only the first fault is reported.

import { unreachable } from "../base/assert.ts";
import { printType } from "../wit/print-type.ts";
import {
  type HandleType,
  peelValue,
  type RecordType,
  type ResultType,
  type ValueType,
  type VariantType,
} from "../wit/types.ts";
import { parseLeaf } from "./wave-leaves.ts";
import { type MapEntry, recordValue, type ResourceHandle, variantValue, type WitValue } from "./value.ts";
import { isByteType } from "./value-shapes.ts";
import type { LabelKind } from "./value-problem.ts";
import { foundText, WaveFailure, type WaveFault } from "./wave-error.ts";
import { isKeyword } from "./wave-keywords.ts";
import type { WaveLexer, WavePunctuation, WaveToken } from "./wave-lexer.ts";
import { printWave } from "./print-wave.ts";

/** Values inside values; the component model's types stay far below. */
const MAX_WAVE_DEPTH = 100;

/** The live resource of that number, or null. */
export type ResolveHandle = (type: HandleType, id: number) => ResourceHandle | null;

/** `own<order> #7` */
const HANDLE = /(?:own|borrow)<([^<>\s]*)>\s*#([0-9]{1,15})/y;

export class WaveParser {
  readonly lexer: WaveLexer;
  readonly #resolveHandle: ResolveHandle | null;
  #depth = 0;

  constructor(lexer: WaveLexer, resolveHandle: ResolveHandle | null) {
    this.lexer = lexer;
    this.#resolveHandle = resolveHandle;
  }

  /** The value of `type` that stands next. @throws WaveFailure */
  value(type: ValueType): WitValue {
    if (this.#depth >= MAX_WAVE_DEPTH) this.fail({ kind: "too-deep", bound: MAX_WAVE_DEPTH }, this.lexer.peek());
    this.#depth++;
    const value = this.#structure(type);
    this.#depth--;
    return value;
  }

  #structure(type: ValueType): WitValue {
    const structure = peelValue(type);
    switch (structure.kind) {
      case "primitive":
        return parseLeaf(this.lexer, type, structure.primitive);
      case "record":
        return this.#record(structure.fields, type);
      case "variant":
        return this.#variant(structure.cases, type);
      case "list":
        return this.#list(structure.element, structure.length, type);
      case "map":
        return this.#map(structure.key, structure.value, type);
      case "tuple":
        return this.#tuple(structure.elements, type);
      case "flags":
        return this.#flags(structure.labels, type);
      case "enum":
        return this.#case(structure.labels, type);
      case "option":
        return this.#option(structure.element, type);
      case "result":
        return this.#result(structure, type);
      case "own":
      case "borrow":
        return this.#handle(structure, type);
      case "stream":
      case "future":
      case "unknown":
        return this.lexer.failHere({ kind: "unwritable", type: printType(type) });
      default:
        return unreachable(structure);
    }
  }

  #record(fields: RecordType["fields"], type: ValueType): WitValue {
    const open = this.#open("{", type);
    const values = new Map<string, WitValue>();
    if (this.#takeIf("}")) this.fail({ kind: "empty-braces", type: printType(type) }, open);
    if (!this.#takeEmptyBraces()) {
      this.items("}", () => {
        const token = this.#label(
          "field",
          fields.map((field) => field.name),
          "a field",
        );
        if (values.has(token.name)) this.fail({ kind: "duplicate-label", label: "field", name: token.name }, token);
        this.expect(":");
        values.set(token.name, this.value(fields.find((field) => field.name === token.name)!.type));
      });
    }
    const missing = fields.filter((field) => !values.has(field.name));
    const required = missing.filter((field) => peelValue(field.type).kind !== "option").map((field) => field.name);
    if (required.length > 0) this.fail({ kind: "missing-fields", names: required }, open);
    return recordValue(fields.map(({ name }) => [name, values.get(name) ?? null]));
  }

  #map(keyType: ValueType, valueType: ValueType, type: ValueType): WitValue {
    this.#open("{", type);
    if (this.#takeIf("}") || this.#takeEmptyBraces()) return [];
    const entries = new Map<string, MapEntry>();
    this.items("}", () => {
      const key = this.value(keyType);
      this.expect(":");
      // The last of equal keys wins, at the place of the first: as the reference implementation does.
      entries.set(printWave(key, keyType), [key, this.value(valueType)]);
    });
    return [...entries.values()];
  }

  #flags(labels: readonly string[], type: ValueType): WitValue {
    this.#open("{", type);
    const set = new Set<string>();
    this.items("}", () => {
      const token = this.#label("flag", labels, "a flag");
      if (set.has(token.name)) this.fail({ kind: "duplicate-label", label: "flag", name: token.name }, token);
      set.add(token.name);
    });
    return labels.filter((label) => set.has(label));
  }

  #list(element: ValueType, length: number | null, type: ValueType): WitValue {
    const open = this.#open("[", type);
    const values = this.items("]", () => this.value(element));
    if (length !== null && values.length !== length) this.#wrongLength(type, length, values.length, open);
    return isByteType(element) ? Uint8Array.from(values as number[]) : values;
  }

  #tuple(elements: readonly ValueType[], type: ValueType): WitValue {
    const open = this.#open("(", type);
    const values = this.items(")", (index) => {
      const element = elements[index];
      return element ? this.value(element) : this.#wrongLength(type, elements.length, index + 1, open);
    });
    if (values.length < elements.length) this.#wrongLength(type, elements.length, values.length, open);
    return values;
  }

  #variant(cases: VariantType["cases"], type: ValueType): WitValue {
    const label = this.#case(
      cases.map((c) => c.name),
      type,
    );
    return this.#payloadOf(label, cases.find((c) => c.name === label)!.type, (payload) => variantValue(label, payload));
  }

  #option(element: ValueType, type: ValueType): WitValue {
    const keyword = this.#keyword("some", "none");
    if (keyword === "none") return this.#payloadOf("none", null, () => null);
    if (keyword === "some") return this.#payloadOf("some", element, (payload) => ({ some: payload! }));
    if (!isFlattenable(element)) this.#wrongValue(type);
    return { some: this.value(element) };
  }

  #result(result: ResultType, type: ValueType): WitValue {
    const keyword = this.#keyword("ok", "err");
    if (keyword === "ok") return this.#payloadOf("ok", result.ok, (payload) => ({ ok: payload ?? null }));
    if (keyword === "err") return this.#payloadOf("err", result.error, (payload) => ({ error: payload ?? null }));
    if (!result.ok || !isFlattenable(result.ok)) return this.#wrongValue(type);
    return { ok: this.value(result.ok) };
  }

  /** A handle, where the caller knows which are alive; they have no text of their own. */
  #handle(structure: HandleType, type: ValueType): WitValue {
    const found = this.#resolveHandle && this.lexer.takePattern(HANDLE);
    const handle = found && this.#resolveHandle(structure, Number(found[2]));
    if (handle && found[1] === handle.typeName) return handle;
    if (!found) return this.lexer.failHere({ kind: "unwritable", type: printType(type) });
    const end = found.index + found[0].length;
    throw new WaveFailure({ kind: "unknown-handle", type: printType(type), found: found[0] }, found.index, end);
  }

  /** What follows a case's label: `(payload)` exactly if it has one. */
  #payloadOf(name: string, type: ValueType | null, make: (payload?: WitValue) => WitValue): WitValue {
    const open = this.lexer.peek();
    const isOpen = this.#takeIf("(");
    if (type === null) {
      if (isOpen) this.fail({ kind: "unexpected-payload", name }, open);
      return make();
    }
    if (!isOpen || this.#isNext(")")) this.fail({ kind: "missing-payload", name, type: printType(type) }, open);
    const payload = this.value(type);
    this.expect(")");
    return make(payload);
  }

  /** A case's label, which must not be spelt like a keyword without its `%`. */
  #case(names: readonly string[], type: ValueType): string {
    const token = this.lexer.peek();
    if (token.kind !== "label") return this.#wrongValue(type);
    if (!token.escaped && isKeyword(token.name)) {
      if (!names.includes(token.name)) this.#wrongValue(type);
      this.fail({ kind: "unescaped-keyword", name: token.name }, token);
    }
    return this.#label("case", names, "a case").name;
  }

  #label(label: LabelKind, known: readonly string[], expected: string): Extract<WaveToken, { kind: "label" }> {
    const token = this.lexer.peek();
    if (token.kind !== "label") return this.#unexpected(expected);
    if (!known.includes(token.name)) this.fail({ kind: "unknown-label", label, name: token.name, known }, token);
    this.lexer.take();
    return token;
  }

  #keyword<K extends string>(...keywords: readonly K[]): K | null {
    const token = this.lexer.peek();
    const found = token.kind === "label" && !token.escaped && keywords.find((keyword) => keyword === token.name);
    if (!found) return null;
    this.lexer.take();
    return found;
  }

  /** Comma-separated items up to `close`, which is taken; one trailing comma is fine. */
  items<T>(close: WavePunctuation, item: (index: number) => T): T[] {
    const values: T[] = [];
    while (!this.#isNext(close)) {
      values.push(item(values.length));
      if (!this.#isNext(close) && !this.#takeIf(",")) this.#unexpected(`\`,\` or \`${close}\``);
    }
    this.lexer.take();
    return values;
  }

  /** Takes `:}` if it stands next: the rest of an empty record or map. */
  #takeEmptyBraces(): boolean {
    if (!this.#takeIf(":")) return false;
    this.expect("}");
    return true;
  }

  #open(text: WavePunctuation, type: ValueType): WaveToken {
    return this.#isNext(text) ? this.lexer.take() : this.#wrongValue(type);
  }

  expect(text: WavePunctuation): void {
    if (!this.#takeIf(text)) this.#unexpected(`\`${text}\``);
  }

  #takeIf(text: WavePunctuation): boolean {
    if (!this.#isNext(text)) return false;
    this.lexer.take();
    return true;
  }

  #isNext(text: WavePunctuation): boolean {
    const token = this.lexer.peek();
    return token.kind === "punctuation" && token.text === text;
  }

  #wrongValue(type: ValueType): never {
    const token = this.lexer.peek();
    this.fail({ kind: "wrong-value", type: printType(type), found: foundText(this.lexer.text, token) }, token);
  }

  /** Marks all from `open` to where the parser stands. */
  #wrongLength(type: ValueType, expected: number, found: number, open: WaveToken): never {
    const fault: WaveFault = { kind: "wrong-length", type: printType(type), expected, found };
    throw new WaveFailure(fault, open.start, this.lexer.peek().start);
  }

  #unexpected(expected: string): never {
    const token = this.lexer.peek();
    this.fail({ kind: "unexpected-text", expected, found: foundText(this.lexer.text, token) }, token);
  }

  fail(fault: WaveFault, token: WaveToken): never {
    throw new WaveFailure(fault, token.start, token.end);
  }
}

/** True where `some` or `ok` may go without saying. */
function isFlattenable(type: ValueType): boolean {
  const { kind } = peelValue(type);
  return kind !== "option" && kind !== "result";
}
