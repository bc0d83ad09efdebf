// The components in their groups, walked with the arrow keys: right and left open and close a group, Enter adds to
// the canvas. Tab reaches one item; which one is remembered while it is there.

import { ChevronDown, ChevronRight } from "lucide-react";
import { Fragment, type KeyboardEvent, useState } from "react";

import { Icon } from "../primitives/Icon.tsx";
import text from "../styles/text.module.css";
import type { LibraryActions } from "./library-actions.ts";
import type { LibrarySection } from "./library-model.ts";
import { LibraryItem } from "./LibraryItem.tsx";
import styles from "./LibraryTree.module.css";

export interface LibraryTreeProps {
  readonly sections: readonly LibrarySection[];
  readonly actions: LibraryActions;
  /** Shows what is in closed groups as well: a search looks everywhere. */
  readonly allOpen: boolean;
}

export function LibraryTree({ sections, actions, allOpen }: LibraryTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const isOpen = (title: string) => allOpen || !closed.has(title);
  const tabStop = tabStopOf(sections, isOpen, current);
  const setOpen = (title: string, open: boolean) =>
    setClosed((before) => new Set(open ? [...before].filter((other) => other !== title) : [...before, title]));

  return (
    <div
      role="tree"
      aria-label="Components"
      className={styles.tree}
      onFocus={(event) => setCurrent(event.target.dataset["key"] ?? current)}
      onKeyDown={(event) => walk(event, setOpen)}
    >
      {sections.map(({ title, rows, mood }) => {
        const open = isOpen(title);
        return (
          <Fragment key={title}>
            <div
              role="treeitem"
              aria-level={1}
              aria-expanded={open}
              aria-selected={false}
              tabIndex={tabStop === headingKey(title) ? 0 : -1}
              data-key={headingKey(title)}
              data-group={title}
              data-focus-inside
              className={styles.heading}
              onClick={() => setOpen(title, !open)}
            >
              <Icon glyph={open ? ChevronDown : ChevronRight} size={12} />
              <span className={text.grow}>{title}</span>
              <span className={text.number}>{rows.length}</span>
            </div>
            {open
              ? rows.map((row) => (
                  <LibraryItem
                    key={row.key}
                    row={row}
                    mood={mood}
                    actions={actions}
                    tabIndex={tabStop === row.key ? 0 : -1}
                  />
                ))
              : null}
          </Fragment>
        );
      })}
    </div>
  );
}

/** The item that Tab reaches: the last one that had the focus while it is still there, else the first. */
function tabStopOf(
  sections: readonly LibrarySection[],
  isOpen: (title: string) => boolean,
  current: string | null,
): string {
  const keys = sections.flatMap(({ title, rows }) => [
    headingKey(title),
    ...(isOpen(title) ? rows.map((row) => row.key) : []),
  ]);
  return keys.find((key) => key === current) ?? keys[0] ?? "";
}

function headingKey(title: string): string {
  return `group ${title}`;
}

function walk(event: KeyboardEvent<HTMLElement>, setOpen: (title: string, open: boolean) => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const from = items.findIndex((item) => item === event.target);
  const here = items[from];
  if (!here) return;
  const to = destination(event.key, from, items);
  const group = here.dataset["group"];
  if (to !== null) items[to]?.focus();
  else if (group !== undefined && event.key === "ArrowRight") setOpen(group, true);
  else if (group !== undefined && event.key === "ArrowLeft") setOpen(group, false);
  else if (group !== undefined && event.key === "Enter") here.click();
  else return;
  event.preventDefault();
}

/** The item that a key leads to, or null where it leads nowhere. */
function destination(key: string, from: number, items: readonly HTMLElement[]): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(items.length - 1, from + 1);
    case "ArrowUp":
      return Math.max(0, from - 1);
    case "Home":
      return 0;
    case "End":
      return items.length - 1;
    case "ArrowLeft":
      return items[from]?.dataset["group"] === undefined
        ? items.findLastIndex((item, index) => index < from && item.dataset["group"] !== undefined)
        : null;
    default:
      return null;
  }
}
