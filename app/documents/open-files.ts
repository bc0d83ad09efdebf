// Files and folders → documents: a WAC text with the components around it, or a zip of a project.

import type { Diagnostic } from "../../core/base/diagnostics.ts";
import { fail, ok, type Result } from "../../core/base/result.ts";
import { describeDiagnostic } from "../../core/base/wording.ts";
import { WAC_FILE } from "../../core/deliver/file-names.ts";
import {
  dependencyPath,
  keyOfDependencyPath,
  type ProjectError,
  type ProjectFiles,
  readProject,
} from "../../core/deliver/project-files.ts";
import type { ZipError } from "../../core/deliver/zip.ts";
import type { InstanceGrants } from "../../core/graph/grants.ts";
import { packagesIn } from "../../core/wac/packages.ts";
import { parseWac } from "../../core/wac/parser.ts";
import type { WitFile } from "../../core/wac/wit-package.ts";
import { fileKind } from "../files/file-kind.ts";
import { type FolderEntry, isFolderPath, withChanges } from "../folders/folder.ts";
import { addComponent, type AddError, type ComponentFile } from "../library/add-component.ts";
import { componentBytes } from "../library/component-bytes.ts";
import { useLibrary } from "../library/library-store.ts";
import { notify } from "../notices/notices-store.ts";
import { giveEach } from "../grants/grant-actions.ts";
import { listObjects } from "../grants/grant-words.ts";
import { libraryWorker, toolchain } from "../services.ts";
import { placed } from "./tidy.ts";
import { openDocument } from "./documents-store.ts";

/** Opens each project among `projects`; `others` are the files that came with them. */
export async function openFiles(projects: readonly ComponentFile[], others: readonly ComponentFile[]): Promise<void> {
  for (const file of projects) {
    if (fileKind(file) === "zip") await openZip(file);
    else await openWac(file, others);
  }
}

async function openZip({ name, bytes }: ComponentFile): Promise<void> {
  const { result } = await libraryWorker().unzip(bytes);
  if (result.ok) await openProjectFiles(result.value, name);
  else reportErrors(name, [{ path: name, error: result.error }]);
}

/**
 * A WAC file with what lies around it: paths in `others` are taken as they are relative to its folder. Components that
 * are named and don't lie there come from the library.
 */
async function openWac(wac: ComponentFile, others: readonly ComponentFile[]): Promise<void> {
  const folder = wac.name.slice(0, wac.name.lastIndexOf("/") + 1);
  const files = new Map<string, Uint8Array>([[WAC_FILE, wac.bytes]]);
  for (const { name, bytes } of others) if (name.startsWith(folder)) files.set(name.slice(folder.length), bytes);
  for (const [path, bytes] of await fromLibrary(wac.bytes, files)) files.set(path, bytes);
  await openProjectFiles(files, wac.name);
}

/** The components that the text in `wac` names, that are not in `files` and that the library has under that name. */
async function fromLibrary(wac: Uint8Array, files: ProjectFiles): Promise<ProjectFiles> {
  const parsed = parseWac(new TextDecoder().decode(wac));
  const known = new Set(Array.from(files.keys(), keyOfDependencyPath));
  const keys = parsed.ok ? packagesIn(parsed.value).filter((key) => !known.has(key)) : [];
  const entries = [...useLibrary.getState().entries.values()].filter(({ key }) => keys.includes(key));
  const found = entries.map(async ({ key, sha256 }) => [dependencyPath(key), await componentBytes(sha256)] as const);
  return new Map(await Promise.all(found));
}

const FILES_FOLDER = "files/";

interface OpenOptions {
  /** Comes with this page: its grants hold. Those of a document from elsewhere are off until a person gives them. */
  readonly isOurs?: boolean;
}

/** Opens the project in `files`; true if it could be opened. Its components go to the library under `title`. */
export async function openProjectFiles(
  files: ProjectFiles,
  title: string,
  { isOurs = false }: OpenOptions = {},
): Promise<boolean> {
  const project = await readProject(files, async (key, path, content) => {
    const bytes = content.kind === "wit" ? await encodedWit(content.files) : ok(content.bytes.slice());
    if (!bytes.ok) return bytes;
    const added = await addComponent({ name: path, bytes: bytes.value }, { group: title, key });
    if (!added.ok) return added;
    const { sha256, component } = added.value;
    return component ? ok({ sha256, component }) : fail(UNREAD);
  });
  if (!project.ok) {
    reportErrors(title, project.error);
    return false;
  }
  const modifiedMs = Date.now();
  const inFolder = [...files].flatMap(([name, bytes]): readonly FolderEntry[] => {
    const path = name.slice(FILES_FOLDER.length);
    return name.startsWith(FILES_FOLDER) && isFolderPath(path) ? [{ kind: "file", path, bytes, modifiedMs }] : [];
  });
  const folder = withChanges([], inFolder);
  const document = await placed(project.value);
  openDocument(isOurs ? document : { ...document, grants: new Map() }, { folder });
  if (!isOurs && document.grants.size > 0) offerGrants(title, document.grants);
  return true;
}

function offerGrants(title: string, grants: InstanceGrants): void {
  const listed = Array.from(grants, ([instance, given]) => `${instance}: ${listObjects(given)}`);
  notify({
    tone: "info",
    message: `${title} comes with grants, which are off`,
    help: listed.join("; "),
    action: { label: "Give them", run: () => giveEach(grants) },
  });
}

async function encodedWit(files: readonly WitFile[]): Promise<Result<Uint8Array<ArrayBuffer>, AddError>> {
  const encoded = await toolchain().encodeWit(files);
  if (encoded.ok) return encoded;
  const message = "message" in encoded.error ? encoded.error.message : "The WIT could not be read.";
  return fail({ kind: "other", message, help: "Check it with `wasm-tools component wit`." });
}

const UNREAD: AddError = { kind: "other", message: "It could not be read.", help: null };

function reportErrors(name: string, errors: readonly ProjectError<AddError | ZipError>[]): void {
  const [first, ...more] = errors;
  if (!first) return;
  const { error } = first;
  const { message, help } = error.kind === "other" ? error : describeDiagnostic(error as Diagnostic);
  const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
  notify({ tone: "error", message: `${name} can't be opened: ${first.path}: ${message}${rest}`, help });
}
