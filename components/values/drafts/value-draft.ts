// What a whole editor holds: a form or its WAVE text, whichever is being written, and the other one as it was left.
// The same serves one value and the arguments of a call. Nothing typed is lost by going over and back.

import { unreachable } from "../../../core/base/assert.ts";
import { fail, ok, type Result } from "../../../core/base/result.ts";
import { parseWave, parseWaveArguments, type WaveParseOptions } from "../../../core/values/parse-wave.ts";
import { argumentsDocument, layOut } from "../../../core/values/print-wave.ts";
import type { ResourceHandle, WitValue } from "../../../core/values/value.ts";
import type { WaveError } from "../../../core/values/wave-error.ts";
import type { HandleType, Parameter, ValueType } from "../../../core/wit/types.ts";
import { draftDocument } from "./draft-document.ts";
import { draftOf, emptyDraft, type FieldDraft } from "./field-draft.ts";
import { type DraftProblem, readDraft } from "./read-draft.ts";

/** What is being written: one value, or one for each parameter. */
export type DraftShape = (
  | { readonly kind: "value"; readonly type: ValueType }
  | { readonly kind: "arguments"; readonly parameters: readonly Parameter[] }
) & {
  /** The handles that are alive and may be passed; none if absent. */
  readonly handlesFor?: HandlesFor | undefined;
};

/** The live handles that a value of this type can be. */
export type HandlesFor = (type: HandleType) => readonly ResourceHandle[];

export interface ValueDraft {
  readonly mode: "fields" | "wave";
  /** One for a value, one each for arguments. */
  readonly fields: readonly FieldDraft[];
  readonly text: string;
  /** The fields that `text` was printed from or read into; while they stand, the text stands too. */
  readonly textOf: readonly FieldDraft[] | null;
}

/** Why a draft can't be read yet: problems of the form, or the one error of the text. */
export type ValueDraftError =
  | { readonly kind: "fields"; readonly problems: readonly DraftProblem[] }
  | { readonly kind: "wave"; readonly error: WaveError };

function typesOf(shape: DraftShape): readonly ValueType[] {
  return shape.kind === "value" ? [shape.type] : shape.parameters.map((parameter) => parameter.type);
}

/** A draft that nobody has begun. */
export function emptyValueDraft(shape: DraftShape): ValueDraft {
  return { mode: "fields", fields: typesOf(shape).map(emptyDraft), text: "", textOf: null };
}

/** A draft that reads as `values`: one, or one for each parameter. */
export function valueDraftOf(values: readonly WitValue[], shape: DraftShape): ValueDraft {
  return { mode: "fields", fields: typesOf(shape).map((type, i) => draftOf(values[i]!, type)), text: "", textOf: null };
}

/** What `draft` says: one value, or one for each parameter. */
export function readValueDraft(draft: ValueDraft, shape: DraftShape): Result<readonly WitValue[], ValueDraftError> {
  switch (draft.mode) {
    case "wave": {
      const parsed = parseText(draft.text, shape);
      return parsed.ok ? parsed : fail({ kind: "wave", error: parsed.error });
    }
    case "fields": {
      const read = typesOf(shape).map((type, i) => readDraft(draft.fields[i]!, type, pathOf(shape, i)));
      const problems = read.flatMap((result) => (result.ok ? [] : result.error));
      if (problems.length > 0) return fail({ kind: "fields", problems });
      return ok(read.flatMap((result) => (result.ok ? [result.value] : [])));
    }
    default:
      return unreachable(draft.mode);
  }
}

function pathOf(shape: DraftShape, index: number): readonly string[] {
  return shape.kind === "value" ? [] : [shape.parameters[index]!.name];
}

function parseText(text: string, shape: DraftShape): Result<readonly WitValue[], WaveError> {
  const options: WaveParseOptions = {
    resolveHandle: (type, id) => shape.handlesFor?.(type).find((handle) => handle.id === id) ?? null,
  };
  if (shape.kind === "arguments") return parseWaveArguments(text, shape.parameters, options);
  const parsed = parseWave(text, shape.type, options);
  return parsed.ok ? ok([parsed.value]) : parsed;
}

/** `draft` with field `index` replaced. */
export function withField(draft: ValueDraft, index: number, field: FieldDraft): ValueDraft {
  return { ...draft, fields: draft.fields.with(index, field) };
}

/**
 * `draft` written in the other way. Towards text, the form is printed unless it is the one that the text was made from;
 * towards the form, a text that can be read fills it, and one that can't leaves the form as it was.
 */
export function switchMode(draft: ValueDraft, mode: ValueDraft["mode"], shape: DraftShape): ValueDraft {
  if (mode === draft.mode) return draft;
  if (mode === "wave") {
    if (draft.textOf === draft.fields) return { ...draft, mode };
    return { mode, fields: draft.fields, text: printFields(draft.fields, shape), textOf: draft.fields };
  }
  const parsed = parseText(draft.text, shape);
  if (!parsed.ok) return { ...draft, mode, textOf: draft.fields };
  const fields = typesOf(shape).map((type, i) => draftOf(parsed.value[i]!, type));
  return { mode, fields, text: draft.text, textOf: fields };
}

/** The form as WAVE text, in several lines where one is too long. */
function printFields(fields: readonly FieldDraft[], shape: DraftShape): string {
  const documents = typesOf(shape).map((type, i) => draftDocument(fields[i]!, type));
  const document = shape.kind === "value" ? documents[0]! : argumentsDocument(documents);
  return layOut(document, { indent: 2, width: 60 });
}
