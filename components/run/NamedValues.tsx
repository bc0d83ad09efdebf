// Names with values, one row each: the variables of a command, the headers of a request.

import { Plus, Trash2 } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { TextField } from "../primitives/TextField.tsx";
import styles from "./NamedValues.module.css";

export interface NamedValue {
  /** Stays while name and value are typed. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

export interface NamedValuesProps {
  /** `Headers`. */
  readonly title: string;
  /** One of them: `header`. */
  readonly noun: string;
  readonly namePlaceholder: string;
  readonly rows: readonly NamedValue[];
  readonly onChange: (rows: readonly NamedValue[]) => void;
  /** Why a row can't be used, or null. */
  readonly error: (row: NamedValue) => string | null;
  /** A fresh identity for a row. */
  readonly newId: () => string;
}

export function NamedValues({ title, noun, namePlaceholder, rows, onChange, error, newId }: NamedValuesProps) {
  const change = (id: string, part: Partial<NamedValue>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {rows.map((row) => (
        <div key={row.id} className={styles.row}>
          <TextField
            mono
            labelHidden
            label={`Name of the ${noun}`}
            placeholder={namePlaceholder}
            value={row.name}
            error={error(row)}
            onChange={(name) => change(row.id, { name })}
          />
          <TextField
            mono
            labelHidden
            label={`Value of ${row.name || `the ${noun}`}`}
            placeholder="value"
            value={row.value}
            onChange={(value) => change(row.id, { value })}
          />
          <IconButton
            label={`Remove ${row.name || `the ${noun}`}`}
            glyph={Trash2}
            onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
          />
        </div>
      ))}
      <Button
        size="small"
        variant="ghost"
        glyph={Plus}
        onClick={() => onChange([...rows, { id: newId(), name: "", value: "" }])}
      >
        {`Add a ${noun}`}
      </Button>
    </fieldset>
  );
}
