// The live previews, one for each document that has its open: what it looks at, and what came last.

import { create } from "zustand";
import type { RawAnswer } from "../../components/preview/preview-model.ts";

export interface Preview {
  readonly instance: string;
  /** Where the page in the frame is. */
  readonly path: string;
  /** What the frame was last told to show. */
  readonly wanted: string;
  /** Counts how often it was told. */
  readonly load: number;
  /** True until the first of a page is there. */
  readonly isArriving: boolean;
  readonly view: "page" | "raw";
  /** The last page that came. */
  readonly answer: RawAnswer | null;
  /** Why none came, or null. */
  readonly failure: string | null;
}

interface PreviewsState {
  /** By document. */
  readonly open: ReadonlyMap<string, Preview>;
  /** Whether there is a service worker: null while it is on its way, or why there is none. */
  readonly service: "ready" | { readonly problem: string } | null;
}

export const usePreviews = create<PreviewsState>(() => ({ open: new Map(), service: null }));

export function previewOf(documentId: string): Preview | null {
  return usePreviews.getState().open.get(documentId) ?? null;
}

export function setPreview(documentId: string, preview: Preview): void {
  usePreviews.setState(({ open }) => ({ open: new Map(open).set(documentId, preview) }));
}

/** Changes the preview of a document; does nothing where none is open. */
export function updatePreview(documentId: string, change: (preview: Preview) => Partial<Preview>): void {
  const preview = previewOf(documentId);
  if (preview) setPreview(documentId, { ...preview, ...change(preview) });
}

/** Resolves when the page that is on its way is there, or won't come. */
export async function pageArrived(documentId: string): Promise<void> {
  const isThere = (): boolean => !(previewOf(documentId)?.isArriving ?? false);
  if (isThere()) return;
  await new Promise<void>((resolve) => {
    const unsubscribe = usePreviews.subscribe(() => {
      if (!isThere()) return;
      unsubscribe();
      resolve();
    });
  });
}

export function removePreview(documentId: string): void {
  usePreviews.setState(({ open }) => {
    const rest = new Map(open);
    rest.delete(documentId);
    return { open: rest };
  });
}
