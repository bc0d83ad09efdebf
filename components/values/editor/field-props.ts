// What every field of the editor is given, and what it needs from around it.

import { type ComponentType, createContext, type ReactNode, useContext } from "react";

import type { ResourceHandle } from "../../../core/values/value.ts";
import type { HandleType, ValueType } from "../../../core/wit/types.ts";
import type { FieldDraft } from "../drafts/field-draft.ts";
import type { HandlesFor } from "../drafts/value-draft.ts";

export interface FieldProps<D extends FieldDraft = FieldDraft> {
  /** A WIT name, or a place: `0`. */
  readonly name: string;
  readonly isIndex?: boolean | undefined;
  readonly type: ValueType;
  readonly draft: D;
  readonly onChange: (draft: FieldDraft) => void;
  /** Fields around this one. */
  readonly depth: number;
  /** Buttons of the row that this field is in. */
  readonly actions?: ReactNode;
  /** An option stands in the row of its payload: its switch before the control, its type instead of the payload's. `level` counts
   *  options inside each other, from 0. */
  readonly option?: { readonly type: ValueType; readonly control: ReactNode; readonly level: number } | undefined;
}

/** A field that holds fields is handed the editor of those: importing it would go in a circle. */
export interface CompoundProps<D extends FieldDraft> extends FieldProps<D> {
  readonly Field: ComponentType<FieldProps>;
}

const NO_HANDLES: HandlesFor = () => [];

export const HandlesContext = createContext<HandlesFor>(NO_HANDLES);

export function useHandles(type: HandleType): readonly ResourceHandle[] {
  return useContext(HandlesContext)(type);
}
