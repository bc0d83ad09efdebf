// What the form of a function holds: arguments as they were left, with a live resource for each that is asked for.

import type { FieldDraft } from "../../components/values/drafts/field-draft.ts";
import {
  type DraftShape,
  emptyValueDraft,
  type ValueDraft,
  valueDraftOf,
} from "../../components/values/drafts/value-draft.ts";
import type { WitValue, ResourceHandle } from "../../core/values/value.ts";
import { type HandleType, peelValue, type ValueType } from "../../core/wit/types.ts";
import type { CallTarget } from "./callables.ts";
import { handlesFitting, sameHandle } from "./handles.ts";
import type { RunInputs } from "./run-inputs.ts";

type ArgumentsShape = Extract<DraftShape, { readonly kind: "arguments" }>;

export function draftShape({ type }: CallTarget, handles: readonly ResourceHandle[]): ArgumentsShape {
  return { kind: "arguments", parameters: type.parameters, handlesFor: (handle) => handlesFitting(handles, handle) };
}

/** The draft of `target`: a parameter that takes a resource and has none gets the newest one that is alive. */
export function draftFor(
  target: CallTarget,
  { drafts }: Pick<RunInputs, "drafts">,
  handles: readonly ResourceHandle[],
): ValueDraft {
  const draft = drafts.get(target.id) ?? emptyValueDraft(draftShape(target, handles));
  const fields = draft.fields.map((field, i) => withHandle(field, target.type.parameters[i]!.type, handles));
  return fields.every((field, i) => field === draft.fields[i]) ? draft : { ...draft, fields };
}

/** The change to the inputs that puts `values` into the form of `target` and shows it. */
export function showingArguments(
  inputs: RunInputs,
  target: CallTarget,
  values: readonly WitValue[],
  handles: readonly ResourceHandle[],
): Pick<RunInputs, "selectedId" | "drafts"> {
  const draft = valueDraftOf(values, draftShape(target, handles));
  return { selectedId: target.id, drafts: new Map(inputs.drafts).set(target.id, draft) };
}

function withHandle(field: FieldDraft, type: ValueType, handles: readonly ResourceHandle[]): FieldDraft {
  if (field.kind !== "handle") return field;
  const { handle } = field;
  if (handle && handles.some((other) => sameHandle(other, handle))) return field;
  const newest = handlesFitting(handles, peelValue(type) as HandleType).at(-1);
  return newest ? { kind: "handle", handle: newest } : field;
}
