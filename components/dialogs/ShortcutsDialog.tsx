// Every key that does something, by where it does it.
// Keys are texts from the caller, who knows the platform.

import { Keyboard } from "lucide-react";
import { useState } from "react";

import { Dialog } from "../primitives/Dialog.tsx";
import { Keycap } from "../primitives/Keycap.tsx";
import { SearchField } from "../primitives/SearchField.tsx";
import { SectionHeader } from "../primitives/Section.tsx";
import { fuzzyMatch } from "./fuzzy.ts";
import styles from "./ShortcutsDialog.module.css";

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

export interface Shortcut {
  readonly label: string;
  /** More than one where several do the same. */
  readonly keys: readonly string[];
}

export interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly groups: readonly ShortcutGroup[];
  readonly onClose: () => void;
}

export function ShortcutsDialog(props: ShortcutsDialogProps) {
  return props.open ? <OpenShortcuts {...props} /> : null;
}

function OpenShortcuts({ groups, onClose }: ShortcutsDialogProps) {
  const [query, setQuery] = useState("");
  const shown = groups
    .map((group) => ({
      ...group,
      shortcuts: group.shortcuts.filter(({ label, keys }) => fuzzyMatch(`${label} ${keys.join(" ")}`, query) !== null),
    }))
    .filter((group) => group.shortcuts.length > 0);
  return (
    <Dialog open title="Keyboard shortcuts" glyph={Keyboard} width={640} onClose={onClose}>
      <SearchField label="Search shortcuts" value={query} onChange={setQuery} />
      {shown.length === 0 ? <p className={styles.none}>No shortcut matches “{query}”.</p> : null}
      <div className={styles.groups}>
        {shown.map((group) => (
          <section key={group.title} className={styles.group}>
            <SectionHeader title={group.title} />
            <ul>
              {group.shortcuts.map((shortcut) => (
                <li key={shortcut.label} className={styles.row}>
                  <span className={styles.label}>{shortcut.label}</span>
                  {shortcut.keys.map((keys) => (
                    <Keycap key={keys} keys={keys} />
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
