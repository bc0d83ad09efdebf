// The size of the page in CSS pixels, kept up to date.
// Zooming in makes a page smaller, which is how panels come to lie over it.

import { useSyncExternalStore } from "react";

import type { PageSize } from "./shell-layout.ts";

export function usePageSize(): PageSize {
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  const height = useSyncExternalStore(onResize, () => window.innerHeight);
  return { width, height };
}

function onResize(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}
