// One file → one entry of the library: text is assembled, bytes are read and hashed in a worker, then kept.

import type { Diagnostic } from "../../core/base/diagnostics.ts";
import { fail, ok, type Result } from "../../core/base/result.ts";
import { libraryWorker, toolchain } from "../services.ts";
import { fileKind } from "../files/file-kind.ts";
import { keepComponentBytes } from "./component-bytes.ts";
import { suggestKey } from "../../core/graph/component-key.ts";
import { type FailedFile, type LibraryEntry, useLibrary } from "./library-store.ts";
import { saveLibraryEntry } from "../persistence/saved.ts";

export interface ComponentFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface AddOptions {
  /** The heading it stands under. */
  readonly group: string;
  /** The key it must have, where a project says so. */
  readonly key?: string;
}

export type AddError = FailedFile["error"];

/** The entry that `file` became; the same one again for bytes that are there already. `file.bytes` are consumed. */
export async function addComponent(file: ComponentFile, options: AddOptions): Promise<Result<LibraryEntry, AddError>> {
  const assembled = await assemble(file);
  if (!assembled.ok) return assembled;
  const { bytes, sha256, result } = await libraryWorker().read(assembled.value);
  if (!result.ok) return fail(result.error);
  const component = result.value;
  const existing = useLibrary.getState().entries.get(sha256);
  if (existing) return ok(updateEntry({ ...existing, component }));
  await keepComponentBytes(sha256, bytes);
  const taken = Array.from(useLibrary.getState().entries.values(), ({ key }) => key);
  const entry: LibraryEntry = {
    sha256,
    key: options.key ?? suggestKey(component, file.name, taken),
    fileName: file.name,
    group: options.group,
    addedAt: Date.now(),
    byteLength: bytes.length,
    component,
  };
  await storeEntry(entry);
  return ok(entry);
}

export function updateEntry(entry: LibraryEntry): LibraryEntry {
  useLibrary.setState(({ entries }) => ({ entries: new Map(entries).set(entry.sha256, entry) }));
  return entry;
}

export async function storeEntry(entry: LibraryEntry): Promise<void> {
  updateEntry(entry);
  const { component: _component, ...saved } = entry;
  await saveLibraryEntry(saved);
}

/** Text → bytes; bytes stay as they are. */
async function assemble(file: ComponentFile): Promise<Result<Uint8Array<ArrayBuffer>, AddError>> {
  const { bytes } = file;
  if (fileKind(file) !== "component-text") return ok(bytes);
  const parsed = await toolchain().parseWat(new TextDecoder().decode(bytes));
  if (parsed.ok) return ok(parsed.value);
  const { error } = parsed;
  if (error.kind === "not-readable") return fail(error.error as Diagnostic as AddError);
  if (error.kind === "wat-syntax") {
    const { line, column } = error.place;
    return fail({ kind: "other", message: `Line ${line}, column ${column}: ${error.message}`, help: null });
  }
  const message = "message" in error ? error.message : "The text could not be assembled.";
  return fail({ kind: "other", message, help: "Check it with `wasm-tools parse`." });
}
