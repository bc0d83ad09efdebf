// The panel under the canvas: calling, files, what was printed, and what is wrong.

import { Suspense } from "react";
import type { Tab } from "../../components/primitives/Tabs.tsx";
import { BottomPanel } from "../../components/shell/BottomPanel.tsx";
import { isError } from "../../core/graph/diagnose.ts";
import type { ActiveView } from "../derived.ts";
import { toggleBottom, showBottomTab } from "../preferences/panels.ts";
import { type BottomTab, usePreferences } from "../preferences/preferences-store.ts";
import { useProblemsTab } from "../problems/ProblemsTab.tsx";
import { useConsoleTab } from "../run/ConsoleTab.tsx";
import { failedScenarios, scenarioRunsOf, useScenarios } from "../scenarios/scenario-store.ts";
import { useTerminalTab } from "../terminal/TerminalTab.tsx";
import { FilesAside, FilesTab, RunTab, ScenariosAside, ScenariosTab } from "./later.ts";
import type { BottomTabContent } from "./bottom-tabs.ts";

export function BottomTabs({ view }: { readonly view: ActiveView }) {
  const { bottomTab, layout } = usePreferences();
  const contents: Readonly<Record<BottomTab, BottomTabContent>> = {
    run: { aside: null, body: <RunTab key={view.id} view={view} /> },
    scenarios: { aside: <ScenariosAside view={view} />, body: <ScenariosTab key={view.id} view={view} /> },
    files: { aside: <FilesAside documentId={view.id} />, body: <FilesTab key={view.id} documentId={view.id} /> },
    console: useConsoleTab(view.id),
    terminal: useTerminalTab(view.id),
    problems: useProblemsTab(),
  };
  const failed = useScenarios((state) => failedScenarios(scenarioRunsOf(view.id, state), view.document).length);
  const { aside, body } = contents[bottomTab];
  return (
    <BottomPanel
      tabs={tabsFor(view, failed)}
      value={bottomTab}
      onChange={showBottomTab}
      open={layout.bottom === "open"}
      onOpenChange={toggleBottom}
      aside={aside && <Suspense fallback={null}>{aside}</Suspense>}
    >
      <Suspense fallback={null}>{body}</Suspense>
    </BottomPanel>
  );
}

function tabsFor({ diagnosis: { problems }, document }: ActiveView, failed: number): readonly Tab<BottomTab>[] {
  const tone = problems.some(isError) ? "error" : "attention";
  return [
    { id: "run", title: "Run" },
    failed > 0
      ? { id: "scenarios", title: "Scenarios", count: failed, tone: "error" }
      : {
          id: "scenarios",
          title: "Scenarios",
          ...(document.scenarios.length > 0 && { count: document.scenarios.length }),
        },
    { id: "files", title: "Files" },
    { id: "console", title: "Console" },
    { id: "terminal", title: "Terminal" },
    problems.length === 0
      ? { id: "problems", title: "Problems" }
      : { id: "problems", title: "Problems", count: problems.length, tone },
  ];
}
