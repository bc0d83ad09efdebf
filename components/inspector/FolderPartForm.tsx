// Which part of the folder an instance gets, where it finds it, and whether it may write there.

import { useState } from "react";

import { Button } from "../primitives/Button.tsx";
import { SegmentedControl } from "../primitives/SegmentedControl.tsx";
import { TextField } from "../primitives/TextField.tsx";
import styles from "./FolderPartForm.module.css";

export interface FolderPart {
  readonly path: string;
  readonly part: string;
  readonly access: "read" | "read-write";
}

export interface FolderPartFormProps {
  /** Why it can't be found there, or null. */
  readonly pathError: (path: string) => string | null;
  readonly partError: (part: string) => string | null;
  readonly onGive: (part: FolderPart) => void;
  readonly onCancel: () => void;
}

export function FolderPartForm({ pathError, partError, onGive, onCancel }: FolderPartFormProps) {
  const [path, setPath] = useState("/");
  const [part, setPart] = useState("");
  const [access, setAccess] = useState<FolderPart["access"]>("read");
  const problem = pathError(path) ?? partError(part);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) onGive({ path, part, access });
      }}
    >
      <TextField
        mono
        autoFocus
        label="Found at"
        hint="Takes the place of what is found there now."
        error={pathError(path)}
        value={path}
        onChange={setPath}
      />
      <TextField
        mono
        label="Part of the folder"
        placeholder="all of it"
        error={partError(part)}
        value={part}
        onChange={setPart}
      />
      <div className={styles.row}>
        <SegmentedControl<FolderPart["access"]>
          label="Access"
          value={access}
          onChange={setAccess}
          segments={[
            { value: "read", label: "Read" },
            { value: "read-write", label: "Read and write" },
          ]}
        />
        <span className={styles.buttons}>
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
          <Button size="small" type="submit" variant="primary" disabledReason={problem}>
            Give
          </Button>
        </span>
      </div>
    </form>
  );
}
