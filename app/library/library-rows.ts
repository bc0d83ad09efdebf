// Library entries, files on their way in and files that failed → the rows that the library shows.

import type { LibraryFilter, LibraryFits, LibraryRow } from "../../components/library/library-model.ts";
import type { PortEnd } from "../../components/canvas/canvas-model.ts";
import { looksComposed } from "../../core/decompose/looks-composed.ts";
import type { Composition } from "../../core/graph/composition.ts";
import { isHostInterface, isTypesOnly } from "../../core/graph/diagnose.ts";
import { exportsFitting, importsFitting } from "../../core/graph/fit.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import { parseInterfaceName } from "../../core/wit/names.ts";
import type { Component } from "../../core/wit/read.ts";
import { languageOf } from "../canvas/languages.ts";
import { portLook } from "../../core/draw/port-look.ts";
import { portExtern } from "../canvas/verdicts.ts";
import type { ActiveView } from "../derived.ts";
import { failureText } from "./library-actions.ts";
import type { FailedFile, IncomingFile, LibraryEntry } from "./library-store.ts";

/** Rows in the order of their groups: what is on its way, what failed, then entries as they came. */
export function libraryRows(
  entries: ReadonlyMap<string, LibraryEntry>,
  incoming: readonly IncomingFile[],
  failed: readonly FailedFile[],
  composition: Composition | null,
): readonly LibraryRow[] {
  const counts = instanceCounts(composition);
  return [
    ...incoming.map((file) => plainRow(`incoming ${file.id}`, file.fileName, null, INCOMING)),
    ...failed.map((file) => {
      const state = { kind: "failed", ...failureText(file) } as const;
      return plainRow(failedRowKey(file), file.fileName, file.byteLength, state);
    }),
    ...Array.from(entries.values(), (entry) => entryRow(entry, counts.get(entry.sha256) ?? 0)),
  ];
}

const INCOMING: LibraryRow["state"] = { kind: "loading", note: "Reading", fraction: null };

export function failedRowKey({ id }: FailedFile): string {
  return `failed ${id}`;
}

function plainRow(key: string, name: string, sizeBytes: number | null, state: LibraryRow["state"]): LibraryRow {
  return {
    key,
    name,
    version: null,
    language: null,
    sizeBytes,
    summary: "",
    group: "Files",
    filters: [],
    keywords: [],
    state,
    isComposed: false,
    instanceCount: 0,
  };
}

function instanceCounts(composition: Composition | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { component } of composition?.instances ?? []) {
    const sha256 = composition?.components.get(component)?.sha256;
    if (sha256 !== undefined) counts.set(sha256, (counts.get(sha256) ?? 0) + 1);
  }
  return counts;
}

function entryRow(entry: LibraryEntry, instanceCount: number): LibraryRow {
  const parts = parseComponentKey(entry.key);
  const { component } = entry;
  return {
    key: entry.sha256,
    name: parts ? parts.name : entry.key,
    version: parts?.version ?? null,
    language: component ? languageOf(component.producers) : null,
    sizeBytes: entry.byteLength,
    summary: component ? summaryOf(component) : "",
    group: entry.group,
    filters: component ? filtersOf(component) : [],
    keywords: component ? [entry.key, ...component.type.imports.keys(), ...component.type.exports.keys()] : [entry.key],
    state: component ? { kind: "ready" } : { kind: "loading", note: "Reading", fraction: null },
    isComposed: component !== null && looksComposed(component),
    instanceCount,
  };
}

/** What it exports, in a few words: the description that its author gave, else the exports. */
function summaryOf(component: Component): string {
  const described = component.root.metadata.get("description");
  if (described) return described;
  const names = [...component.type.exports]
    .filter(([, extern]) => !isTypesOnly(extern) && extern.kind !== "type")
    .map(([name, extern]) => portLook(name, extern).label);
  return names.length === 0 ? "exports nothing" : names.join(", ");
}

export const LIBRARY_FILTERS: readonly LibraryFilter[] = [
  { id: "http", label: "HTTP" },
  { id: "cli", label: "CLI" },
  { id: "provider", label: "Providers" },
];

function filtersOf({ type }: Component): string[] {
  const exported = [...type.exports.keys()];
  const isHttp = exported.some((name) => name.startsWith("wasi:http/"));
  const isCli = exported.some((name) => name.startsWith("wasi:cli/run"));
  const provides = [...type.exports].some(
    ([name, e]) => e.kind === "instance" && !isHostInterface(name) && !isTypesOnly(e),
  );
  return [isHttp && "http", isCli && "cli", provides && "provider"].filter((id) => id !== false);
}

/** The entries that would fit the end of the wire that is being drawn. */
export function libraryFits(
  view: ActiveView,
  end: PortEnd,
  entries: ReadonlyMap<string, LibraryEntry>,
): LibraryFits | null {
  const extern = portExtern(view.composition, view.componentOf, end);
  if (!extern) return null;
  const port = { name: end.port, extern };
  const fitting = [...entries.values()].filter(({ component }) => {
    if (!component) return false;
    const candidates = end.side === "import" ? exportsFitting(component, port) : importsFitting(component, port);
    return candidates.some((candidate) => candidate.namesAgree || !isCommonShape(candidate.extern));
  });
  const label = parseInterfaceName(end.port)?.interfaceName ?? end.port;
  return { label: `${end.node} · ${label}`, keys: new Set(fitting.map(({ sha256 }) => sha256)) };
}

/** Functions and interfaces of types alone fit too much to be offered by shape. */
function isCommonShape(extern: Parameters<typeof isTypesOnly>[0]): boolean {
  return extern.kind !== "instance" || isTypesOnly(extern);
}
