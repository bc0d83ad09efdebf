// `witloom.json`: what a document holds beside its WAC text. Versioned; older versions are brought up step by step.

import type { Diagnostic } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { type InstanceGrants, knownGrants } from "../graph/grants.ts";
import type { Document, Position } from "../graph/composition.ts";

export interface Sidecar {
  readonly positions: ReadonlyMap<string, Position>;
  readonly worldImports: readonly string[];
  readonly grants: InstanceGrants;
}

export type SidecarError = Diagnostic<"sidecar-unreadable" | "sidecar-too-new">;

/** Raised by one with each change that an older reader would misread; `MIGRATIONS[n]` brings version n to n + 1. */
const FORMAT = 1;

type Json = Record<string, unknown>;
const MIGRATIONS: Readonly<Record<number, (json: Json) => Json>> = {};

export function printSidecar({ composition, positions, grants }: Document): string {
  const names = composition.instances.map(({ name }) => name);
  const placed = names.flatMap((name) => {
    const position = positions.get(name);
    return position ? [[name, [position.x, position.y]] as const] : [];
  });
  const json = {
    format: FORMAT,
    positions: Object.fromEntries(placed),
    worldImports: composition.worldImports,
    grants: Object.fromEntries(grants),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** What `text` says; unknown members are passed over. */
export function readSidecar(text: string): Result<Sidecar, SidecarError> {
  const json = parseObject(text);
  const format = json?.["format"];
  if (!json || typeof format !== "number") return fail({ kind: "sidecar-unreadable" });
  if (format > FORMAT) return fail({ kind: "sidecar-too-new", format, known: FORMAT });
  let migrated = json;
  for (let version = format; version < FORMAT; version++) migrated = MIGRATIONS[version]?.(migrated) ?? migrated;
  return ok({
    positions: readPositions(migrated["positions"]),
    worldImports: readStrings(migrated["worldImports"]),
    grants: readGrants(migrated["grants"]),
  });
}

function parseObject(text: string): Json | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Json) : null;
  } catch {
    return null;
  }
}

function readPositions(json: unknown): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  if (typeof json !== "object" || json === null) return positions;
  for (const [name, pair] of Object.entries(json)) {
    const [x, y]: unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof x === "number" && typeof y === "number" && Number.isFinite(x) && Number.isFinite(y)) {
      positions.set(name, { x, y });
    }
  }
  return positions;
}

function readGrants(json: unknown): InstanceGrants {
  const entries = typeof json === "object" && json !== null ? Object.entries(json) : [];
  const grants = entries.map(([name, listed]) => [name, knownGrants(readStrings(listed))] as const);
  return new Map(grants.filter(([, listed]) => listed.length > 0));
}

function readStrings(json: unknown): readonly string[] {
  return Array.isArray(json) ? json.filter((item) => typeof item === "string") : [];
}
