// The live preview beside the canvas.

import type { PreviewContent } from "../../components/preview/preview-model.ts";
import { PreviewPanel } from "../../components/preview/PreviewPanel.tsx";
import type { ServeLoad } from "../../workers/run/http/serve-pool.ts";
import { execute } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { busy } from "../idle.ts";
import { pathProblem } from "../run/http-request.ts";
import { callsRunOf, useRuns } from "../run/run-store.ts";
import { goTo, noteNavigation, previewAddress, servingInstances } from "./preview-actions.ts";
import { type Preview, updatePreview, usePreviews } from "./preview-store.ts";

export function PreviewSide({ view, preview }: { readonly view: ActiveView; readonly preview: Preview }) {
  const service = usePreviews((state) => state.service);
  const load = useRuns((state) => callsRunOf(view.id, state)?.load);
  return (
    <PreviewPanel
      instances={servingInstances(view)}
      instance={preview.instance}
      onInstanceChange={(instance) => void execute("preview.open", { instance, path: "/" })}
      path={preview.path}
      onGo={(path) => void busy(goTo(view.id, path))}
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
