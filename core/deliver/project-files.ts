// A document ⇄ the folder that it is on disk, which the `wac` command line can use as it stands:
// `composition.wac`, `deps/<namespace>/<name>[/<version>].wasm`, `scenarios.json`, and `witloom.json` for the rest.

import type { Diagnostic } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { DecodeError } from "../binary/cursor.ts";
import type { Document } from "../graph/composition.ts";
import type { ComponentLookup } from "../graph/graph.ts";
import { parseComponentKey } from "../graph/naming.ts";
import { packagesIn } from "../wac/packages.ts";
import { parseWac } from "../wac/parser.ts";
import { wacOf } from "../wac/rewrite.ts";
import { type PackageSource, resolveWac } from "../wac/resolve.ts";
import type { WacResolveError } from "../wac/scope.ts";
import type { WacSyntaxError } from "../wac/token-reader.ts";
import type { WitFile } from "../wac/wit-package.ts";
import type { Component } from "../wit/read.ts";
import { SCENARIOS_FILE, SIDECAR_FILE, WAC_FILE } from "./file-names.ts";
import { readScenarios, type ScenariosError } from "../scenarios/read-scenarios.ts";
import { printScenarios } from "../scenarios/scenario-file.ts";
import { printSidecar, readSidecar, type SidecarError } from "./sidecar.ts";

const DEPS_FOLDER = "deps";

/** File contents by path; paths are relative and use `/`. */
export type ProjectFiles = ReadonlyMap<string, Uint8Array>;

const UTF8 = new TextEncoder();

/** The path, below `deps`, at which WAC tools look for the component `key`. */
export function dependencyPath(key: string, depsFolder: string = DEPS_FOLDER): string {
  const [name = key, version] = key.split("@");
  const path = name.replaceAll(":", "/");
  return version === undefined ? `${depsFolder}/${path}.wasm` : `${depsFolder}/${path}/${version}.wasm`;
}

/** The key that a path below `deps` stands for, or null: the inverse of `dependencyPath`. */
export function keyOfDependencyPath(path: string): string | null {
  const match = /^deps\/(.+)\.(?:wasm|wat)$/.exec(path);
  return match && keyOfSegments(match[1]!.split("/"));
}

function keyOfSegments(segments: readonly string[]): string | null {
  const last = segments.at(-1)!;
  const isVersion = /^\d+\.\d+\.\d+/.test(last);
  const key = isVersion ? `${segments.slice(0, -1).join(":")}@${last}` : segments.join(":");
  return parseComponentKey(key) ? key : null;
}

/** What lies in a project for one package: a component, or WIT in one file or several. */
export type DependencyContent =
  | { readonly kind: "component"; readonly bytes: Uint8Array }
  | { readonly kind: "wit"; readonly files: readonly WitFile[] };

interface Dependency {
  /** The folder's for a package of several files. */
  readonly path: string;
  readonly content: DependencyContent;
}

/** Every component of a project by its key, and of the packages in `wanted` those that are there as WIT. */
function dependenciesIn(files: ProjectFiles, wanted: readonly string[]): ReadonlyMap<string, Dependency> {
  const found = new Map<string, Dependency>();
  for (const [path, bytes] of files) {
    const key = keyOfDependencyPath(path);
    if (key !== null) found.set(key, { path, content: { kind: "component", bytes } });
  }
  for (const key of wanted) {
    if (found.has(key)) continue;
    const path = dependencyPath(key).slice(0, -".wasm".length);
    const wit = witAt(path, files);
    if (wit.length > 0) found.set(key, { path, content: { kind: "wit", files: wit } });
  }
  return found;
}

/** The file `path.wit`, or those of the folder `path` and of the packages below its `deps`. */
function witAt(path: string, files: ProjectFiles): readonly WitFile[] {
  const decoder = new TextDecoder();
  const file = files.get(`${path}.wit`);
  if (file) return [{ path: `${path.split("/").at(-1)}.wit`, text: decoder.decode(file) }];
  return Array.from(files).flatMap(([name, bytes]): WitFile[] => {
    const inside = name.startsWith(`${path}/`) ? name.slice(path.length + 1) : "";
    const belongs = /^(?:deps\/.+\/)?[^/]+\.wit$|^deps\/[^/]+\.wit$/.test(inside);
    return belongs ? [{ path: inside, text: decoder.decode(bytes) }] : [];
  });
}

/** The folder of `document`; component bytes are borrowed. */
export function writeProject(
  document: Document,
  componentOf: ComponentLookup,
  bytesOf: (key: string) => Uint8Array,
): ProjectFiles {
  const files = new Map<string, Uint8Array>();
  files.set(WAC_FILE, UTF8.encode(wacOf(document.composition, componentOf)));
  for (const key of document.composition.components.keys()) files.set(dependencyPath(key), bytesOf(key));
  files.set(SIDECAR_FILE, UTF8.encode(printSidecar(document)));
  if (document.scenarios.length > 0) files.set(SCENARIOS_FILE, UTF8.encode(printScenarios(document.scenarios)));
  return files;
}

/** A component of a project after it was read. */
export interface ProjectComponent {
  readonly sha256: string;
  readonly component: Component;
}

/** Reads what a project keeps under `key`; `path` says which form a component's bytes have. */
export type ReadDependency<E> = (
  key: string,
  path: string,
  content: DependencyContent,
) => Promise<Result<ProjectComponent, E>>;

/** What is wrong with a folder, and in which of its files. `E` is what reading a component may fail with. */
export interface ProjectError<E = DecodeError> {
  readonly path: string;
  readonly error:
    | E
    | WacSyntaxError
    | WacResolveError
    | SidecarError
    | ScenariosError
    | Diagnostic<"project-without-wac">;
}

/** The document in `files`; every component of the folder is read, used or not. */
export async function readProject<E>(
  files: ProjectFiles,
  readDependency: ReadDependency<E>,
): Promise<Result<Document, readonly ProjectError<E>[]>> {
  const wac = files.get(WAC_FILE);
  if (!wac) return fail([{ path: WAC_FILE, error: { kind: "project-without-wac" } }]);
  const errors: ProjectError<E>[] = [];
  const components = new Map<string, PackageSource>();
  const text = new TextDecoder().decode(wac);
  const parsed = parseWac(text);
  for (const [key, { path, content }] of dependenciesIn(files, parsed.ok ? packagesIn(parsed.value) : [])) {
    const read = await readDependency(key, path, content);
    if (!read.ok) errors.push({ path, error: read.error });
    else components.set(key, { reference: { key, sha256: read.value.sha256 }, component: read.value.component });
  }
  const report = (path: string, found: readonly ProjectError<E>["error"][]): void => {
    for (const error of found) errors.push({ path, error });
  };
  const resolved = parsed.ok ? resolveWac(parsed.value, text, (key) => components.get(key)) : parsed;
  if (!resolved.ok) report(WAC_FILE, resolved.error);
  const sidecar = files.get(SIDECAR_FILE);
  const rest = sidecar
    ? readSidecar(new TextDecoder().decode(sidecar))
    : ok({ positions: new Map(), worldImports: [], grants: new Map() });
  if (!rest.ok) report(SIDECAR_FILE, [rest.error]);
  const listed = files.get(SCENARIOS_FILE);
  const scenarios = listed ? readScenarios(new TextDecoder().decode(listed)) : ok([]);
  if (!scenarios.ok) report(SCENARIOS_FILE, [scenarios.error]);
  if (!resolved.ok || !rest.ok || !scenarios.ok || errors.length > 0) return fail(errors);
  const { positions, worldImports, grants } = rest.value;
  const composition = { ...resolved.value.composition, worldImports };
  return ok({ composition, positions, grants, scenarios: scenarios.value });
}
