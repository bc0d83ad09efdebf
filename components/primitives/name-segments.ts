// Where a name may be broken: between its segments, never inside one.
// Nothing is judged: any text has segments.

export interface NameSegment {
  readonly text: string;
  /** Where it begins in the name, in UTF-16 units. */
  readonly offset: number;
}

/**
 * The pieces of an extern name, each with the mark that ends it: `shop:`, `orders/`, `store`, `@1.2.0`.
 * Labels of several words break after their hyphens and underscores as well. Joined, the pieces are the name.
 */
export function nameSegments(name: string): readonly NameSegment[] {
  return [...name.matchAll(/@[^/]*|[^:/@_-]+[:/_-]?|[:/_-]/g)].map((match) => ({
    text: match[0],
    offset: match.index,
  }));
}
