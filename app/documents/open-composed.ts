// A composed component of the library → a document of its own: its parts go to the library, its wiring to the canvas.

import type { Diagnostic } from "../../core/base/diagnostics.ts";
import { describeDiagnostic } from "../../core/base/wording.ts";
import { projectOf } from "../../core/decompose/project-of.ts";
import { componentBytes } from "../library/component-bytes.ts";
import { useLibrary } from "../library/library-store.ts";
import { notify } from "../notices/notices-store.ts";
import { openProjectFiles } from "./open-files.ts";

/** Opens the entry of that hash as a composition, or says why it can't be. */
export async function openComposed(sha256: string): Promise<void> {
  const entry = useLibrary.getState().entries.get(sha256);
  if (!entry) return;
  const project = projectOf(await componentBytes(sha256), entry.fileName);
  if (!project.ok) {
    const { message, help } = describeDiagnostic(project.error as Diagnostic);
    notify({ tone: "error", message: `${entry.key} can't be opened as a composition: ${message}`, help });
    return;
  }
  const { files, missing, droppedSections } = project.value;
  if (!(await openProjectFiles(files, entry.fileName))) return;
  const left: readonly Diagnostic[] = [
    ...missing.map((key) => ({ kind: "dependency-elsewhere", key }) as const),
    ...droppedSections.map((name) => ({ kind: "section-dropped", name }) as const),
  ];
  for (const diagnostic of left) {
    const { message, help } = describeDiagnostic(diagnostic);
    notify({ tone: "info", message, help });
  }
}
