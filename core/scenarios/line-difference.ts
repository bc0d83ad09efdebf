// Two texts line by line: which lines they share, and which stand in one of them only, in rows to lay side by side.

export interface LineRow {
  readonly left: string | null;
  readonly right: string | null;
  readonly same: boolean;
}

/** Cells of the table that longest common subsequences are looked for in; larger texts are compared line against line. */
const MAX_CELLS = 1_000_000;

/** The rows of `left` and `right`: shared lines beside each other, others too as far as there are as many. */
export function lineDifference(left: string, right: string): readonly LineRow[] {
  const [a, b] = [left.split("\n"), right.split("\n")];
  const shared = (a.length + 1) * (b.length + 1) <= MAX_CELLS ? commonLines(a, b) : [];
  const rows: LineRow[] = [];
  let [i, j] = [0, 0];
  for (const [nextLeft, nextRight] of [...shared, [a.length, b.length] as const]) {
    rows.push(...unequalRows(a.slice(i, nextLeft), b.slice(j, nextRight)));
    if (nextLeft < a.length) rows.push({ left: a[nextLeft]!, right: b[nextRight]!, same: true });
    [i, j] = [nextLeft + 1, nextRight + 1];
  }
  return rows;
}

function unequalRows(a: readonly string[], b: readonly string[]): readonly LineRow[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, row) => {
    const [left, right] = [a[row] ?? null, b[row] ?? null];
    return { left, right, same: left === right };
  });
}

/** Pairs of indices of a longest common subsequence, in order. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  // lengths[i * width + j]: of the longest one of a[i…] and b[j…].
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      [i, j] = [i + 1, j + 1];
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
