// Opening another composition: one of those kept in this browser, a project from disk, or a sample.
// Nothing that is opened runs by itself.

import { FolderOpen, Trash2, Workflow } from "lucide-react";

import { moveFocusByArrows } from "../primitives/arrow-focus.ts";
import { Button } from "../primitives/Button.tsx";
import { Dialog } from "../primitives/Dialog.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { SectionHeader } from "../primitives/Section.tsx";
import styles from "./OpenDialog.module.css";
import { SampleCard, type SampleRow } from "./SampleCard.tsx";

export interface SavedRow {
  readonly id: string;
  readonly name: string;
  /** `7 instances, changed today 10:42`. */
  readonly detail: string;
}

export interface OpenDialogProps {
  readonly open: boolean;
  readonly saved: readonly SavedRow[];
  readonly samples: readonly SampleRow[];
  readonly onOpenSaved: (id: string) => void;
  readonly onRemoveSaved: (id: string) => void;
  readonly onOpenSample: (id: string) => void;
  readonly onChooseProject: () => void;
  readonly onClose: () => void;
}

export function OpenDialog(props: OpenDialogProps) {
  const { open, saved, samples, onClose } = props;
  return (
    <Dialog
      open={open}
      title="Open a composition"
      glyph={FolderOpen}
      width={640}
      onClose={onClose}
      footnote="A composition from elsewhere never runs by itself and brings no grants."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={props.onChooseProject}>
            Choose a project
          </Button>
        </>
      }
    >
      <SectionHeader title="In this browser" note={saved.length} />
      {saved.length === 0 ? (
        <EmptyState glyph={Workflow} title="Nothing saved yet">
          Compositions are saved here as you work.
        </EmptyState>
      ) : (
        <ul className={styles.list} onKeyDown={(event) => moveFocusByArrows(event, "[data-row]")}>
          {saved.map((row) => (
            <li key={row.id} className={styles.row}>
              <button
                type="button"
                data-row
                data-focus-inside
                className={styles.open}
                onClick={() => props.onOpenSaved(row.id)}
              >
                <Icon glyph={Workflow} tone="muted" />
                <span className={styles.name}>{row.name}</span>
                <span className={styles.detail}>{row.detail}</span>
              </button>
              <IconButton label={`Remove ${row.name}`} glyph={Trash2} onClick={() => props.onRemoveSaved(row.id)} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.samples}>
        <SectionHeader title="Samples" note="built in, work offline" />
        <div className={styles.cards}>
          {samples.map((sample) => (
            <SampleCard key={sample.id} sample={sample} onOpen={() => props.onOpenSample(sample.id)} />
          ))}
        </div>
      </div>
    </Dialog>
  );
}
