// Which handler a preview's address names: an instance and the beginning of its document's id.

const ID_LENGTH = 8;

export function previewKey(documentId: string, instance: string): string {
  return `${instance}-${documentId.slice(0, ID_LENGTH)}`;
}

/** The document and the instance that `key` names, or null where none of `documentIds` fits. */
export function readPreviewKey(
  key: string,
  documentIds: readonly string[],
): { readonly documentId: string; readonly instance: string } | null {
  const documentId = documentIds.find((id) => key.endsWith(`-${id.slice(0, ID_LENGTH)}`));
  if (documentId === undefined) return null;
  return { documentId, instance: key.slice(0, -(ID_LENGTH + 1)) };
}
