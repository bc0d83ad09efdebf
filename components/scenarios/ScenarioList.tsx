// The list of scenarios. Arrows go through it, Alt with an arrow moves one, F2 renames it, Delete removes it.

import {
  ArrowDown,
  ArrowUp,
  CircleCheck,
  CircleDashed,
  CircleX,
  Ellipsis,
  LoaderCircle,
  Pencil,
  Play,
  Trash2,
} from "lucide-react";
import { type KeyboardEvent, useState } from "react";

import { moveFocusByArrows } from "../primitives/arrow-focus.ts";
import { formatDuration } from "../primitives/format-duration.ts";
import { type Glyph, Icon, type IconProps } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import type { MenuEntry } from "../primitives/menu-entries.ts";
import { Menu } from "../primitives/Menu.tsx";
import { NameEditor } from "../primitives/NameEditor.tsx";
import text from "../styles/text.module.css";
import type { ScenarioRow, ScenarioState } from "./scenario-model.ts";
import styles from "./ScenarioList.module.css";

export interface ScenarioListProps {
  readonly rows: readonly ScenarioRow[];
  readonly selected: string | null;
  readonly onSelect: (name: string) => void;
  readonly onRun: (name: string) => void;
  readonly runDisabledReason: string | null;
  /** Why a scenario can't be called `to`, or null. */
  readonly nameProblem: (to: string) => string | null;
  readonly onRename: (name: string, to: string) => void;
  readonly onMove: (name: string, by: -1 | 1) => void;
  readonly onRemove: (name: string) => void;
}

const MARKS: Readonly<Record<ScenarioState, { glyph: Glyph; tone: IconProps["tone"]; label: string }>> = {
  "not-run": { glyph: CircleDashed, tone: "muted", label: "not run" },
  running: { glyph: LoaderCircle, tone: "accent", label: "running" },
  passed: { glyph: CircleCheck, tone: "run", label: "passed" },
  failed: { glyph: CircleX, tone: "error", label: "failed" },
};

export function ScenarioMark({ state }: { readonly state: ScenarioState }) {
  const { glyph, tone, label } = MARKS[state];
  return (
    <>
      <Icon glyph={glyph} tone={tone} />
      <span className={text.hidden}>{label}</span>
    </>
  );
}

export function ScenarioList(props: ScenarioListProps) {
  const { rows } = props;
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <ul
      className={styles.list}
      aria-label="Scenarios"
      onKeyDown={(event) => event.altKey || moveFocusByArrows(event, "[data-row]")}
    >
      {rows.map((row) => (
        <Row
          key={row.name}
          {...props}
          row={row}
          renaming={renaming === row.name}
          onRenaming={(on) => setRenaming(on ? row.name : null)}
        />
      ))}
    </ul>
  );
}

interface RowProps extends ScenarioListProps {
  readonly row: ScenarioRow;
  readonly renaming: boolean;
  readonly onRenaming: (on: boolean) => void;
}

function Row(props: RowProps) {
  const { row, selected, onSelect, renaming, onRenaming, nameProblem, onRename } = props;
  const { name, state, durationMs, summary } = row;
  const isSelected = selected === name;
  return (
    <li className={styles.item} data-state={state}>
      {renaming ? (
        <span className={styles.row}>
          <ScenarioMark state={state} />
          <NameEditor
            label="Name of the scenario"
            initial={name}
            validate={nameProblem}
            onCommit={(to) => {
              onRename(name, to);
              onRenaming(false);
            }}
            onCancel={() => onRenaming(false)}
          />
        </span>
      ) : (
        <button
          type="button"
          data-row
          data-focus-inside
          aria-current={isSelected ? "true" : undefined}
          className={styles.row}
          onClick={() => onSelect(name)}
          onDoubleClick={() => onRenaming(true)}
          onKeyDown={(event) => onRowKey(event, props)}
        >
          <ScenarioMark state={state} />
          <span className={styles.words}>
            <span className={styles.name}>{name}</span>
            <span className={styles.summary}>{summary}</span>
          </span>
          <span className={text.count}>{durationMs === null ? null : formatDuration(durationMs)}</span>
        </button>
      )}
      <IconButton
        label={`Run ${name}`}
        glyph={Play}
        disabledReason={props.runDisabledReason}
        onClick={() => props.onRun(name)}
      />
      <Menu
        align="end"
        trigger={<IconButton label={`More about ${name}`} glyph={Ellipsis} />}
        entries={entriesOf(props)}
      />
    </li>
  );
}

function onRowKey(event: KeyboardEvent<HTMLElement>, { row, onMove, onRenaming, onRemove }: RowProps): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
  if (event.altKey && by !== undefined) onMove(row.name, by);
  else if (event.key === "F2") onRenaming(true);
  else if (event.key === "Delete") {
    focusNeighbour(event.currentTarget);
    onRemove(row.name);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Brings the focus to the row that will stand where this one stood. */
function focusNeighbour(row: HTMLElement): void {
  const item = row.closest("li");
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  neighbour?.querySelector<HTMLElement>("[data-row]")?.focus();
}

function entriesOf({ row: { name }, rows, onMove, onRenaming, onRemove }: RowProps): readonly MenuEntry[] {
  const index = rows.findIndex((row) => row.name === name);
  return [
    // The menu gives the focus back to its button first.
    {
      kind: "action",
      id: "rename",
      label: "Rename",
      glyph: Pencil,
      shortcut: "F2",
      onSelect: () => requestAnimationFrame(() => onRenaming(true)),
    },
    {
      kind: "action",
      id: "up",
      label: "Move up",
      glyph: ArrowUp,
      shortcut: "Alt+↑",
      disabledReason: index === 0 ? "It is the first" : null,
      onSelect: () => onMove(name, -1),
    },
    {
      kind: "action",
      id: "down",
      label: "Move down",
      glyph: ArrowDown,
      shortcut: "Alt+↓",
      disabledReason: index === rows.length - 1 ? "It is the last" : null,
      onSelect: () => onMove(name, 1),
    },
    {
      kind: "action",
      id: "remove",
      label: "Remove",
      glyph: Trash2,
      shortcut: "Del",
      danger: true,
      onSelect: () => onRemove(name),
    },
  ];
}
