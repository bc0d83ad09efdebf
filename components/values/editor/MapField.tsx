// A map: two fields for each entry, its key and its value.

import { Plus } from "lucide-react";
import { useState } from "react";

import { type MapType, peelValue } from "../../../core/wit/types.ts";
import { Button } from "../../primitives/Button.tsx";
import { type DraftEntry, emptyDraft, type FieldDraft } from "../drafts/field-draft.ts";
import { readDraft } from "../drafts/read-draft.ts";
import { freeId, withRow } from "../drafts/row-edits.ts";
import { EditorRow, RowChildren, RowNote } from "./EditorRow.tsx";
import type { CompoundProps } from "./field-props.ts";
import { Fold, useFold } from "./Fold.tsx";
import { MoreRows, useShownRows } from "./MoreRows.tsx";
import { MovableRow, RowActions } from "./RowActions.tsx";

type EntriesDraft = Extract<FieldDraft, { kind: "entries" }>;

export function MapField(props: CompoundProps<EntriesDraft>) {
  const { name, isIndex, type, draft, onChange, depth, actions, option, Field } = props;
  const map = peelValue(type) as MapType;
  const fold = useFold(depth);
  const [addedId, setAddedId] = useState<number | null>(null);
  const { rows } = draft;
  const shown = useShownRows(rows.length);
  const repeated = repeatedEntries(draft, map);
  const setRows = (next: readonly DraftEntry[]) => onChange({ kind: "entries", rows: next });
  const toggle = (open: boolean) => {
    setAddedId(null);
    fold.setOpen(open);
  };
  const add = () => {
    const id = freeId(rows);
    setRows([...rows, { id, key: emptyDraft(map.key), value: emptyDraft(map.value) }]);
    setAddedId(id);
    shown.showAtLeast(rows.length + 1);
    fold.setOpen(true);
  };
  const count = rows.length === 1 ? "1 entry" : `${rows.length} entries`;
  return (
    <>
      <EditorRow controlId={null} name={name} isIndex={isIndex} type={type} option={option} actions={actions}>
        {rows.length > 0 ? (
          <Fold name={name} open={fold.open} onToggle={toggle} draft={draft} type={type} count={count} />
        ) : null}
        <Button variant="ghost" size="small" glyph={Plus} aria-label={`Add to ${name}`} onClick={add}>
          Add
        </Button>
      </EditorRow>
      {fold.open && rows.length > 0 ? (
        <RowChildren label={name}>
          {rows.slice(0, shown.count).map((row, place) => (
            <MovableRow key={row.id} rows={rows} id={row.id} onChange={setRows} isNew={row.id === addedId}>
              <Field
                name={`${place} key`}
                isIndex
                type={map.key}
                draft={row.key}
                depth={depth + 1}
                onChange={(key) => setRows(withRow(rows, { ...row, key }))}
                actions={<RowActions rows={rows} id={row.id} fixed={false} onChange={setRows} />}
              />
              {repeated.has(place) ? <RowNote>Another entry has this key already</RowNote> : null}
              <Field
                name={`${place} value`}
                isIndex
                type={map.value}
                draft={row.value}
                depth={depth + 1}
                onChange={(value) => setRows(withRow(rows, { ...row, value }))}
              />
            </MovableRow>
          ))}
          <MoreRows shown={shown.count} total={rows.length} onMore={shown.showMore} />
        </RowChildren>
      ) : null}
    </>
  );
}

/** The places of entries whose key stands further up already. */
function repeatedEntries(draft: EntriesDraft, type: MapType): ReadonlySet<number> {
  const read = readDraft(draft, type);
  if (read.ok) return new Set();
  const places = read.error.filter((problem) => problem.fault.kind === "duplicate-key").map(({ path }) => path[0]);
  return new Set(places.filter((place) => typeof place === "number"));
}
