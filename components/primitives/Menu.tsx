// Menus: under a button, under the pointer of a right click, or at a point that the caller names.
// None of them is modal: the page behind can still be scrolled and pressed.

import { ContextMenu as RadixContext, DropdownMenu as Radix } from "radix-ui";
import type { ReactElement } from "react";

import type { MenuEntry } from "./menu-entries.ts";
import styles from "./Menu.module.css";
import { MenuItems } from "./MenuItems.tsx";

export interface MenuProps {
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: "start" | "center" | "end" | undefined;
}

/** The menu of a button. */
export function Menu({ trigger, entries, align = "start" }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8} loop>
          <MenuItems parts={Radix} entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface ContextMenuProps {
  /** Read when the menu opens. */
  readonly entries: readonly MenuEntry[];
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** The element that is right-clicked; the menu key works as well while it has the focus. */
  readonly children: ReactElement;
}

export function ContextMenu({ entries, onOpenChange, children }: ContextMenuProps) {
  return (
    <RadixContext.Root modal={false} {...(onOpenChange === undefined ? null : { onOpenChange })}>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content className={styles.menu} collisionPadding={8} loop>
          <MenuItems parts={RadixContext} entries={entries} />
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  );
}

export interface MenuAtProps {
  readonly label: string;
  /** Client pixels; null closes it. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** A menu at a point, for a canvas that finds out itself what was right-clicked. */
export function MenuAt({ label, at, entries, onClose }: MenuAtProps) {
  if (at === null) return null;
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => (open ? undefined : onClose())} key={`${at.x} ${at.y}`}>
      <Radix.Trigger className={styles.point} style={{ left: at.x, top: at.y }} aria-label={label} tabIndex={-1} />
      <Radix.Portal>
        <Radix.Content className={styles.menu} align="start" collisionPadding={8} loop>
          <MenuItems parts={Radix} entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
