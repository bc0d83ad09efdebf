// What a command is started with: its argument line, environment and standard input.
// Nothing is interpreted here: the caller splits the line and says what is wrong with it.

import type { ReactNode } from "react";

import { TextField } from "../primitives/TextField.tsx";
import styles from "./CommandForm.module.css";
import { type NamedValue, NamedValues } from "./NamedValues.tsx";
import type { InputSource } from "./StandardInput.tsx";

export interface CommandInput {
  /** As typed: `--width 320 "my picture.png"`. */
  readonly argumentLine: string;
  readonly environment: readonly NamedValue[];
  readonly stdin: string;
  /** Where standard input comes from; left out until somebody has chosen. */
  readonly stdinFrom?: InputSource;
  /** The file of the folder that standard input comes from. */
  readonly stdinFile?: string;
}

export interface CommandFormProps {
  readonly input: CommandInput;
  readonly onChange: (input: CommandInput) => void;
  /** Why the argument line can't be split, or null. */
  readonly argumentsError: string | null;
  /** A fresh identity for a variable. */
  readonly newVariableId: () => string;
  /** Where its input comes from. */
  readonly standardInput: ReactNode;
}

export function CommandForm({ input, onChange, argumentsError, newVariableId, standardInput }: CommandFormProps) {
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
      {standardInput}
    </div>
  );
}
