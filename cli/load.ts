// Files and folders on disk → components and compositions, every fault reported with its place.

import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../core/base/diagnostics.ts";
import { SIDECAR_FILE, WAC_FILE } from "../core/deliver/file-names.ts";
import { dependencyPath } from "../core/deliver/project-files.ts";
import { readSidecar } from "../core/deliver/sidecar.ts";
import { parseComponentKey } from "../core/graph/naming.ts";
import type { Composition } from "../core/graph/composition.ts";
import type { Graph } from "../core/graph/graph.ts";
import { lineColumnAt } from "../core/wac/line-index.ts";
import { packagesIn } from "../core/wac/packages.ts";
import { parseWac } from "../core/wac/parser.ts";
import { type PackageSource, resolveWac } from "../core/wac/resolve.ts";
import type { WacDocument } from "../core/wac/syntax.ts";
import { type Component, readComponent } from "../core/wit/read.ts";
import { Finding, Misuse } from "./exit-status.ts";
import { say, sayDiagnostic } from "./terminal.ts";
import { parseWat } from "./wat.ts";
import { encodeWit, isWitFolder } from "./wit-text.ts";

export interface LoadedComponent {
  readonly component: Component;
  readonly bytes: Uint8Array;
}

/** The bytes of the file at `path`. @throws Misuse where there is none. */
async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    const hint = parseComponentKey(path) ? ": it looks like a package, and registries are not read" : "";
    throw new Misuse(`cannot read ${path}${hint}`);
  }
}

/** The component in the `.wasm` or `.wat` file at `path`, or the package in WIT there. @throws Finding */
export async function loadComponent(path: string): Promise<LoadedComponent> {
  const bytes = await componentBytes(path);
  const read = readComponent(bytes);
  if (read.ok) return { component: read.value, bytes };
  sayDiagnostic(read.error, path);
  throw new Finding();
}

async function componentBytes(path: string): Promise<Uint8Array> {
  if (path.endsWith(".wit") || isWitFolder(path)) return encodeWit(path);
  const raw = await readBytes(path);
  return path.endsWith(".wat") ? parseWat(path, raw) : raw;
}

export interface LoadOptions {
  /** Where packages are looked for; `deps` beside the WAC file by default. */
  readonly depsDir?: string;
  /** Files for packages that are named without a version, by name. */
  readonly overrides?: ReadonlyMap<string, string>;
}

export interface LoadedComposition {
  readonly composition: Composition;
  /** All that the text says, the composition included. */
  readonly graph: Graph;
  readonly componentOf: (key: string) => Component | undefined;
  readonly bytesOf: (key: string) => Uint8Array;
}

/** A WAC text that could be parsed. */
export interface LoadedText {
  readonly path: string;
  readonly text: string;
  readonly document: WacDocument;
}

/** The WAC file at `path`, or the one in a folder. @throws Finding with every syntax error. */
export async function loadText(path: string): Promise<LoadedText> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const wacPath = isFolder ? join(path, WAC_FILE) : path;
  const text = new TextDecoder().decode(await readBytes(wacPath));
  const parsed = parseWac(text);
  return parsed.ok ? { path: wacPath, text, document: parsed.value } : reportAll(parsed.error, wacPath, text);
}

/** The composition in a WAC file, or in a folder that holds one. */
export async function loadComposition(path: string, options: LoadOptions = {}): Promise<LoadedComposition> {
  const { path: wacPath, text, document } = await loadText(path);
  const folder = dirname(wacPath);
  const packages = await loadPackages(document, options.depsDir ?? defaultDepsDir(folder), options.overrides);
  const resolved = resolveWac(document, text, (key) => packages.get(key)?.source);
  if (!resolved.ok) return reportAll(resolved.error, wacPath, text);
  const worldImports = wacPath === path ? [] : await loadWorldImports(join(folder, SIDECAR_FILE));
  return {
    composition: { ...resolved.value.composition, worldImports },
    graph: resolved.value.graph,
    componentOf: (key) => packages.get(key)?.source.component,
    bytesOf: (key) => packages.get(key)!.bytes,
  };
}

/** `deps` beside the WAC file; where there is none, as in `wac`, the one of the folder that the command runs in. */
function defaultDepsDir(folder: string): string {
  const beside = join(folder, "deps");
  return existsSync(beside) ? beside : "deps";
}

type PlacedError = Diagnostic & { readonly span: { readonly start: number } };

function reportAll(errors: readonly PlacedError[], path: string, text: string): never {
  for (const error of errors) {
    const { line, column } = lineColumnAt(text, error.span.start);
    sayDiagnostic(error, `${path}:${line}:${column}`);
  }
  throw new Finding();
}

async function loadPackages(
  document: WacDocument,
  depsDir: string,
  overrides: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlyMap<string, { source: PackageSource; bytes: Uint8Array }>> {
  const packages = new Map<string, { source: PackageSource; bytes: Uint8Array }>();
  for (const key of packagesIn(document)) {
    const path = overrides.get(key) ?? existingDependency(key, depsDir);
    if (path === null) continue;
    const { component, bytes } = await loadComponent(path);
    packages.set(key, { source: { reference: { key, sha256: hashOf(bytes) }, component }, bytes });
  }
  return packages;
}

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A package is a component, in one of its two formats, or WIT: a file of it or a folder. */
function existingDependency(key: string, depsDir: string): string | null {
  const path = dependencyPath(key, depsDir);
  const stem = path.slice(0, -".wasm".length);
  const file = [path, `${stem}.wat`, `${stem}.wit`].find((candidate) => existsSync(candidate));
  return file ?? (isWitFolder(stem) ? stem : null);
}

async function loadWorldImports(path: string): Promise<readonly string[]> {
  if (!existsSync(path)) return [];
  const sidecar = readSidecar(new TextDecoder().decode(await readBytes(path)));
  if (sidecar.ok) return sidecar.value.worldImports;
  sayDiagnostic(sidecar.error, path);
  say("  Going on without it.");
  return [];
}
