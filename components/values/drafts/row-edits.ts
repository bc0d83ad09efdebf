// Adding, removing, moving and doubling rows of a list or map. Ids stay with their rows, so fields keep their focus.

interface Row {
  readonly id: number;
}

/** An id that no row has. */
export function freeId(rows: readonly Row[]): number {
  return rows.reduce((next, { id }) => Math.max(next, id + 1), 0);
}

export function withoutRow<R extends Row>(rows: readonly R[], id: number): readonly R[] {
  return rows.filter((row) => row.id !== id);
}

/** Row `id` `steps` further down, or up if negative; it stops at the ends. */
export function movedRow<R extends Row>(rows: readonly R[], id: number, steps: number): readonly R[] {
  const from = rows.findIndex((row) => row.id === id);
  const to = Math.max(0, Math.min(rows.length - 1, from + steps));
  if (from < 0 || to === from) return rows;
  return rows.toSpliced(from, 1).toSpliced(to, 0, rows[from]!);
}

/** A copy of row `id` right after it. */
export function doubledRow<R extends Row>(rows: readonly R[], id: number): readonly R[] {
  const at = rows.findIndex((row) => row.id === id);
  return at < 0 ? rows : rows.toSpliced(at + 1, 0, { ...rows[at]!, id: freeId(rows) });
}

/** `rows` with `changed` in the place of the row of its id. */
export function withRow<R extends Row>(rows: readonly R[], changed: R): readonly R[] {
  return rows.map((row) => (row.id === changed.id ? changed : row));
}
