// The live preview of what the composition serves.

import { activeView } from "../derived.ts";
import { activeDocument } from "../documents/documents-store.ts";
import type { PreviewArguments } from "../preview/preview-actions.ts";
import { previewOf } from "../preview/preview-store.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "Preview";
const HTTP_HANDLER = /^wasi:http\/incoming-handler@0\.2\./;

const loadActions = () => import("../preview/preview-actions.ts");

function nothingServes(): string | null {
  const view = activeView();
  if (!view) return "No composition is open";
  const serves = view.diagnosis.evaluation.instances.some(({ instance }) => {
    return [...instance.component.type.exports.keys()].some((name) => HTTP_HANDLER.test(name));
  });
  return serves ? null : "No instance answers HTTP requests";
}

function notOpen(): string | null {
  const active = activeDocument();
  return active && previewOf(active.id) ? null : "No preview is open";
}

export const PREVIEW_COMMANDS: readonly AnyCommand[] = [
  {
    id: "preview.open",
    title: "Open the live preview",
    group: GROUP,
    disabledReason: nothingServes,
    run: async (args?: PreviewArguments) => (await loadActions()).openPreview(args),
  },
  {
    id: "preview.reload",
    title: "Reload the preview",
    group: GROUP,
    disabledReason: notOpen,
    run: async () => (await loadActions()).reloadPreview(),
  },
  {
    id: "preview.open-tab",
    title: "Open the preview in a tab of its own",
    group: GROUP,
    disabledReason: notOpen,
    run: async () => (await loadActions()).openPreviewTab(),
  },
  {
    id: "preview.close",
    title: "Close the preview",
    group: GROUP,
    disabledReason: notOpen,
    run: async () => (await loadActions()).closePreview(),
  },
];
