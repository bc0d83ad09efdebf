// A draft and its type → the value it says, or everything in it that isn't right yet, each with its path.

import { unreachable } from "../../../core/base/assert.ts";
import { fail, ok, type Result } from "../../../core/base/result.ts";
import { printWave } from "../../../core/values/print-wave.ts";
import { recordValue, variantValue, type WitValue } from "../../../core/values/value.ts";
import type { PathStep, ValuePath } from "../../../core/values/value-path.ts";
import { printType } from "../../../core/wit/print-type.ts";
import { peelValue, type StructuralValueType, type ValueType } from "../../../core/wit/types.ts";
import { type BytesFault, readBytes } from "./bytes-draft.ts";
import { casesOf, type ChoiceDraft, type FieldDraft } from "./field-draft.ts";
import { type LeafFault, readText } from "./leaf-draft.ts";

export type DraftFault =
  | LeafFault
  | BytesFault
  /** `type` in WIT's words. */
  | { readonly kind: "no-handle"; readonly type: string }
  | { readonly kind: "cannot-be-made"; readonly type: string }
  | { readonly kind: "duplicate-key" }
  | { readonly kind: "element-count"; readonly expected: number; readonly found: number };

export type DraftProblem = { readonly path: ValuePath; readonly fault: DraftFault };

/** What `draft` says. */
export function readDraft(
  draft: FieldDraft,
  type: ValueType,
  path: ValuePath = [],
): Result<WitValue, readonly DraftProblem[]> {
  const reading = new Reading(path);
  const value = reading.value(draft, type);
  return reading.problems.length === 0 ? ok(value) : fail(reading.problems);
}

/** What is wrong with the field of `draft` itself, not with what is inside it; null if nothing is. */
export function faultOf(draft: FieldDraft, type: ValueType): DraftFault | null {
  const result = readDraft(draft, type);
  return result.ok ? null : (result.error.find((problem) => problem.path.length === 0)?.fault ?? null);
}

class Reading {
  readonly problems: DraftProblem[] = [];
  readonly #path: PathStep[];

  constructor(path: ValuePath) {
    this.#path = [...path];
  }

  /** The value, or null after a problem. */
  value(draft: FieldDraft, type: ValueType): WitValue {
    const structure = peelValue(type);
    switch (draft.kind) {
      case "switch":
        return draft.on;
      case "text":
        return structure.kind === "primitive" ? this.#result(readText(draft, structure.primitive)) : null;
      case "bytes": {
        const bytes = this.#result(readBytes(draft));
        return bytes && this.#counted(bytes, bytes.length, structure);
      }
      case "parts":
        return this.#parts(draft.parts, structure);
      case "choice":
        return this.#choice(draft, structure);
      case "flags":
        return structure.kind === "flags" ? structure.labels.filter((label) => draft.labels.includes(label)) : null;
      case "rows": {
        if (structure.kind !== "list") return null;
        const values = draft.rows.map((row, i) => this.#part(i, row.draft, structure.element));
        return this.#counted(values, values.length, structure);
      }
      case "entries":
        return this.#entries(draft.rows, structure);
      case "handle":
        return draft.handle ?? this.#add({ kind: "no-handle", type: printType(type) });
      case "given":
        return draft.value ?? this.#add({ kind: "cannot-be-made", type: printType(type) });
      default:
        return unreachable(draft);
    }
  }

  #parts(parts: readonly FieldDraft[], type: StructuralValueType): WitValue {
    if (type.kind === "tuple") return type.elements.map((element, i) => this.#part(i, parts[i]!, element));
    if (type.kind !== "record") return null;
    return recordValue(type.fields.map((field, i) => [field.name, this.#part(field.name, parts[i]!, field.type)]));
  }

  #choice(draft: ChoiceDraft, type: StructuralValueType): WitValue {
    if (type.kind !== "enum" && type.kind !== "variant" && type.kind !== "option" && type.kind !== "result")
      return null;
    const { name, type: payloadType } = casesOf(type)[draft.selected]!;
    const payload = draft.payloads[draft.selected] ?? null;
    const step = type.kind === "option" ? null : name;
    const value = payloadType && payload ? this.#part(step, payload, payloadType) : null;
    switch (type.kind) {
      case "enum":
        return name;
      case "variant":
        return variantValue(name, payloadType ? value : undefined);
      case "option":
        return name === "none" ? null : { some: value };
      case "result":
        return name === "ok" ? { ok: value } : { error: value };
      default:
        return unreachable(type);
    }
  }

  #entries(rows: readonly { key: FieldDraft; value: FieldDraft }[], type: StructuralValueType): WitValue {
    if (type.kind !== "map") return null;
    const keys = new Set<string>();
    return rows.map(({ key, value }, i) => {
      const before = this.problems.length;
      const keyValue = this.#part(i, key, type.key);
      if (this.problems.length === before) {
        const text = printWave(keyValue, type.key);
        if (keys.has(text)) this.#at(i, () => this.#add({ kind: "duplicate-key" }));
        keys.add(text);
      }
      return [keyValue, this.#part(i, value, type.value)] as const;
    });
  }

  #counted<T extends WitValue>(value: T, found: number, type: StructuralValueType): T {
    const expected = type.kind === "list" ? type.length : null;
    if (expected !== null && expected !== found) this.#add({ kind: "element-count", expected, found });
    return value;
  }

  #part(step: PathStep | null, draft: FieldDraft, type: ValueType): WitValue {
    return step === null ? this.value(draft, type) : this.#at(step, () => this.value(draft, type));
  }

  #at<T>(step: PathStep, read: () => T): T {
    this.#path.push(step);
    const value = read();
    this.#path.pop();
    return value;
  }

  #result<T extends WitValue>(result: Result<T, DraftFault>): T | null {
    return result.ok ? result.value : this.#add(result.error);
  }

  #add(fault: DraftFault): null {
    this.problems.push({ path: [...this.#path], fault });
    return null;
  }
}
