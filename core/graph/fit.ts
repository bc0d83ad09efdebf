// Does an export fit an import, before anything is wired? Exact, compatible, or unfit with the first difference.
// Resources are compared by name here: whose they are is known only once a composition is evaluated.

import { getOrInsert } from "../base/collections.ts";
import type { Mismatch } from "../base/mismatch.ts";
import { compareExterns, EQUAL_BY_NAME } from "../wit/compare.ts";
import { compareVersions, parseInterfaceName, sameTrack, unversioned, versionOf } from "../wit/names.ts";
import type { Component } from "../wit/read.ts";
import type { Extern } from "../wit/types.ts";

/** What makes a fit less than exact. */
export type FitNote = "newer-version" | "older-version" | "other-track" | "other-name" | "offers-more";

export type Fit =
  | { readonly kind: "exact" }
  | { readonly kind: "compatible"; readonly notes: readonly FitNote[] }
  | { readonly kind: "unfit"; readonly mismatch: Mismatch };

export interface NamedExtern {
  readonly name: string;
  readonly extern: Extern;
}

const FITS = new WeakMap<Extern, Map<Extern, Fit>>();

/** Whether `offered` may satisfy `needed`; remembered, for a thousand instances are made of few components. */
export function fitOf(offered: NamedExtern, needed: NamedExtern): Fit {
  let fits = FITS.get(offered.extern);
  if (!fits) FITS.set(offered.extern, (fits = new Map()));
  return getOrInsert(fits, needed.extern, () => judge(offered, needed));
}

function judge(offered: NamedExtern, needed: NamedExtern): Fit {
  const mismatch = compareExterns(offered.extern, needed.extern, EQUAL_BY_NAME);
  if (mismatch) return { kind: "unfit", mismatch: versionMismatch(offered, needed) ?? mismatch };
  const notes = notesOn(offered, needed);
  return notes.length === 0 ? { kind: "exact" } : { kind: "compatible", notes };
}

function notesOn(offered: NamedExtern, needed: NamedExtern): readonly FitNote[] {
  const notes: FitNote[] = [];
  const [offeredName, neededName] = [interfaceOf(offered), interfaceOf(needed)];
  if (offeredName !== neededName) {
    const [found, expected] = [versionOf(offeredName), versionOf(neededName)];
    const sameInterface = unversioned(offeredName) === unversioned(neededName) && found && expected;
    if (!sameInterface) notes.push("other-name");
    else if (!sameTrack(offeredName, neededName)) notes.push("other-track");
    else notes.push(compareVersions(found, expected) < 0 ? "older-version" : "newer-version");
  }
  if (exportCount(offered.extern) > exportCount(needed.extern)) notes.push("offers-more");
  return notes;
}

/** Versions of one interface that promise nothing of each other explain a mismatch better than the mismatch. */
function versionMismatch(offered: NamedExtern, needed: NamedExtern): Mismatch | null {
  const [found, expected] = [interfaceOf(offered), interfaceOf(needed)];
  if (unversioned(found) !== unversioned(expected) || sameTrack(found, expected)) return null;
  const [foundVersion, expectedVersion] = [parseInterfaceName(found)?.version, parseInterfaceName(expected)?.version];
  if (foundVersion === undefined || expectedVersion === undefined) return null;
  return {
    path: [],
    difference: { kind: "version", expected: expectedVersion ?? "none", found: foundVersion ?? "none" },
  };
}

/** The interface behind a name: what a labelled import implements, else the name itself. */
export function interfaceOf({ name, extern }: NamedExtern): string {
  return extern.annotations?.implements ?? name;
}

function exportCount(extern: Extern): number {
  return extern.kind === "instance" ? extern.type.exports.size : 0;
}

const RANK: Readonly<Record<Fit["kind"], number>> = { exact: 0, compatible: 1, unfit: 2 };

/** Whether the names alone suggest that the two belong together. */
export function namesAgree(offered: NamedExtern, needed: NamedExtern): boolean {
  return unversioned(interfaceOf(offered)) === unversioned(interfaceOf(needed));
}

export interface Candidate extends NamedExtern {
  readonly fit: Fit;
  readonly namesAgree: boolean;
}

/**
 * The exports of `component` that could satisfy `needed`, best first: those of the same name before others of the same
 * shape. A function fits by shape only if its name agrees: too many functions look alike.
 */
export function exportsFitting(component: Component, needed: NamedExtern): readonly Candidate[] {
  return rank(Array.from(component.type.exports, ([name, extern]) => candidate({ name, extern }, needed, "offered")));
}

/** The imports of `component` that `offered` could satisfy, best first. */
export function importsFitting(component: Component, offered: NamedExtern): readonly Candidate[] {
  return rank(Array.from(component.type.imports, ([name, extern]) => candidate({ name, extern }, offered, "needed")));
}

function candidate(item: NamedExtern, other: NamedExtern, role: "offered" | "needed"): Candidate {
  const [offered, needed] = role === "offered" ? [item, other] : [other, item];
  return { ...item, fit: fitOf(offered, needed), namesAgree: namesAgree(offered, needed) };
}

function rank(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates
    .filter(({ fit }) => fit.kind !== "unfit")
    .toSorted((a, b) => Number(b.namesAgree) - Number(a.namesAgree) || RANK[a.fit.kind] - RANK[b.fit.kind]);
}
