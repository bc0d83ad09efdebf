// The open compositions.
// A double click or F2 renames one; a dot stands for changes that aren't saved.

import { Plus } from "lucide-react";

import { IconButton } from "../primitives/IconButton.tsx";
import { DocumentTab, type DocumentRow } from "./DocumentTab.tsx";
import styles from "./DocumentTabs.module.css";

export interface DocumentTabsProps {
  readonly documents: readonly DocumentRow[];
  readonly activeId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onRename: (id: string, name: string) => void;
  /** Why a name can't be used, or null. */
  readonly validateName: (id: string, name: string) => string | null;
  readonly onClose: (id: string) => void;
  readonly onNew: () => void;
}

export function DocumentTabs(props: DocumentTabsProps) {
  return (
    <nav aria-label="Compositions" className={styles.tabs}>
      <ul className={styles.list}>
        {props.documents.map((document) => (
          <DocumentTab
            key={document.id}
            document={document}
            active={document.id === props.activeId}
            onSelect={() => props.onSelect(document.id)}
            onRename={(name) => props.onRename(document.id, name)}
            validateName={(name) => props.validateName(document.id, name)}
            onClose={() => props.onClose(document.id)}
          />
        ))}
      </ul>
      <IconButton label="New composition" glyph={Plus} className={styles.new} onClick={props.onNew} />
    </nav>
  );
}
