// What the library shows, and how a search, a filter or a dragged wire sorts it into sections.
// The order of rows is the caller's and kept.

import type { LanguageMark } from "../canvas/canvas-model.ts";

export interface LibraryRow {
  /** The library's own key; what a drag carries. */
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  readonly language: LanguageMark | null;
  readonly sizeBytes: number | null;
  /** One line: the world it was made for, or what it exports. */
  readonly summary: string;
  /** The heading it stands under: a namespace, a sample. */
  readonly group: string;
  /** The filters it passes, by id. */
  readonly filters: readonly string[];
  /** More words that a search finds it by: names of worlds and interfaces. */
  readonly keywords: readonly string[];
  readonly state: LibraryRowState;
  /** True for one that is composed of others and can be opened as a composition. */
  readonly isComposed: boolean;
  /** How often it stands on the canvas. */
  readonly instanceCount: number;
}

export type LibraryRowState =
  | { readonly kind: "ready" }
  /** `fraction` from 0 to 1, null where the end isn't known. */
  | { readonly kind: "loading"; readonly note: string; readonly fraction: number | null }
  /** Why it could not be read, and what to do about it. */
  | { readonly kind: "failed"; readonly message: string; readonly help: string };

export interface LibraryFilter {
  readonly id: string;
  readonly label: string;
}

/** What would fit the end of the wire that is being dragged. */
export interface LibraryFits {
  /** Whose port: `gateway · pricing`. */
  readonly label: string;
  readonly keys: ReadonlySet<string>;
}

export interface LibrarySection {
  readonly title: string;
  readonly rows: readonly LibraryRow[];
  readonly mood: "plain" | "lit" | "dimmed";
}

export interface LibraryQuery {
  readonly text: string;
  /** The id of a filter, or null for all. */
  readonly filter: string | null;
  readonly fits: LibraryFits | null;
}

/** Rows that pass, in their given order: by group, or by whether they fit while a wire is dragged. */
export function sectionsOf(rows: readonly LibraryRow[], query: LibraryQuery): readonly LibrarySection[] {
  const terms = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const passing = rows.filter(
    (row) =>
      (query.filter === null || row.filters.includes(query.filter)) && terms.every((term) => mentions(row, term)),
  );
  const { fits } = query;
  if (fits) {
    const fitting = passing.filter((row) => fits.keys.has(row.key));
    const rest = passing.filter((row) => !fits.keys.has(row.key));
    return [
      { title: "Fits", rows: fitting, mood: "lit" },
      { title: "Does not fit", rows: rest, mood: "dimmed" },
    ];
  }
  const titles = [...new Set(passing.map((row) => row.group))];
  return titles.map((title) => ({ title, rows: passing.filter((row) => row.group === title), mood: "plain" }));
}

function mentions(row: LibraryRow, term: string): boolean {
  const words = [row.name, row.summary, row.group, row.language?.name ?? "", ...row.keywords];
  return words.some((word) => word.toLowerCase().includes(term));
}
