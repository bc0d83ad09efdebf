// Finding by a few letters: every word of the query must stand in the text, or be made of the starts of its words.
// Scattered letters don't count: what is found is what a person would have meant.

export interface FuzzyMatch {
  /** Higher is better; only good for comparing matches of one query. */
  readonly score: number;
  /** Positions of the matched characters in the text, ascending. */
  readonly positions: readonly number[];
}

/** Null where the query isn't in the text; an empty query is in every text. */
export function fuzzyMatch(text: string, query: string): FuzzyMatch | null {
  const positions = new Set<number>();
  let score = 0;
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const match = matchWord(text, word);
    if (match === null) return null;
    score += match.score;
    for (const position of match.positions) positions.add(position);
  }
  return { score: score - text.length / 1000, positions: [...positions].toSorted((a, b) => a - b) };
}

/** Where a run of letters begins a word, it weighs more; so does a letter next to the one before. */
const START = 8;
const ADJACENT = 5;
const LETTER = 1;

/** How well the rest of a word can be found from a position on, and where its next letter then is. */
interface Step {
  readonly score: number;
  readonly next: number | null;
}

/**
 * The best way to find a word: from the start of a word on, going on next to the last letter or at a later start; or as
 * it stands, anywhere. Worked out from its last letter backwards, so that long hostile names cost no more than their length.
 */
function matchWord(text: string, word: string): FuzzyMatch | null {
  const lower = text.toLowerCase();
  const steps: (readonly (Step | null)[])[] = [];
  for (let letter = word.length - 1; letter >= 0; letter -= 1) {
    steps.unshift(stepsOf(text, lower, word.charAt(letter), steps[0] ?? null));
  }
  let best: number | null = null;
  for (let from = 0; from < text.length; from += 1) {
    const step = steps[0]?.[from];
    if (!step || !(startsWord(text, from) || lower.startsWith(word, from))) continue;
    if (best === null || step.score > (steps[0]?.[best]?.score ?? 0)) best = from;
  }
  if (best === null) return null;
  const positions = [best];
  for (const each of steps.slice(0, -1)) positions.push(each[positions.at(-1) ?? 0]?.next ?? 0);
  return { score: steps[0]?.[best]?.score ?? 0, positions };
}

/** For every position where `letter` stands: the best that can follow. `after` are the steps of the next letter. */
function stepsOf(
  text: string,
  lower: string,
  letter: string,
  after: readonly (Step | null)[] | null,
): readonly (Step | null)[] {
  const steps: (Step | null)[] = Array.from({ length: text.length }, () => null);
  let laterStart: Step | null = null;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const beside = after?.[at + 1];
    const adjacent = beside ? { score: beside.score + ADJACENT, next: at + 1 } : null;
    const rest = after === null ? { score: 0, next: null } : better(adjacent, laterStart);
    if (lower[at] === letter && rest) {
      steps[at] = { score: rest.score + LETTER + (startsWord(text, at) ? START : 0), next: rest.next };
    }
    if (beside && startsWord(text, at + 1)) laterStart = better(laterStart, { score: beside.score, next: at + 1 });
  }
  return steps;
}

function better(a: Step | null, b: Step | null): Step | null {
  if (a === null || b === null) return a ?? b;
  return b.score > a.score ? b : a;
}

function startsWord(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined || /[^\p{L}\p{N}]/u.test(before)) return true;
  const here = text[at] ?? "";
  return here !== here.toLowerCase() && before === before.toLowerCase();
}

export interface MatchPiece {
  readonly text: string;
  readonly offset: number;
  readonly matched: boolean;
}

/** The text in runs of matched and other characters, to mark what was found. */
export function matchPieces(text: string, positions: readonly number[]): readonly MatchPiece[] {
  const matched = new Set(positions);
  const edges = Array.from({ length: text.length }, (_, at) => at).filter(
    (at) => at === 0 || matched.has(at) !== matched.has(at - 1),
  );
  return edges.map((from, index) => ({
    text: text.slice(from, edges[index + 1]),
    offset: from,
    matched: matched.has(from),
  }));
}
