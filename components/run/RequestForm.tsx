// A request to an HTTP handler: method, path, headers and body. Nothing is checked here: the caller says what is wrong.

import { AppWindow } from "lucide-react";

import { CopyButton } from "../primitives/CopyButton.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { SegmentedControl } from "../primitives/SegmentedControl.tsx";
import { Select } from "../primitives/Select.tsx";
import { TextField } from "../primitives/TextField.tsx";
import type { HttpDraft } from "./http-model.ts";
import { type NamedValue, NamedValues } from "./NamedValues.tsx";
import styles from "./RequestForm.module.css";

export interface RequestFormProps {
  readonly draft: HttpDraft;
  readonly onChange: (draft: HttpDraft) => void;
  /** Why the path can't be asked for, or null. */
  readonly pathError: string | null;
  /** Why a header can't be sent, or null. */
  readonly headerError: (header: NamedValue) => string | null;
  /** A fresh identity for a header. */
  readonly newHeaderId: () => string;
  /** The request as a command line. */
  readonly curl: () => string;
  readonly onSend: () => void;
  /** Looks at the path as a page. */
  readonly onPreview: () => void;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].map((value) => ({ value, label: value }));
const INSTANCES = [
  { value: "shared", label: "One for all requests" },
  { value: "each", label: "New for each" },
] as const;

export function RequestForm(props: RequestFormProps) {
  const { draft, onChange, pathError, headerError, newHeaderId, curl, onSend, onPreview } = props;
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
        <IconButton label="Show the path in the live preview" glyph={AppWindow} onClick={onPreview} />
      </div>
      <NamedValues
        title="Headers"
        noun="header"
        namePlaceholder="name"
        rows={draft.headers}
        onChange={(headers) => onChange({ ...draft, headers })}
        error={headerError}
        newId={newHeaderId}
      />
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
