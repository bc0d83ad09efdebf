// A folder, a WAC file or a zip on disk → the files of the project in it, with every package where a project keeps it.

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { SCENARIOS_FILE, SIDECAR_FILE, WAC_FILE } from "../core/deliver/file-names.ts";
import { dependencyPath, type ProjectFiles } from "../core/deliver/project-files.ts";
import { unzipProject } from "../core/deliver/zip.ts";
import { diagnose, isError } from "../core/graph/diagnose.ts";
import { Finding, Misuse } from "./exit-status.ts";
import { loadComposition, loadText, type LoadOptions } from "./load.ts";
import { sayDiagnostic } from "./terminal.ts";

/** What commands of the project find in their folder. */
const FILES_FOLDER = "files";

/** The files of the project at `path`, checked as far as `witloom check` does. @throws Finding, Misuse */
export async function loadProjectFiles(path: string, options: LoadOptions): Promise<ProjectFiles> {
  return path.endsWith(".zip") ? zipFiles(path) : folderFiles(path, options);
}

async function zipFiles(path: string): Promise<ProjectFiles> {
  const bytes = await readFile(path).catch(() => {
    throw new Misuse(`cannot read ${path}`);
  });
  const unzipped = unzipProject(bytes);
  if (unzipped.ok) return unzipped.value;
  sayDiagnostic(unzipped.error, path);
  throw new Finding();
}

async function folderFiles(path: string, options: LoadOptions): Promise<ProjectFiles> {
  const { path: wacPath, text } = await loadText(path);
  const { composition, graph, componentOf, bytesOf } = await loadComposition(path, options);
  const errors = diagnose(composition, componentOf, undefined, graph).problems.filter(isError);
  for (const error of errors) sayDiagnostic(error, null);
  if (errors.length > 0) throw new Finding();
  const folder = dirname(wacPath);
  const files = new Map([[WAC_FILE, new TextEncoder().encode(text)]]);
  for (const key of composition.components.keys()) files.set(dependencyPath(key), new Uint8Array(bytesOf(key)));
  for (const name of [SIDECAR_FILE, SCENARIOS_FILE]) {
    if (existsSync(join(folder, name))) files.set(name, new Uint8Array(await readFile(join(folder, name))));
  }
  for (const file of await filesBelow(join(folder, FILES_FOLDER))) {
    files.set(relative(folder, file).replaceAll(sep, "/"), new Uint8Array(await readFile(file)));
  }
  return files;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
