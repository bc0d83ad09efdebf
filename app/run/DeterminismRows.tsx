// Whether a run is the same every time, among the run options: its clock and its randomness.

import { Switch } from "../../components/primitives/Switch.tsx";
import { NumberRow } from "../../components/run/NumberRow.tsx";
import { RunOptionGroup, RunOptionRow } from "../../components/run/RunOptions.tsx";
import { TimeRow } from "../../components/run/TimeRow.tsx";
import { DEFAULT_DETERMINISM, type Determinism } from "../../workers/run/control/determinism.ts";

export interface DeterminismRowsProps {
  readonly determinism: Determinism | null;
  readonly onChange: (determinism: Determinism | null) => void;
}

const MAX_STEP_MS = 1_000_000;
const MAX_SEED = 2 ** 32 - 1;

export function DeterminismRows({ determinism, onChange }: DeterminismRowsProps) {
  const change = (part: Partial<Determinism>): void => onChange({ ...DEFAULT_DETERMINISM, ...determinism, ...part });
  return (
    <RunOptionGroup title="Determinism">
      <RunOptionRow label="The same in every run" detail="A clock of its own, and random numbers from a seed">
        <Switch
          label="The same in every run"
          checked={determinism !== null}
          onChange={(on) => onChange(on ? DEFAULT_DETERMINISM : null)}
        />
      </RunOptionRow>
      {determinism === null ? null : (
        <>
          <TimeRow
            label="Starts at"
            detail="in UTC"
            value={determinism.startMs}
            onChange={(startMs) => change({ startMs })}
          />
          <NumberRow
            label="Clock step"
            detail="at every look; 0 stands still"
            unit="ms"
            value={determinism.stepMs}
            min={0}
            max={MAX_STEP_MS}
            onChange={(stepMs) => change({ stepMs: stepMs! })}
          />
          <NumberRow
            label="Seed"
            unit=""
            value={determinism.seed}
            min={0}
            max={MAX_SEED}
            onChange={(seed) => change({ seed: Math.floor(seed!) })}
          />
        </>
      )}
    </RunOptionGroup>
  );
}
