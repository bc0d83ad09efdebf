// What a run prints.
// It stays at the end until one scrolls up, and stays smooth at a hundred thousand lines.

import { ArrowDown, Terminal } from "lucide-react";
import { type CSSProperties, useEffect } from "react";

import { Button } from "../primitives/Button.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { EVERYTHING } from "./console-model.ts";
import { ConsoleRow } from "./ConsoleRow.tsx";
import styles from "./ConsoleView.module.css";
import type { ConsoleState } from "./use-console.ts";
import { useConsoleRows } from "./use-console-rows.ts";

export function ConsoleView({ state }: { readonly state: ConsoleState }) {
  const { lines, instances, query, onQueryChange, kept, matches, match } = state;
  const count = kept?.length ?? lines.count;
  const { scroller, rows, following, setFollowing, onScroll } = useConsoleRows(count, query.wrap);

  const currentRow = match === null ? null : (matches[match] ?? null);
  useEffect(() => {
    if (currentRow === null) return;
    setFollowing(false);
    rows.scrollToIndex(currentRow, { align: "center" });
  }, [rows, currentRow, setFollowing]);

  const instanceWidth = Math.max(0, ...instances.map((name) => name.length));
  if (count === 0) return <NothingPrinted filtered={lines.count > 0} onShowAll={() => onQueryChange(EVERYTHING)} />;
  return (
    <div className={styles.console} style={{ "--instance-width": instanceWidth } as CSSProperties}>
      <div
        ref={scroller}
        role="region"
        aria-label="Console output"
        tabIndex={0}
        data-focus-inside
        className={styles.scroller}
        onScroll={onScroll}
      >
        <div className={styles.content} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => (
            <ConsoleRow
              key={item.key}
              line={lines.lineAt(kept?.[item.index] ?? item.index)}
              search={query.search}
              current={item.index === currentRow}
              wrap={query.wrap}
              row={item.index}
              offset={item.start}
              measure={query.wrap ? rows.measureElement : undefined}
            />
          ))}
        </div>
      </div>
      {following ? null : (
        <div className={styles.jump}>
          <Button size="small" glyph={ArrowDown} onClick={() => setFollowing(true)}>
            Follow the end
          </Button>
        </div>
      )}
    </div>
  );
}

function NothingPrinted({ filtered, onShowAll }: { readonly filtered: boolean; readonly onShowAll: () => void }) {
  return filtered ? (
    <EmptyState
      glyph={Terminal}
      title="No line passes this filter"
      actions={<Button onClick={onShowAll}>Show all</Button>}
    />
  ) : (
    <EmptyState glyph={Terminal} title="Nothing printed yet">
      What instances write to stdout and stderr appears here while the composition runs.
    </EmptyState>
  );
}
