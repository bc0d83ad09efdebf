// Everything that can be called: functions by instance and interface, and commands.
// Signatures are shown on hover and with the form, not in the list.

import { Globe, SquareFunction, Terminal } from "lucide-react";

import { moveFocusByArrows } from "../primitives/arrow-focus.ts";
import { classes } from "../primitives/classes.ts";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { type Glyph, Icon } from "../primitives/Icon.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { Tooltip } from "../primitives/Tooltip.tsx";
import type { Callable, CallableGroup } from "./run-model.ts";
import styles from "./CallableList.module.css";

export interface CallableListProps {
  readonly groups: readonly CallableGroup[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

const GLYPHS: Record<Callable["kind"], Glyph> = { function: SquareFunction, command: Terminal, http: Globe };

export function CallableList({ groups, selectedId, onSelect }: CallableListProps) {
  if (groups.length === 0) {
    return (
      <EmptyState glyph={SquareFunction} title="Nothing to call yet">
        Export a function from the composition: drag an export onto the right rail of the canvas.
      </EmptyState>
    );
  }
  return (
    <nav
      aria-label="What can be called"
      className={styles.list}
      onKeyDown={(event) => moveFocusByArrows(event, "[data-row]")}
    >
      {groups.map((group) => (
        <section key={group.id}>
          <h4 className={styles.heading}>
            <b>{group.instance}</b>
            {group.interface === null ? null : <NameText name={group.interface} />}
          </h4>
          <ul>
            {group.callables.map((callable) => (
              <li key={callable.id}>
                <Row callable={callable} selected={callable.id === selectedId} onSelect={() => onSelect(callable.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
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
