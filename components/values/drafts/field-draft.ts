// What a form holds while a value is being typed: the shape of the type with texts for leaves, which may be wrong or
// half done. Payloads of cases that aren't chosen now stay, so choosing back loses nothing. A draft always fits its type.

import { unreachable } from "../../../core/base/assert.ts";
import type { ResourceHandle, WitValue } from "../../../core/values/value.ts";
import {
  asOption,
  asResult,
  expectArray,
  expectBytes,
  expectEntries,
  expectHandle,
  expectLabels,
  expectRecord,
  expectVariant,
  isByteType,
} from "../../../core/values/value-shapes.ts";
import { peelValue, type StructuralValueType, type ValueType } from "../../../core/wit/types.ts";
import { type BytesDraft, bytesDraftOf, emptyBytes } from "./bytes-draft.ts";
import { leafDraftOf, type TextDraft } from "./leaf-draft.ts";

export type FieldDraft =
  | { readonly kind: "switch"; readonly on: boolean }
  | TextDraft
  | BytesDraft
  /** Fields of a record or elements of a tuple, in the order of the type. */
  | { readonly kind: "parts"; readonly parts: readonly FieldDraft[] }
  | ChoiceDraft
  | { readonly kind: "flags"; readonly labels: readonly string[] }
  | { readonly kind: "rows"; readonly rows: readonly DraftRow[] }
  | { readonly kind: "entries"; readonly rows: readonly DraftEntry[] }
  | { readonly kind: "handle"; readonly handle: ResourceHandle | null }
  /** Something live that can only be kept as it is, or null where there is none. */
  | { readonly kind: "given"; readonly value: WitValue | null };

/** An enum, variant, option or result; `selected` and `payloads` count in the order of `casesOf`. */
export interface ChoiceDraft {
  readonly kind: "choice";
  readonly selected: number;
  /** Null for cases that were never opened and those without a payload. */
  readonly payloads: readonly (FieldDraft | null)[];
}

export interface DraftRow {
  /** Unique among the rows and kept while a row moves. */
  readonly id: number;
  readonly draft: FieldDraft;
}

export interface DraftEntry {
  readonly id: number;
  readonly key: FieldDraft;
  readonly value: FieldDraft;
}

export interface Case {
  readonly name: string;
  readonly type: ValueType | null;
}

type ChoiceType = Extract<StructuralValueType, { kind: "enum" | "variant" | "option" | "result" }>;

/** The cases of a type that is a choice of one, as WAVE names them. */
export function casesOf(type: ChoiceType): readonly Case[] {
  switch (type.kind) {
    case "enum":
      return type.labels.map((name) => ({ name, type: null }));
    case "variant":
      return type.cases;
    case "option":
      return [
        { name: "none", type: null },
        { name: "some", type: type.element },
      ];
    case "result":
      return [
        { name: "ok", type: type.ok },
        { name: "err", type: type.error },
      ];
    default:
      return unreachable(type);
  }
}

/** Rows that a fixed-length list is given at once; a longer one starts with too few and says so. */
const MAX_FIXED_ROWS = 1_000;

/** The draft of a value that nobody has begun: zeros, empty texts, the first case, no handle. */
export function emptyDraft(type: ValueType): FieldDraft {
  const structure = peelValue(type);
  switch (structure.kind) {
    case "primitive":
      return leafDraftOf(null, structure.primitive);
    case "record":
      return { kind: "parts", parts: structure.fields.map((field) => emptyDraft(field.type)) };
    case "tuple":
      return { kind: "parts", parts: structure.elements.map(emptyDraft) };
    case "enum":
    case "variant":
    case "option":
    case "result":
      return choose({ kind: "choice", selected: 0, payloads: casesOf(structure).map(() => null) }, 0, structure);
    case "flags":
      return { kind: "flags", labels: [] };
    case "list": {
      const length = Math.min(structure.length ?? 0, MAX_FIXED_ROWS);
      if (isByteType(structure.element)) return emptyBytes(length);
      return { kind: "rows", rows: Array.from({ length }, (_, id) => ({ id, draft: emptyDraft(structure.element) })) };
    }
    case "map":
      return { kind: "entries", rows: [] };
    case "own":
    case "borrow":
      return { kind: "handle", handle: null };
    case "stream":
    case "future":
    case "unknown":
      return { kind: "given", value: null };
    default:
      return unreachable(structure);
  }
}

/** The draft that reads as `value`, which must be a `type`. */
export function draftOf(value: WitValue, type: ValueType): FieldDraft {
  const structure = peelValue(type);
  switch (structure.kind) {
    case "primitive":
      return leafDraftOf(value, structure.primitive);
    case "record": {
      const record = expectRecord(value);
      return { kind: "parts", parts: structure.fields.map((field) => draftOf(record[field.name]!, field.type)) };
    }
    case "tuple": {
      const values = expectArray(value);
      return { kind: "parts", parts: structure.elements.map((element, i) => draftOf(values[i]!, element)) };
    }
    case "enum":
    case "variant":
    case "option":
    case "result":
      return choiceOf(value, structure);
    case "flags":
      return { kind: "flags", labels: expectLabels(value) };
    case "list": {
      if (isByteType(structure.element)) return bytesDraftOf(expectBytes(value));
      return {
        kind: "rows",
        rows: expectArray(value).map((item, id) => ({ id, draft: draftOf(item, structure.element) })),
      };
    }
    case "map":
      return {
        kind: "entries",
        rows: expectEntries(value).map(([key, item], id) => ({
          id,
          key: draftOf(key, structure.key),
          value: draftOf(item, structure.value),
        })),
      };
    case "own":
    case "borrow":
      return { kind: "handle", handle: expectHandle(value) };
    case "stream":
    case "future":
    case "unknown":
      return { kind: "given", value };
    default:
      return unreachable(structure);
  }
}

/** `draft` with case `selected` chosen, its payload as it was left or begun. */
export function choose(draft: ChoiceDraft, selected: number, type: ChoiceType): ChoiceDraft {
  const payload = casesOf(type)[selected]?.type ?? null;
  const begun = draft.payloads[selected] ?? (payload && emptyDraft(payload));
  return { ...draft, selected, payloads: draft.payloads.with(selected, begun) };
}

function choiceOf(value: WitValue, type: ChoiceType): ChoiceDraft {
  const [name, payload] = chosenCase(value, type);
  const cases = casesOf(type);
  const selected = cases.findIndex((c) => c.name === name);
  const payloads = cases.map((c, i) => (i === selected && c.type ? draftOf(payload!, c.type) : null));
  return { kind: "choice", selected, payloads };
}

function chosenCase(value: WitValue, type: ChoiceType): [name: string, payload: WitValue | undefined] {
  switch (type.kind) {
    case "enum":
      return [value as string, undefined];
    case "variant": {
      const variant = expectVariant(value);
      return [variant.case, variant.value];
    }
    case "option": {
      const some = asOption(value)?.some;
      return [some === undefined ? "none" : "some", some];
    }
    case "result": {
      const result = asResult(value);
      return [result?.side === "error" ? "err" : "ok", result?.payload];
    }
    default:
      return unreachable(type);
  }
}
