// The end of a long list of rows: what is shown grows by a hundred at a time.

import { useState } from "react";

import { Button } from "../../primitives/Button.tsx";

const PAGE = 100;

export interface ShownRows {
  readonly count: number;
  readonly showMore: () => void;
  readonly showAtLeast: (count: number) => void;
}

/** How many of `total` rows are shown. */
export function useShownRows(total: number): ShownRows {
  const [limit, setLimit] = useState(PAGE);
  return {
    count: Math.min(limit, total),
    showMore: () => setLimit(limit + PAGE),
    showAtLeast: (count) => setLimit(Math.max(limit, count)),
  };
}

export interface MoreRowsProps {
  readonly shown: number;
  readonly total: number;
  readonly onMore: () => void;
}

export function MoreRows({ shown, total, onMore }: MoreRowsProps) {
  if (shown >= total) return null;
  return (
    <Button variant="ghost" size="small" onClick={onMore}>
      Show {Math.min(PAGE, total - shown)} more of {total}
    </Button>
  );
}
