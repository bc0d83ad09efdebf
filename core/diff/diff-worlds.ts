// Two worlds → what came, went and changed between them, and whether the second may replace the first wherever it runs.
// It may if it imports no more than before, and exports no less; see `judge`. Spec: Subtyping.md; WIT.md, "WIT Worlds".

import type { Diagnostic } from "../base/diagnostics.ts";
import { type DifferenceLine, compareLines, linesOf } from "../graph/explain-misfit.ts";
import { isTypesOnly } from "../graph/diagnose.ts";
import { compareExterns, EQUAL_BY_NAME, pathLabel } from "../wit/compare.ts";
import { compareVersions, sameTrack, unversioned, versionOf } from "../wit/names.ts";
import { printFunction, printType } from "../wit/print-type.ts";
import { type ComponentType, type Extern, type ExternMap, peel } from "../wit/types.ts";

export type Direction = "import" | "export";

/** Why the second may not replace the first. */
export type ReplacementProblem = Diagnostic<
  "replacement-imports-more" | "replacement-needs-more" | "replacement-lacks-export" | "replacement-changes-export"
>;

/** A function or type of an interface, or an import or export that is no interface. */
export interface ItemChange {
  readonly kind: "added" | "removed" | "changed";
  readonly name: string;
  /** It as one line of WIT: after the change, or before it where it went. */
  readonly signature: string;
  /** All lines of it in WIT's words, marked. */
  readonly lines: readonly DifferenceLine[];
}

export interface ExternChange {
  readonly direction: Direction;
  readonly kind: "added" | "removed" | "changed";
  /** Under this name before, and under that one after; null where it is missing. */
  readonly before: string | null;
  readonly after: string | null;
  readonly items: readonly ItemChange[];
  /** What forbids the replacement, or null where this change doesn't. */
  readonly problem: ReplacementProblem | null;
}

export interface WorldDifference {
  /** Imports first, then exports, each in the order of the worlds; what is the same is left out. */
  readonly changes: readonly ExternChange[];
  readonly unchanged: { readonly imports: number; readonly exports: number };
  readonly problems: readonly ReplacementProblem[];
}

/** What lies between the worlds `before` and `after`. Resources are the same if their names are. */
export function diffWorlds(before: ComponentType, after: ComponentType): WorldDifference {
  const changes: ExternChange[] = [];
  const unchanged = { imports: 0, exports: 0 };
  for (const direction of ["import", "export"] as const) {
    const pairs = pairUp(before[`${direction}s`], after[`${direction}s`]);
    for (const pair of pairs) {
      const change = changeOf(direction, pair);
      if (change) changes.push(change);
      else unchanged[`${direction}s`] += 1;
    }
  }
  return { changes, unchanged, problems: changes.flatMap(({ problem }) => problem ?? []) };
}

interface Named {
  readonly name: string;
  readonly extern: Extern;
}

interface Pair {
  readonly before: Named | null;
  readonly after: Named | null;
}

/** Those of one name belong together, then those of one track, then the versions of one interface. */
function pairUp(before: ExternMap, after: ExternMap): readonly Pair[] {
  const left = new Map(after);
  const partners = new Map<string, string>();
  const rules = [
    (a: string, b: string): boolean => a === b,
    sameTrack,
    (a: string, b: string): boolean => a.includes("@") && unversioned(a) === unversioned(b),
  ];
  for (const agree of rules) {
    for (const name of before.keys()) {
      if (partners.has(name)) continue;
      const partner = left.has(name) ? name : [...left.keys()].find((other) => agree(name, other));
      if (partner === undefined) continue;
      partners.set(name, partner);
      left.delete(partner);
    }
  }
  const kept = Array.from(before, ([name, extern]): Pair => {
    const partner = partners.get(name);
    return {
      before: { name, extern },
      after: partner === undefined ? null : { name: partner, extern: after.get(partner)! },
    };
  });
  return [...kept, ...Array.from(left, ([name, extern]): Pair => ({ before: null, after: { name, extern } }))];
}

function changeOf(direction: Direction, { before, after }: Pair): ExternChange | null {
  const items = itemChanges(before, after);
  if (before && after && before.name === after.name && items.length === 0) return null;
  return {
    direction,
    kind: before && after ? "changed" : before ? "removed" : "added",
    before: before?.name ?? null,
    after: after?.name ?? null,
    items,
    problem: judge(direction, before, after),
  };
}

/** The rules of replacement, one per direction and case; null where the case is harmless. */
function judge(direction: Direction, before: Named | null, after: Named | null): ReplacementProblem | null {
  if (direction === "import") {
    if (!after) return null;
    if (!before) return isTypesOnly(after.extern) ? null : { kind: "replacement-imports-more", name: after.name };
    const version = versionProblem(before.name, after.name);
    // What was given to the first must suffice for the second.
    const mismatch = version ?? compareExterns(before.extern, after.extern, EQUAL_BY_NAME);
    return mismatch && { kind: "replacement-needs-more", name: after.name, mismatch };
  }
  if (!before) return null;
  if (!after) return { kind: "replacement-lacks-export", name: before.name };
  const version = versionProblem(before.name, after.name);
  const mismatch = version ?? compareExterns(after.extern, before.extern, EQUAL_BY_NAME);
  return mismatch && { kind: "replacement-changes-export", name: before.name, mismatch };
}

type Mismatch = ReturnType<typeof compareExterns>;

function versionProblem(before: string, after: string): Mismatch {
  if (sameTrack(before, after)) return null;
  const version = (name: string): string => (name.includes("@") ? name.slice(name.indexOf("@") + 1) : "none");
  return { path: [], difference: { kind: "version", expected: version(before), found: version(after) } };
}

/** Negative, zero or positive as the second version comes after, is, or comes before the first; null without versions. */
export function versionStep(before: string, after: string): number | null {
  const [a, b] = [versionOf(before), versionOf(after)];
  return a && b ? compareVersions(a, b) : null;
}

function itemChanges(before: Named | null, after: Named | null): readonly ItemChange[] {
  const [old, young] = [itemsOf(before), itemsOf(after)];
  const names = new Set([...old.keys(), ...young.keys()]);
  return [...names].flatMap((name): readonly ItemChange[] => {
    const [was, is] = [old.get(name), young.get(name)];
    if (was && is && isSame(was, is)) return [];
    const lines = compareLines(was ? linesOf(name, was) : [], is ? linesOf(name, is) : []);
    const signature = signatureOf(name, (is ?? was)!);
    return [{ kind: was && is ? "changed" : was ? "removed" : "added", name, signature, lines }];
  });
}

function signatureOf(name: string, extern: Extern): string {
  const label = pathLabel(name);
  if (extern.kind === "function") return `${label}: ${printFunction(extern.type)}`;
  if (extern.kind !== "type") return `${label}: ${extern.kind}`;
  const type = peel(extern.type);
  return type.kind === "resource" ? `resource ${label}` : `type ${label} = ${printType(type)}`;
}

/** The members of an interface; anything else counts as its own only item. */
function itemsOf(named: Named | null): ExternMap {
  if (!named) return new Map();
  return named.extern.kind === "instance" ? named.extern.type.exports : new Map([[named.name, named.extern]]);
}

function isSame(a: Extern, b: Extern): boolean {
  return compareExterns(a, b, EQUAL_BY_NAME) === null && compareExterns(b, a, EQUAL_BY_NAME) === null;
}
