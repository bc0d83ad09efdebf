// The run of the document in front that is looked at: chosen among all that are kept, and told with its facts.

import { RunDetails } from "../../components/run/RunDetails.tsx";
import { RunPicker } from "../../components/run/RunPicker.tsx";
import { shortcutOf } from "../commands/keys.ts";
import { execute, findCommand } from "../commands/registry.ts";
import { useLibrary } from "../library/library-store.ts";
import type { RunRecord } from "./run-record.ts";
import { runFacts, runRows } from "./run-rows.ts";
import { runsOf, showRun, useRuns } from "./run-store.ts";

export function ShownRunPicker({ run: { documentId, id } }: { readonly run: RunRecord }) {
  const runs = useRuns((state) => runsOf(documentId, state));
  return <RunPicker runs={runRows(runs)} value={id} onChange={(chosen) => showRun(documentId, chosen)} />;
}

export function ShownRunDetails({ run }: { readonly run: RunRecord }) {
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
