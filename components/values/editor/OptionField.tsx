// An option: a switch, and in the same row the field of what it holds. What was typed stays when it is switched off.

import { type OptionType, peelValue, type ValueType } from "../../../core/wit/types.ts";
import { Switch } from "../../primitives/Switch.tsx";
import { choose, type ChoiceDraft } from "../drafts/field-draft.ts";
import { EditorRow } from "./EditorRow.tsx";
import type { CompoundProps } from "./field-props.ts";
import styles from "./fields.module.css";

/** The place of `some` among the cases of an option. */
const SOME = 1;

export function OptionField({ draft, onChange, option, Field, ...row }: CompoundProps<ChoiceDraft>) {
  const structure = peelValue(row.type) as OptionType;
  const isGiven = draft.selected === SOME;
  const payload = draft.payloads[SOME];
  const set = (given: boolean) => onChange(choose(draft, given ? SOME : 0, structure));
  const level = option ? option.level + 1 : 0;
  const spelt = `${"some(".repeat(level)}some${")".repeat(level)}`;
  const control = <Switch label={`${row.name} is ${spelt}`} checked={isGiven} onChange={set} />;
  if (isGiven && payload) {
    return (
      <Field
        {...row}
        type={structure.element}
        draft={payload}
        onChange={(next) => onChange({ ...draft, payloads: draft.payloads.with(SOME, next) })}
        option={{
          type: option?.type ?? row.type,
          level,
          control: (
            <>
              {option?.control}
              {control}
              {startsWithSwitch(structure.element) ? <span className={styles.literal}>some</span> : null}
            </>
          ),
        }}
      />
    );
  }
  return (
    <EditorRow {...row} controlId={null} option={option} onNameClick={() => set(true)}>
      {control}
      <span className={styles.literal} aria-hidden>
        none
      </span>
    </EditorRow>
  );
}

/** Two switches side by side need a word between them. */
function startsWithSwitch(type: ValueType): boolean {
  const structure = peelValue(type);
  return structure.kind === "option" || (structure.kind === "primitive" && structure.primitive === "bool");
}
