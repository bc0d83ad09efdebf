// What a command is started with: its argument line, environment, standard input, and the folder it may see.
// Nothing is interpreted here: the caller splits the line and says what is wrong with it.

import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "../primitives/Button.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { TextField } from "../primitives/TextField.tsx";
import styles from "./CommandForm.module.css";

export interface CommandInput {
  /** As typed: `--width 320 "my picture.png"`. */
  readonly argumentLine: string;
  readonly environment: readonly EnvironmentVariable[];
  readonly stdin: string;
}

export interface EnvironmentVariable {
  /** Stays while name and value are typed. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
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
  const { environment } = input;
  const change = (id: string, part: Partial<EnvironmentVariable>) =>
    onChange({ ...input, environment: environment.map((each) => (each.id === id ? { ...each, ...part } : each)) });
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
      <fieldset className={styles.group}>
        <legend>Environment</legend>
        {environment.map((variable) => (
          <div key={variable.id} className={styles.variable}>
            <TextField
              mono
              labelHidden
              label="Name of the variable"
              placeholder="NAME"
              value={variable.name}
              error={variable.name.includes("=") ? "A name can’t contain =" : null}
              onChange={(name) => change(variable.id, { name })}
            />
            <TextField
              mono
              labelHidden
              label={`Value of ${variable.name || "the variable"}`}
              placeholder="value"
              value={variable.value}
              onChange={(value) => change(variable.id, { value })}
            />
            <IconButton
              label={`Remove ${variable.name || "the variable"}`}
              glyph={Trash2}
              onClick={() => onChange({ ...input, environment: environment.filter((each) => each.id !== variable.id) })}
            />
          </div>
        ))}
        <Button
          size="small"
          variant="ghost"
          glyph={Plus}
          onClick={() =>
            onChange({ ...input, environment: [...environment, { id: newVariableId(), name: "", value: "" }] })
          }
        >
          Add a variable
        </Button>
      </fieldset>
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
