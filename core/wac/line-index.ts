// Offsets in a text → lines and columns, as editors and terminals count them.

export interface LineColumn {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** The line and column of `offset` in `text`. */
export function lineColumnAt(text: string, offset: number): LineColumn {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - (before.lastIndexOf("\n") + 1) + 1 };
}
