// What the form of a function is about: its parameters, and the live resources that they can take.

import type { DraftShape } from "../../components/values/drafts/value-draft.ts";
import type { ResourceHandle } from "../../core/values/value.ts";
import type { CallTarget } from "./callables.ts";
import { handlesFitting } from "./handles.ts";

type ArgumentsShape = Extract<DraftShape, { readonly kind: "arguments" }>;

export function draftShape({ type }: CallTarget, handles: readonly ResourceHandle[]): ArgumentsShape {
  return { kind: "arguments", parameters: type.parameters, handlesFor: (handle) => handlesFitting(handles, handle) };
}
