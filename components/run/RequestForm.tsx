// A request to an HTTP handler: method, path, headers and body. Nothing is checked here: the caller says what is wrong.

import { Plus, Trash2 } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { CopyButton } from "../primitives/CopyButton.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { SegmentedControl } from "../primitives/SegmentedControl.tsx";
import { Select } from "../primitives/Select.tsx";
import { TextField } from "../primitives/TextField.tsx";
import type { HeaderDraft, HttpDraft } from "./http-model.ts";
import styles from "./RequestForm.module.css";

export interface RequestFormProps {
  readonly draft: HttpDraft;
  readonly onChange: (draft: HttpDraft) => void;
  /** Why the path can't be asked for, or null. */
  readonly pathError: string | null;
  /** Why a header can't be sent, or null. */
  readonly headerError: (header: HeaderDraft) => string | null;
  /** A fresh identity for a header. */
  readonly newHeaderId: () => string;
  /** The request as a command line. */
  readonly curl: () => string;
  readonly onSend: () => void;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].map((value) => ({ value, label: value }));
const INSTANCES = [
  { value: "shared", label: "One for all requests" },
  { value: "each", label: "New for each" },
] as const;

export function RequestForm(props: RequestFormProps) {
  const { draft, onChange, pathError, curl, onSend } = props;
  return (
    <div className={styles.form}>
      <div className={styles.line}>
        <Select
          mono
          label="Method"
          labelHidden
          value={draft.method}
          options={METHODS}
          onChange={(method) => onChange({ ...draft, method })}
        />
        <TextField
          mono
          label="Path"
          labelHidden
          placeholder="/path?query"
          value={draft.path}
          error={pathError}
          onChange={(path) => onChange({ ...draft, path })}
          onKeyDown={(event) => event.key === "Enter" && onSend()}
        />
        <CopyButton label="Copy as curl" text={curl} />
      </div>
      <Headers {...props} />
      <TextField
        mono
        rows={4}
        label="Body"
        placeholder='{"name": "value"}'
        value={draft.body}
        onChange={(body) => onChange({ ...draft, body })}
      />
      <SegmentedControl
        label="Instances"
        value={draft.instances}
        segments={INSTANCES}
        onChange={(instances) => onChange({ ...draft, instances })}
      />
    </div>
  );
}

function Headers({ draft, onChange, headerError, newHeaderId }: RequestFormProps) {
  const { headers } = draft;
  const change = (id: string, part: Partial<HeaderDraft>) =>
    onChange({ ...draft, headers: headers.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  return (
    <fieldset className={styles.headers}>
      <legend>Headers</legend>
      {headers.map((header) => (
        <div key={header.id} className={styles.header}>
          <TextField
            mono
            labelHidden
            label="Name of the header"
            placeholder="name"
            value={header.name}
            error={headerError(header)}
            onChange={(name) => change(header.id, { name })}
          />
          <TextField
            mono
            labelHidden
            label={`Value of ${header.name || "the header"}`}
            placeholder="value"
            value={header.value}
            onChange={(value) => change(header.id, { value })}
          />
          <IconButton
            label={`Remove ${header.name || "the header"}`}
            glyph={Trash2}
            onClick={() => onChange({ ...draft, headers: headers.filter(({ id }) => id !== header.id) })}
          />
        </div>
      ))}
      <Button
        size="small"
        variant="ghost"
        glyph={Plus}
        onClick={() => onChange({ ...draft, headers: [...headers, { id: newHeaderId(), name: "", value: "" }] })}
      >
        Add a header
      </Button>
    </fieldset>
  );
}
