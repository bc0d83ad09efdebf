// Who is inspected: its mark, its name, which can be changed in place, what it is made of, and what can be done.
// A name that can't be used is refused while it is typed, with the reason.

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";

import { IconButton } from "../primitives/IconButton.tsx";
import { Menu } from "../primitives/Menu.tsx";
import type { MenuEntry } from "../primitives/menu-entries.ts";
import { NameEditor } from "../primitives/NameEditor.tsx";
import { NameText } from "../primitives/NameText.tsx";
import styles from "./InspectorHeader.module.css";

export interface InspectorHeaderProps {
  /** A large language mark, a port mark, or nothing. */
  readonly mark: ReactNode;
  readonly name: string;
  /** Under the name: `shop:order-store 0.9.2`. */
  readonly detail: string;
  readonly rename: RenameActions | null;
  readonly actions: readonly MenuEntry[];
}

export interface RenameActions {
  /** `Name of the instance`. */
  readonly label: string;
  /** Why a name can't be used, or null. */
  readonly validate: (name: string) => string | null;
  readonly onRename: (name: string) => void;
  readonly isEditing: boolean;
  /** The name is to be typed anew (true), or no more (false). */
  readonly onEdit: (begins: boolean) => void;
}

export function InspectorHeader({ mark, name, detail, rename, actions }: InspectorHeaderProps) {
  return (
    <header className={styles.header}>
      {mark}
      <div className={styles.text}>
        <h2 className={styles.name}>
          {rename === null ? <NameText name={name} /> : <EditableName key={name} name={name} rename={rename} />}
        </h2>
        <div className={styles.detail}>
          <NameText name={detail} />
        </div>
      </div>
      {actions.length === 0 ? null : (
        <Menu align="end" trigger={<IconButton label={`Actions for ${name}`} glyph={Ellipsis} />} entries={actions} />
      )}
    </header>
  );
}

function EditableName({ name, rename }: { readonly name: string; readonly rename: RenameActions }) {
  if (!rename.isEditing) {
    return (
      <button type="button" className={styles.edit} title="Rename" onClick={() => rename.onEdit(true)}>
        <NameText name={name} />
      </button>
    );
  }
  return (
    <NameEditor
      label={rename.label}
      initial={name}
      validate={rename.validate}
      onCancel={() => rename.onEdit(false)}
      onCommit={(next) => {
        rename.onEdit(false);
        rename.onRename(next);
      }}
    />
  );
}
