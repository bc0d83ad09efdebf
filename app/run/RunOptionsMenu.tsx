// The run options of the document in front.

import { RunOptionRow, RunOptions } from "../../components/run/RunOptions.tsx";
import type { RunMode } from "../../components/run/run-model.ts";
import { SegmentedControl } from "../../components/primitives/SegmentedControl.tsx";
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
      <RunOptionRow label="Mode" detail={MODE_DETAILS[options.mode]}>
        <SegmentedControl
          label="Mode"
          value={options.mode}
          onChange={(mode) => change({ mode })}
          segments={[
            { value: "debug", label: "Debug" },
            { value: "release", label: "Release" },
          ]}
        />
      </RunOptionRow>
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

const MODE_DETAILS: Readonly<Record<RunMode, string>> = {
  debug: "Each instance runs by itself, and everything of each can be called",
  release: "One component runs, as it would be exported; what it exports can be called",
};
