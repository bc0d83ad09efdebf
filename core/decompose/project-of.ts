// A composed component → the folder that composes to it again: its WAC text, its components byte for byte where WAC
// tools look for them, and what is left to the host.

import { ok, type Result } from "../base/result.ts";
import type { DecodeError } from "../binary/cursor.ts";
import { SIDECAR_FILE, WAC_FILE } from "../deliver/file-names.ts";
import { dependencyPath, type ProjectFiles } from "../deliver/project-files.ts";
import { printSidecar } from "../deliver/sidecar.ts";
import { EMPTY_DOCUMENT } from "../graph/composition.ts";
import { isHostInterface, isTypesOnly } from "../graph/diagnose.ts";
import type { Graph } from "../graph/graph.ts";
import { readComponent } from "../wit/read.ts";
import { decompose } from "./decompose.ts";
import { printGraph } from "./print-graph.ts";
import { catchDecomposeFailure, type DecomposeError } from "./root-items.ts";

export interface DecomposedProject {
  readonly packageName: string;
  /** Component bytes are views into the composed file. */
  readonly files: ProjectFiles;
  /** Keys of the components, and of those that the file only imports. */
  readonly components: readonly string[];
  readonly missing: readonly string[];
  readonly instances: readonly string[];
  /** Custom sections of the top level that a composition has no place for. */
  readonly droppedSections: readonly string[];
}

/**
 * The project in the composed component `bytes`, which are borrowed by the result; all of it, or why not. `fileName`
 * names the package of a component that has no name of its own.
 */
export function projectOf(
  bytes: Uint8Array,
  fileName: string,
): Result<DecomposedProject, DecodeError | DecomposeError> {
  const read = readComponent(bytes);
  if (!read.ok) return read;
  const decomposed = decompose(bytes, read.value, fileName);
  if (!decomposed.ok) return decomposed;
  const { packageName, graph, components, droppedSections } = decomposed.value;
  const printed = catchDecomposeFailure(() => printGraph(decomposed.value, read.value.type));
  if (!printed.ok) return printed;
  const files = new Map<string, Uint8Array>([[WAC_FILE, UTF8.encode(printed.value)]]);
  for (const { key, bytes: own } of components) if (own) files.set(dependencyPath(key), own);
  const worldImports = openImports(graph);
  const composition = { ...EMPTY_DOCUMENT.composition, worldImports };
  files.set(SIDECAR_FILE, UTF8.encode(printSidecar({ ...EMPTY_DOCUMENT, composition })));
  return ok({
    packageName,
    files,
    components: components.map(({ key }) => key),
    missing: components.filter(({ bytes: own }) => own === null).map(({ key }) => key),
    instances: graph.instances.map(({ name }) => name),
    droppedSections,
  });
}

const UTF8 = new TextEncoder();

/** What instances leave to the host on purpose, under their own names for it. */
function openImports({ instances }: Graph): readonly string[] {
  const names = instances.flatMap(({ component, arguments: given }) =>
    [...component.type.imports]
      .filter(([name, extern]) => !given.has(name) && !isHostInterface(name) && !isTypesOnly(extern))
      .map(([name]) => name),
  );
  return [...new Set(names)].toSorted();
}
