// The live preview beside the canvas.

import { useEffect } from "react";
import type { PreviewContent } from "../../components/preview/preview-model.ts";
import { PreviewPanel } from "../../components/preview/PreviewPanel.tsx";
import type { ServeLoad } from "../../workers/run/http/serve-pool.ts";
import { execute } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { busy } from "../idle.ts";
import { pathProblem } from "../run/http-request.ts";
import { callsRunOf, updateInputs, useRuns } from "../run/run-store.ts";
import { goTo, noteNavigation, previewAddress, servingInstances } from "./preview-actions.ts";
import { type Preview, updatePreview, usePreviews } from "./preview-store.ts";

export function PreviewSide({ view, preview }: { readonly view: ActiveView; readonly preview: Preview }) {
  const { instance, path } = preview;
  // A reload of the workbench closes the preview; opened again, it is where it was.
  useEffect(() => updateInputs(view.id, { preview: { instance, path } }), [view.id, instance, path]);
  const service = usePreviews((state) => state.service);
  const load = useRuns((state) => callsRunOf(view.id, state)?.load);
  return (
    <PreviewPanel
      instances={servingInstances(view)}
      instance={instance}
      onInstanceChange={(chosen) => void execute("preview.open", { instance: chosen, path: "/" })}
      path={path}
      onGo={(wanted) => void busy(goTo(view.id, wanted))}
      pathProblem={pathProblem}
      view={preview.view}
      onViewChange={(shown) => updatePreview(view.id, () => ({ view: shown }))}
      content={contentOf(view.id, preview, service)}
      onNavigated={(url) => noteNavigation(view.id, url)}
      isArriving={preview.isArriving && service === "ready"}
      note={load ? noteOf(load) : null}
      onReload={() => void execute("preview.reload")}
      onOpenTab={() => void execute("preview.open-tab")}
      onClose={() => void execute("preview.close")}
    />
  );
}

type Service = ReturnType<typeof usePreviews.getState>["service"];

function contentOf(documentId: string, preview: Preview, service: Service): PreviewContent {
  if (service === null) return { kind: "starting" };
  if (service !== "ready") return { kind: "impossible", reason: service.problem };
  if (preview.failure !== null) return { kind: "failed", title: "No response", reason: preview.failure };
  const { instance, wanted, load, answer } = preview;
  return {
    kind: "frame",
    url: previewAddress(documentId, instance, wanted),
    load,
    raw: preview.view === "raw" ? { answer } : null,
  };
}

function noteOf({ waiting }: ServeLoad): string | null {
  if (waiting === 0) return null;
  return waiting === 1 ? "1 request waits for another" : `${waiting} requests wait for another`;
}
