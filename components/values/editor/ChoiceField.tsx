// An enum, variant or result: which case, and below it what the case carries.

import { peelValue } from "../../../core/wit/types.ts";
import { SegmentedControl } from "../../primitives/SegmentedControl.tsx";
import { Select } from "../../primitives/Select.tsx";
import { type Case, casesOf, choose, type ChoiceDraft } from "../drafts/field-draft.ts";
import { EditorRow, RowChildren } from "./EditorRow.tsx";
import type { CompoundProps } from "./field-props.ts";
import styles from "./fields.module.css";

type ChoiceType = Parameters<typeof choose>[2];

/** Cases that stand side by side, and characters of all of them together. */
const SEGMENTS = { cases: 4, characters: 28 };

export function ChoiceField({ draft, onChange, Field, ...row }: CompoundProps<ChoiceDraft>) {
  const structure = peelValue(row.type) as ChoiceType;
  const cases = casesOf(structure);
  const selected = cases[draft.selected];
  const payload = draft.payloads[draft.selected];
  return (
    <>
      <EditorRow {...row} controlId={null}>
        <CaseControl
          name={row.name}
          cases={cases}
          selected={draft.selected}
          onSelect={(index) => onChange(choose(draft, index, structure))}
        />
      </EditorRow>
      {selected?.type && payload ? (
        <RowChildren label={`${row.name}, ${selected.name}`}>
          <Field
            key={draft.selected}
            name={selected.name}
            type={selected.type}
            draft={payload}
            depth={row.depth + 1}
            onChange={(next) => onChange({ ...draft, payloads: draft.payloads.with(draft.selected, next) })}
          />
        </RowChildren>
      ) : null}
    </>
  );
}

interface CaseControlProps {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
}

function CaseControl({ name, cases, selected, onSelect }: CaseControlProps) {
  const options = cases.map((c, index) => ({ value: String(index), label: c.name }));
  const shared = { label: name, value: String(selected), onChange: (value: string) => onSelect(Number(value)) };
  const characters = cases.reduce((sum, c) => sum + c.name.length, 0);
  if (cases.length > SEGMENTS.cases || characters > SEGMENTS.characters)
    return <Select {...shared} labelHidden size="small" mono options={options} />;
  return (
    <div className={styles.segments}>
      <SegmentedControl {...shared} segments={options} />
    </div>
  );
}
