// What a run of the document in front has printed: the run that is chosen, the newest at first.

import { useSyncExternalStore } from "react";
import { useConsole } from "../../components/console/use-console.ts";
import { RunDetails } from "../../components/run/RunDetails.tsx";
import { RunPicker } from "../../components/run/RunPicker.tsx";
import { shortcutOf } from "../commands/keys.ts";
import { execute, findCommand } from "../commands/registry.ts";
import { useLibrary } from "../library/library-store.ts";
import type { BottomTabContent } from "../shell/bottom-tabs.ts";
import { ConsoleToolbar, ConsoleView } from "../shell/later.ts";
import { ConsoleBuffer } from "./console-buffer.ts";
import type { RunRecord } from "./run-record.ts";
import { runFacts, runRows } from "./run-rows.ts";
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
    body: (
      <>
        {shown === null ? null : <ShownRun run={shown} />}
        <ConsoleView key={shown?.id} state={state} />
      </>
    ),
  };
}

function ShownRun({ run }: { readonly run: RunRecord }) {
  const entries = useLibrary((library) => library.entries);
  const byteLengthOf = (sha256: string): number | null => entries.get(sha256)?.byteLength ?? null;
  return (
    <RunDetails
      run={runFacts(run, byteLengthOf)}
      restart={{
        shortcut: shortcutOf("run.restart"),
        disabledReason: findCommand("run.restart")?.disabledReason?.() ?? null,
        onPress: () => void execute("run.restart"),
      }}
    />
  );
}
