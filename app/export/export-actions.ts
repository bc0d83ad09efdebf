// Taking a composition away: one composed component, its WAC text, or the whole project as a zip.

import type { ExportChoice } from "../../components/dialogs/export-model.ts";
import { compose, joinChunks } from "../../core/compose/compose.ts";
import { writeProject } from "../../core/deliver/project-files.ts";
import { isError } from "../../core/graph/diagnose.ts";
import { wacOf as textOf } from "../../core/wac/rewrite.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import type { ActiveView } from "../derived.ts";
import { useDocuments } from "../documents/documents-store.ts";
import { componentBytesOf } from "../library/component-bytes.ts";
import { libraryWorker, toolchain } from "../services.ts";
import { downloadBytes } from "./download.ts";

declare const WITLOOM_VERSION: string;

/** The composed component in chunks; null while the composition has errors. */
export async function composeView(
  view: ActiveView,
  dependencies: ExportChoice["dependencies"],
): Promise<readonly Uint8Array[] | null> {
  if (view.diagnosis.problems.some(isError)) return null;
  const composed = compose(view.diagnosis.evaluation, await componentBytesOf(view.composition), {
    packageName: view.composition.packageName,
    embed: dependencies === "embed",
    toolVersion: WITLOOM_VERSION,
  });
  return composed.ok ? composed.value : null;
}

/** What wasm-tools says against the composed component, or null where it is valid. */
export async function validateChunks(chunks: readonly Uint8Array[], name: string): Promise<string | null> {
  const answer = await toolchain().validate({ name, bytes: joinChunks(chunks) });
  if (!answer.ok) return "message" in answer.error ? answer.error.message : "It could not be checked.";
  return answer.value;
}

export function fileStem({ composition }: ActiveView): string {
  return parseComponentKey(composition.packageName)?.name ?? "composition";
}

export function fileNameFor(view: ActiveView, { format }: ExportChoice): string {
  const endings = { component: ".wasm", wac: ".wac", project: ".zip" } as const;
  return fileStem(view) + endings[format];
}

export function wacOf({ composition, componentOf }: ActiveView): string {
  return textOf(composition, componentOf);
}

/** The project as a zip, with the files of its folder unless they are those of a folder of this computer. */
async function zipOf(view: ActiveView): Promise<Uint8Array<ArrayBuffer>> {
  const files = new Map(writeProject(view.document, view.componentOf, await componentBytesOf(view.composition)));
  const document = useDocuments.getState().open.find(({ id }) => id === view.id);
  for (const entry of document?.place.kind === "disk" ? [] : (document?.folder ?? [])) {
    if (entry.kind === "file") files.set(`files/${entry.path}`, entry.bytes);
  }
  const { bytes } = await libraryWorker().zip(files);
  return bytes;
}

/** Downloads what was chosen. */
export async function exportAs(view: ActiveView, choice: ExportChoice): Promise<void> {
  const name = fileNameFor(view, choice);
  if (choice.format === "wac") {
    downloadBytes([new TextEncoder().encode(wacOf(view))], name, "text/plain");
  } else if (choice.format === "project") {
    downloadBytes([await zipOf(view)], name, "application/zip");
  } else {
    const chunks = await composeView(view, choice.dependencies);
    if (!chunks) throw new Error("The composition has errors; see Problems.");
    downloadBytes(chunks, name, "application/wasm");
  }
}
