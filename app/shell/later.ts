// Parts of the page that are not needed for its first picture: fetched right after it.

import { lazy } from "react";
import { loadCalling } from "../run/calling-store.ts";

export const loadCanvas = () => import("../canvas/CanvasPanel.tsx");
const loadWelcome = () => import("../../components/welcome/EmptyCanvas.tsx");
const loadRunTab = () => import("../run/RunTab.tsx");
const loadScenarios = () => import("../scenarios/ScenariosTab.tsx");
const loadConsole = () => import("../../components/console/ConsoleView.tsx");
const loadConsoleToolbar = () => import("../../components/console/ConsoleToolbar.tsx");
const loadTerminalView = () => import("../../components/terminal/TerminalView.tsx");
const loadShownRun = () => import("../run/ShownRun.tsx");
const loadFiles = () => import("../folders/FilesTab.tsx");
const loadInspector = () => import("../inspector/InspectorPanel.tsx");
const loadPreview = () => import("../preview/PreviewSide.tsx");
const loadExport = () => import("../export/ExportPanel.tsx");
const loadOpen = () => import("../dialogs/OpenComposition.tsx");
const loadReplace = () => import("../dialogs/Replace.tsx");
const loadExplanation = () => import("../dialogs/Explanation.tsx");
const loadCandidates = () => import("../dialogs/Candidates.tsx");

export const CanvasPanel = lazy(async () => ({ default: (await loadCanvas()).CanvasPanel }));
export const EmptyCanvas = lazy(async () => ({ default: (await loadWelcome()).EmptyCanvas }));
export const RunTab = lazy(async () => ({ default: (await loadRunTab()).RunTab }));
export const ScenariosTab = lazy(async () => ({ default: (await loadScenarios()).ScenariosTab }));
export const ScenariosAside = lazy(async () => ({ default: (await loadScenarios()).ScenariosAside }));
export const ConsoleView = lazy(async () => ({ default: (await loadConsole()).ConsoleView }));
export const ConsoleToolbar = lazy(async () => ({ default: (await loadConsoleToolbar()).ConsoleToolbar }));
export const TerminalView = lazy(async () => ({ default: (await loadTerminalView()).TerminalView }));
export const ShownRunPicker = lazy(async () => ({ default: (await loadShownRun()).ShownRunPicker }));
export const ShownRunDetails = lazy(async () => ({ default: (await loadShownRun()).ShownRunDetails }));
export const FilesTab = lazy(async () => ({ default: (await loadFiles()).FilesTab }));
export const FilesAside = lazy(async () => ({ default: (await loadFiles()).FilesAside }));
export const InspectorPanel = lazy(async () => ({ default: (await loadInspector()).InspectorPanel }));
export const PreviewSide = lazy(async () => ({ default: (await loadPreview()).PreviewSide }));
export const ExportPanel = lazy(async () => ({ default: (await loadExport()).ExportPanel }));
export const OpenComposition = lazy(async () => ({ default: (await loadOpen()).OpenComposition }));
export const Replace = lazy(async () => ({ default: (await loadReplace()).Replace }));
export const Explanation = lazy(async () => ({ default: (await loadExplanation()).Explanation }));
export const FitCandidates = lazy(async () => ({ default: (await loadCandidates()).FitCandidates }));
export const ReplacementCandidates = lazy(async () => ({ default: (await loadCandidates()).ReplacementCandidates }));

/** Fetches all of them, so that none keeps a person waiting. */
export async function fetchLaterParts(): Promise<void> {
  const loads = [
    loadCalling,
    loadRunTab,
    loadScenarios,
    loadWelcome,
    loadConsole,
    loadConsoleToolbar,
    loadTerminalView,
    loadShownRun,
    loadFiles,
    loadInspector,
    loadPreview,
    loadExport,
    loadOpen,
    loadReplace,
    loadCandidates,
    loadExplanation,
  ];
  await Promise.all(loads.map((load) => load()));
}
