// Everything that can be called: functions by instance and interface, and commands.
// Signatures are shown on hover and with the form, not in the list.

import { Globe, SquareFunction, Terminal } from "lucide-react";
import { useMemo, useState } from "react";

import { moveFocusByArrows } from "../primitives/arrow-focus.ts";
import { classes } from "../primitives/classes.ts";
import { type Glyph, Icon } from "../primitives/Icon.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { SearchField } from "../primitives/SearchField.tsx";
import { Tooltip } from "../primitives/Tooltip.tsx";
import { useVirtualRows } from "../primitives/use-virtual-rows.ts";
import type { Callable, CallableGroup } from "./run-model.ts";
import styles from "./CallableList.module.css";

export interface CallableListProps {
  readonly groups: readonly CallableGroup[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

const GLYPHS: Record<Callable["kind"], Glyph> = { function: SquareFunction, command: Terminal, http: Globe };

/** From here on a list is filtered rather than read. */
const MANY = 20;
const ROW_HEIGHT = 24;

export function CallableList({ groups, selectedId, onSelect }: CallableListProps) {
  const [filter, setFilter] = useState("");
  const items = useMemo(() => listItems(groups, filter), [groups, filter]);
  const { scroller, rows } = useVirtualRows(items.length, ROW_HEIGHT);
  const isLong = useMemo(() => groups.reduce((sum, { callables }) => sum + callables.length, 0) > MANY, [groups]);
  return (
    <>
      {isLong ? (
        <SearchField
          size="small"
          kind="filter"
          label="Filter functions"
          className={styles.filter}
          value={filter}
          onChange={setFilter}
        />
      ) : null}
      <nav
        ref={scroller}
        aria-label="What can be called"
        className={styles.list}
        onKeyDown={(event) => moveFocusByArrows(event, "[data-row]")}
      >
        <div className={styles.content} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index]!;
            return (
              <div
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className={styles.place}
                style={{ translate: `0 ${start}px` }}
              >
                {item.kind === "heading" ? (
                  <Heading group={item.group} />
                ) : (
                  <Row
                    callable={item.callable}
                    selected={item.callable.id === selectedId}
                    onSelect={() => onSelect(item.callable.id)}
                  />
                )}
              </div>
            );
          })}
        </div>
        {items.length === 0 ? <p className={styles.none}>No function has such a name.</p> : null}
      </nav>
    </>
  );
}

type ListItem =
  | { readonly kind: "heading"; readonly group: CallableGroup }
  | { readonly kind: "callable"; readonly callable: Callable };

/** The groups as one list, without what the filter leaves out; it looks at instance, interface and function. */
function listItems(groups: readonly CallableGroup[], filter: string): readonly ListItem[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return groups.flatMap((group): ListItem[] => {
    const of = `${group.instance} ${group.interface ?? ""} `.toLowerCase();
    const kept = group.callables.filter(({ name }) => words.every((word) => (of + name.toLowerCase()).includes(word)));
    if (kept.length === 0) return [];
    return [{ kind: "heading", group }, ...kept.map((callable): ListItem => ({ kind: "callable", callable }))];
  });
}

function Heading({ group }: { readonly group: CallableGroup }) {
  return (
    <h4 className={styles.heading}>
      <b>{group.instance}</b>
      {group.interface === null ? null : <NameText name={group.interface} />}
    </h4>
  );
}

interface RowProps {
  readonly callable: Callable;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** A function that can't be called can still be looked at; its reason stands with the Run button. */
function Row({ callable, selected, onSelect }: RowProps) {
  return (
    <Tooltip label={callable.signature} detail={callable.disabledReason} side="right">
      <button
        type="button"
        data-row
        data-focus-inside
        aria-current={selected || undefined}
        className={classes(styles.row, callable.disabledReason !== null && styles.blocked)}
        onClick={onSelect}
      >
        <Icon glyph={GLYPHS[callable.kind]} tone="muted" />
        <NameText name={callable.name} />
      </button>
    </Tooltip>
  );
}
