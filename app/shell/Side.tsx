// What stands beside the canvas on the right: the inspector, or the live preview in its place, which is wider.

import { Suspense } from "react";
import type { ShellLayout } from "../../components/shell/shell-layout.ts";
import type { ActiveView } from "../derived.ts";
import { usePreferences } from "../preferences/preferences-store.ts";
import { type Preview, usePreviews } from "../preview/preview-store.ts";
import { InspectorPanel, PreviewSide } from "./later.ts";

const PREVIEW_WIDTH = 400;

export function Side({ view, preview }: { readonly view: ActiveView; readonly preview: Preview | null }) {
  return (
    <Suspense fallback={null}>
      {preview ? <PreviewSide view={view} preview={preview} /> : <InspectorPanel view={view} />}
    </Suspense>
  );
}

export interface SideState {
  readonly preview: Preview | null;
  readonly label: string;
  /** The layout with the width of what stands there. */
  readonly layout: ShellLayout;
  readonly onLayoutChange: (layout: ShellLayout) => void;
}

export function useSide(view: ActiveView | null): SideState {
  const { layout, previewWidth = PREVIEW_WIDTH } = usePreferences();
  const preview = usePreviews(({ open }) => (view && open.get(view.id)) ?? null);
  if (!preview) {
    const onLayoutChange = (changed: ShellLayout): void => usePreferences.setState({ layout: changed });
    return { preview, label: "Inspector", layout, onLayoutChange };
  }
  return {
    preview,
    label: "Preview",
    layout: { ...layout, inspectorWidth: previewWidth },
    onLayoutChange: ({ inspectorWidth, ...changed }) =>
      usePreferences.setState({
        layout: { ...changed, inspectorWidth: layout.inspectorWidth },
        previewWidth: inspectorWidth ?? PREVIEW_WIDTH,
      }),
  };
}
