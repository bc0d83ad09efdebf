// Documents that begin empty, and what documents are called.

import { EMPTY_DOCUMENT } from "../../core/graph/composition.ts";
import { freeName, parseComponentKey } from "../../core/graph/naming.ts";
import { type OpenDocument, openDocument, useDocuments } from "./documents-store.ts";

/** What a tab shows: the package's name without its namespace. */
export function titleOf({ history }: OpenDocument): string {
  const { packageName } = history.present.composition;
  return parseComponentKey(packageName)?.name ?? packageName;
}

export function newDocument(): void {
  const names = useDocuments.getState().open.map(titleOf);
  const packageName = `witloom:${freeName("untitled", names)}`;
  openDocument({ ...EMPTY_DOCUMENT, composition: { ...EMPTY_DOCUMENT.composition, packageName } });
}
