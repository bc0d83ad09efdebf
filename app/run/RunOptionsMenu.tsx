// The run options of the document in front.

import { RunOptionRow, RunOptions } from "../../components/run/RunOptions.tsx";
import { Switch } from "../../components/primitives/Switch.tsx";
import { DeterminismRows } from "./DeterminismRows.tsx";
import { LimitRows } from "./LimitRows.tsx";
import { DEFAULT_RUN_OPTIONS, type RunOptions as Options } from "./run-options.ts";
import { inputsOf, updateInputs, useRuns } from "./run-store.ts";

export function RunOptionsMenu({ documentId }: { readonly documentId: string }) {
  const options = useRuns((state) => inputsOf(documentId, state).options);
  const change = (part: Partial<Options>): void => {
    updateInputs(documentId, (inputs) => ({ options: { ...inputs.options, ...part } }));
  };
  return (
    <RunOptions changed={JSON.stringify(options) !== JSON.stringify(DEFAULT_RUN_OPTIONS)}>
      <RunOptionRow label="Restart on change" detail="What runs starts anew when the composition or its grants change">
        <Switch
          label="Restart on change"
          checked={options.restartOnChange}
          onChange={(restartOnChange) => change({ restartOnChange })}
        />
      </RunOptionRow>
      <LimitRows limits={options.limits} onChange={(limits) => change({ limits })} />
      <DeterminismRows determinism={options.determinism} onChange={(determinism) => change({ determinism })} />
    </RunOptions>
  );
}
