// What a menu offers, as data: the same entries make the menu of a button and the one under the pointer.
// Ids are unique within a menu.

import type { Glyph } from "./Icon.tsx";

export type MenuEntry = MenuAction | MenuChoice | MenuSeparator | MenuHeading | Submenu;

export interface MenuAction {
  readonly kind: "action";
  readonly id: string;
  readonly label: string;
  readonly glyph?: Glyph | undefined;
  readonly shortcut?: string | undefined;
  /** Why it can't be chosen now; it stays in the menu and says so. */
  readonly disabledReason?: string | null | undefined;
  readonly danger?: boolean | undefined;
  readonly onSelect: () => void;
}

/** An entry with a tick: a setting, or one of a few. */
export interface MenuChoice {
  readonly kind: "choice";
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onSelect: () => void;
}

export interface MenuSeparator {
  readonly kind: "separator";
  readonly id: string;
}

export interface MenuHeading {
  readonly kind: "heading";
  readonly id: string;
  readonly label: string;
}

export interface Submenu {
  readonly kind: "submenu";
  readonly id: string;
  readonly label: string;
  readonly glyph?: Glyph | undefined;
  readonly entries: readonly MenuEntry[];
}
