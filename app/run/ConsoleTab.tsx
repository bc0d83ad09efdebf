// What a run of the document in front has printed: the run that is chosen, the newest at first.

import { useSyncExternalStore } from "react";
import { useConsole } from "../../components/console/use-console.ts";
import { RunPicker } from "../../components/run/RunPicker.tsx";
import type { BottomTabContent } from "../shell/bottom-tabs.ts";
import { ConsoleToolbar, ConsoleView } from "../shell/later.ts";
import { ConsoleBuffer } from "./console-buffer.ts";
import { runRows } from "./run-rows.ts";
import { runsOf, showRun, shownRun, useRuns } from "./run-store.ts";

/** Stands for the console of a document that has not been run. */
const SILENCE = new ConsoleBuffer();

export function useConsoleTab(documentId: string): BottomTabContent {
  const runs = useRuns((state) => runsOf(documentId, state));
  const shown = useRuns((state) => shownRun(documentId, state));
  const buffer = shown?.console ?? SILENCE;
  const { lines, instances } = useSyncExternalStore(buffer.subscribe, buffer.snapshot);
  const state = useConsole(lines, instances);
  return {
    aside: (
      <>
        {shown === null ? null : (
          <RunPicker runs={runRows(runs)} value={shown.id} onChange={(id) => showRun(documentId, id)} />
        )}
        <ConsoleToolbar state={state} onClear={() => buffer.clear()} />
      </>
    ),
    body: <ConsoleView key={shown?.id} state={state} />,
  };
}
