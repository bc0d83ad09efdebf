// Menu entries drawn with the parts of a Radix menu; a dropdown and a context menu have the same parts.
// A disabled action can be walked to, so that its reason is read.

import { Check, ChevronRight } from "lucide-react";
import type { DropdownMenu } from "radix-ui";

import { classes } from "./classes.ts";
import { type Glyph, Icon } from "./Icon.tsx";
import { Keycap } from "./Keycap.tsx";
import type { MenuAction, MenuEntry } from "./menu-entries.ts";
import styles from "./Menu.module.css";

type MenuParts = Pick<
  typeof DropdownMenu,
  "Item" | "CheckboxItem" | "ItemIndicator" | "Separator" | "Label" | "Sub" | "SubTrigger" | "SubContent" | "Portal"
>;

export interface MenuItemsProps {
  readonly parts: MenuParts;
  readonly entries: readonly MenuEntry[];
}

export function MenuItems({ parts, entries }: MenuItemsProps) {
  return entries.map((entry) => <MenuItem key={entry.id} parts={parts} entry={entry} />);
}

function MenuItem({ parts, entry }: { readonly parts: MenuParts; readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case "action":
      return <Action parts={parts} entry={entry} />;
    case "choice":
      return (
        <parts.CheckboxItem className={styles.item} checked={entry.checked} onSelect={entry.onSelect}>
          <span className={styles.glyph}>
            <parts.ItemIndicator>
              <Icon glyph={Check} size={12} />
            </parts.ItemIndicator>
          </span>
          <span className={styles.label}>{entry.label}</span>
        </parts.CheckboxItem>
      );
    case "separator":
      return <parts.Separator className={styles.separator} />;
    case "heading":
      return <parts.Label className={styles.heading}>{entry.label}</parts.Label>;
    case "submenu":
      return (
        <parts.Sub>
          <parts.SubTrigger className={styles.item}>
            <Leading glyph={entry.glyph} />
            <span className={styles.label}>{entry.label}</span>
            <Icon glyph={ChevronRight} size={12} tone="muted" />
          </parts.SubTrigger>
          <parts.Portal>
            <parts.SubContent className={styles.menu} sideOffset={4} collisionPadding={8}>
              <MenuItems parts={parts} entries={entry.entries} />
            </parts.SubContent>
          </parts.Portal>
        </parts.Sub>
      );
  }
}

/** A disabled action can be walked to, so that its reason is read; choosing it does nothing. */
function Action({ parts, entry }: { readonly parts: MenuParts; readonly entry: MenuAction }) {
  const blocked = Boolean(entry.disabledReason);
  return (
    <parts.Item
      className={classes(styles.item, entry.danger && styles.danger, blocked && styles.blocked)}
      aria-disabled={blocked || undefined}
      onSelect={(event) => {
        if (blocked) event.preventDefault();
        else entry.onSelect();
      }}
    >
      <Leading glyph={entry.glyph} />
      <span className={styles.label}>
        {entry.label}
        {blocked ? <span className={styles.reason}>{entry.disabledReason}</span> : null}
      </span>
      {entry.shortcut === undefined ? null : <Keycap keys={entry.shortcut} />}
    </parts.Item>
  );
}

function Leading({ glyph }: { readonly glyph: Glyph | undefined }) {
  return <span className={styles.glyph}>{glyph === undefined ? null : <Icon glyph={glyph} />}</span>;
}
