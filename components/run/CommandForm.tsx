// What a command is started with: its argument line, environment, standard input, and the folder it may see.
// Nothing is interpreted here: the caller splits the line and says what is wrong with it.

import type { ReactNode } from "react";

import { TextField } from "../primitives/TextField.tsx";
import styles from "./CommandForm.module.css";
import { type NamedValue, NamedValues } from "./NamedValues.tsx";

export interface CommandInput {
  /** As typed: `--width 320 "my picture.png"`. */
  readonly argumentLine: string;
  readonly environment: readonly NamedValue[];
  readonly stdin: string;
}

export interface CommandFormProps {
  readonly input: CommandInput;
  readonly onChange: (input: CommandInput) => void;
  /** Why the argument line can't be split, or null. */
  readonly argumentsError: string | null;
  /** A fresh identity for a variable. */
  readonly newVariableId: () => string;
  /** The list of its files. */
  readonly folder: ReactNode;
}

export function CommandForm({ input, onChange, argumentsError, newVariableId, folder }: CommandFormProps) {
  return (
    <div className={styles.form}>
      <TextField
        mono
        label="Arguments"
        placeholder="--width 320 picture.png"
        hint="Quotes keep words together, as in a shell. Nothing is expanded."
        error={argumentsError}
        value={input.argumentLine}
        onChange={(argumentLine) => onChange({ ...input, argumentLine })}
      />
      <NamedValues
        title="Environment"
        noun="variable"
        namePlaceholder="NAME"
        rows={input.environment}
        onChange={(environment) => onChange({ ...input, environment })}
        error={({ name }) => (name.includes("=") ? "A name can’t contain =" : null)}
        newId={newVariableId}
      />
      <TextField
        mono
        rows={3}
        label="Standard input"
        placeholder="What the command reads from stdin"
        value={input.stdin}
        onChange={(stdin) => onChange({ ...input, stdin })}
      />
      {folder}
    </div>
  );
}
