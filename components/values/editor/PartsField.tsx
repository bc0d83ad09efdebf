// A record or tuple: its fields one step further in, under a button that folds them.

import { peelValue, type RecordType, type TupleType } from "../../../core/wit/types.ts";
import type { FieldDraft } from "../drafts/field-draft.ts";
import { EditorRow, RowChildren } from "./EditorRow.tsx";
import type { CompoundProps } from "./field-props.ts";
import { Fold, useFold } from "./Fold.tsx";

type PartsDraft = Extract<FieldDraft, { kind: "parts" }>;

export function PartsField({
  name,
  isIndex,
  type,
  draft,
  onChange,
  depth,
  actions,
  option,
  Field,
}: CompoundProps<PartsDraft>) {
  const fold = useFold(depth);
  const structure = peelValue(type) as RecordType | TupleType;
  const isRecord = structure.kind === "record";
  const fields = isRecord
    ? structure.fields
    : structure.elements.map((element, i) => ({ name: String(i), type: element }));
  const noun = isRecord ? "field" : "element";
  return (
    <>
      <EditorRow controlId={null} name={name} isIndex={isIndex} type={type} option={option} actions={actions}>
        <Fold
          name={name}
          open={fold.open}
          onToggle={fold.setOpen}
          draft={draft}
          type={type}
          count={`${fields.length} ${noun}${fields.length === 1 ? "" : "s"}`}
        />
      </EditorRow>
      {fold.open ? (
        <RowChildren label={name}>
          {fields.map((field, i) => (
            <Field
              key={field.name}
              name={field.name}
              isIndex={!isRecord}
              type={field.type}
              draft={draft.parts[i]!}
              depth={depth + 1}
              onChange={(part) => onChange({ kind: "parts", parts: draft.parts.with(i, part) })}
            />
          ))}
        </RowChildren>
      ) : null}
    </>
  );
}
