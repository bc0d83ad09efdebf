// A list: a row for each element. Long lists show a part and say how much more there is.

import { Plus } from "lucide-react";
import { useState } from "react";

import { type ListType, peelValue } from "../../../core/wit/types.ts";
import { Button } from "../../primitives/Button.tsx";
import { type DraftRow, emptyDraft, type FieldDraft } from "../drafts/field-draft.ts";
import { freeId, withRow } from "../drafts/row-edits.ts";
import { describeDraftFault } from "../drafts/draft-wording.ts";
import { EditorRow, RowChildren } from "./EditorRow.tsx";
import type { CompoundProps } from "./field-props.ts";
import { Fold, useFold } from "./Fold.tsx";
import { MoreRows, useShownRows } from "./MoreRows.tsx";
import { MovableRow, RowActions } from "./RowActions.tsx";

type RowsDraft = Extract<FieldDraft, { kind: "rows" }>;

export function ListField(props: CompoundProps<RowsDraft>) {
  const { name, isIndex, type, draft, onChange, depth, actions, option, Field } = props;
  const { element, length } = peelValue(type) as ListType;
  const fold = useFold(depth);
  const [addedId, setAddedId] = useState<number | null>(null);
  const { rows } = draft;
  const shown = useShownRows(rows.length);
  const setRows = (next: readonly DraftRow[]) => onChange({ kind: "rows", rows: next });
  const toggle = (open: boolean) => {
    setAddedId(null);
    fold.setOpen(open);
  };
  const add = () => {
    const id = freeId(rows);
    setRows([...rows, { id, draft: emptyDraft(element) }]);
    setAddedId(id);
    shown.showAtLeast(rows.length + 1);
    fold.setOpen(true);
  };
  const isShort = length !== null && rows.length !== length;
  const fault = isShort ? describeDraftFault({ kind: "element-count", expected: length, found: rows.length }) : null;
  return (
    <>
      <EditorRow
        controlId={null}
        name={name}
        isIndex={isIndex}
        type={type}
        option={option}
        actions={actions}
        message={fault === null ? null : { id: `${name}-count`, tone: "error", text: fault }}
      >
        {rows.length > 0 ? (
          <Fold name={name} open={fold.open} onToggle={toggle} draft={draft} type={type} count={countOf(rows)} />
        ) : null}
        {length === null ? (
          <Button variant="ghost" size="small" glyph={Plus} aria-label={`Add to ${name}`} onClick={add}>
            Add
          </Button>
        ) : null}
      </EditorRow>
      {fold.open && rows.length > 0 ? (
        <RowChildren label={name}>
          {rows.slice(0, shown.count).map((row, place) => (
            <MovableRow key={row.id} rows={rows} id={row.id} onChange={setRows} isNew={row.id === addedId}>
              <Field
                name={String(place)}
                isIndex
                type={element}
                draft={row.draft}
                depth={depth + 1}
                onChange={(next) => setRows(withRow(rows, { ...row, draft: next }))}
                actions={<RowActions rows={rows} id={row.id} fixed={length !== null} onChange={setRows} />}
              />
            </MovableRow>
          ))}
          <MoreRows shown={shown.count} total={rows.length} onMore={shown.showMore} />
        </RowChildren>
      ) : null}
    </>
  );
}

function countOf(rows: readonly unknown[]): string {
  return `${rows.length} element${rows.length === 1 ? "" : "s"}`;
}
