// What a run of the document in front has printed: the run that is chosen, the newest at first.

import { useSyncExternalStore } from "react";
import { useConsole } from "../../components/console/use-console.ts";
import type { BottomTabContent } from "../shell/bottom-tabs.ts";
import { ConsoleToolbar, ConsoleView, ShownRunDetails, ShownRunPicker } from "../shell/later.ts";
import { ConsoleBuffer } from "./console-buffer.ts";
import { shownRun, useRuns } from "./run-store.ts";

/** Stands for the console of a document that has not been run. */
const SILENCE = new ConsoleBuffer();

export function useConsoleTab(documentId: string): BottomTabContent {
  const shown = useRuns((state) => shownRun(documentId, state));
  const buffer = shown?.console ?? SILENCE;
  const { lines, instances } = useSyncExternalStore(buffer.subscribe, buffer.snapshot);
  const state = useConsole(lines, instances);
  return {
    aside: (
      <>
        {shown && <ShownRunPicker run={shown} />}
        <ConsoleToolbar state={state} onClear={() => buffer.clear()} />
      </>
    ),
    body: (
      <>
        {shown && <ShownRunDetails run={shown} />}
        <ConsoleView key={shown?.id} state={state} />
      </>
    ),
  };
}
