// A document ⇄ the folder that it is on disk, which the `wac` command line can use as it stands:
// `composition.wac`, `deps/<namespace>/<name>[/<version>].wasm`, and `witloom.json` for the rest.

import type { Diagnostic } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { DecodeError } from "../binary/cursor.ts";
import { type ComponentReference, type Document, EMPTY_DOCUMENT } from "../graph/composition.ts";
import type { ComponentLookup } from "../graph/graph.ts";
import { parseComponentKey } from "../graph/naming.ts";
import { parseWac, type WacSyntaxError } from "../wac/parser.ts";
import { printWac } from "../wac/print.ts";
import { resolveWac, type WacResolveError } from "../wac/resolve.ts";
import { type Component, readComponent } from "../wit/read.ts";
import { printSidecar, readSidecar, type SidecarError } from "./sidecar.ts";

export const WAC_FILE = "composition.wac";
export const SIDECAR_FILE = "witloom.json";
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
  if (!match) return null;
  const segments = match[1]!.split("/");
  const version = /^\d+\.\d+\.\d+/.test(segments.at(-1)!) ? segments.pop() : undefined;
  const key = segments.join(":") + (version === undefined ? "" : `@${version}`);
  return parseComponentKey(key) ? key : null;
}

/** The folder of `document`; component bytes are borrowed. */
export function writeProject(
  document: Document,
  componentOf: ComponentLookup,
  bytesOf: (key: string) => Uint8Array,
): ProjectFiles {
  const files = new Map<string, Uint8Array>();
  files.set(WAC_FILE, UTF8.encode(printWac(document.composition, componentOf)));
  for (const key of document.composition.components.keys()) files.set(dependencyPath(key), bytesOf(key));
  files.set(SIDECAR_FILE, UTF8.encode(printSidecar(document)));
  return files;
}

export interface ProjectComponent {
  readonly reference: ComponentReference;
  readonly component: Component;
  readonly bytes: Uint8Array;
}

export interface Project {
  readonly document: Document;
  /** Every component of the folder, used or not. */
  readonly components: readonly ProjectComponent[];
}

/** What is wrong with a folder, and in which of its files. */
export interface ProjectError {
  readonly path: string;
  readonly error: DecodeError | WacSyntaxError | WacResolveError | SidecarError | Diagnostic<"project-without-wac">;
}

/**
 * The document and the components in `files`.
 * @param hash gives the SHA-256 of bytes in hexadecimal.
 */
export async function readProject(
  files: ProjectFiles,
  hash: (bytes: Uint8Array) => Promise<string>,
): Promise<Result<Project, readonly ProjectError[]>> {
  const wac = files.get(WAC_FILE);
  if (!wac) return fail([{ path: WAC_FILE, error: { kind: "project-without-wac" } }]);
  const errors: ProjectError[] = [];
  const components = new Map<string, ProjectComponent>();
  for (const [path, bytes] of files) {
    const key = keyOfDependencyPath(path);
    if (key === null) continue;
    const read = readComponent(bytes);
    if (!read.ok) errors.push({ path, error: read.error });
    else components.set(key, { reference: { key, sha256: await hash(bytes) }, component: read.value, bytes });
  }
  const report = (path: string, found: readonly ProjectError["error"][]): void => {
    for (const error of found) errors.push({ path, error });
  };
  const parsed = parseWac(new TextDecoder().decode(wac));
  const resolved = parsed.ok ? resolveWac(parsed.value, (key) => components.get(key)) : parsed;
  if (!resolved.ok) report(WAC_FILE, resolved.error);
  const sidecar = files.get(SIDECAR_FILE);
  const rest = sidecar
    ? readSidecar(new TextDecoder().decode(sidecar))
    : ok({ positions: new Map(), worldImports: [] });
  if (!rest.ok) report(SIDECAR_FILE, [rest.error]);
  if (!resolved.ok || !rest.ok || errors.length > 0) return fail(errors);
  const { positions, worldImports } = rest.value;
  const document = { ...EMPTY_DOCUMENT, composition: { ...resolved.value, worldImports }, positions };
  return ok({ document, components: [...components.values()] });
}
