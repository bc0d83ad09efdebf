// The limits among the run options, in the units in which people think of them.

import { NumberRow } from "../../components/run/NumberRow.tsx";
import { RunOptionGroup } from "../../components/run/RunOptions.tsx";
import type { RunLimits } from "../../workers/run/control/limits.ts";

export interface LimitRowsProps {
  readonly limits: RunLimits;
  readonly onChange: (limits: RunLimits) => void;
}

const MIB = 1024 * 1024;
const MS_PER_S = 1000;
const MAX_MEMORY_MIB = 16 * 1024;
const MAX_OUTPUT_MIB = 1024;
const MAX_SECONDS = 24 * 60 * 60;

export function LimitRows({ limits, onChange }: LimitRowsProps) {
  const change = (part: Partial<RunLimits>): void => onChange({ ...limits, ...part });
  return (
    <RunOptionGroup title="Limits">
      <NumberRow
        label="Memory"
        detail="of all instances together"
        unit="MiB"
        value={limits.memoryBytes / MIB}
        min={1}
        max={MAX_MEMORY_MIB}
        onChange={(mib) => change({ memoryBytes: Math.round(mib! * MIB) })}
      />
      <NumberRow
        label="Output"
        detail="to standard output and error"
        unit="MiB"
        value={limits.outputBytes / MIB}
        min={0.001}
        max={MAX_OUTPUT_MIB}
        onChange={(mib) => change({ outputBytes: Math.round(mib! * MIB) })}
      />
      <NumberRow
        label="Time"
        detail="of one call, and of starting"
        unit="s"
        value={limits.callMs === null ? null : limits.callMs / MS_PER_S}
        min={0.001}
        max={MAX_SECONDS}
        none="no limit"
        onChange={(seconds) => change({ callMs: seconds === null ? null : seconds * MS_PER_S })}
      />
      <NumberRow
        label="Calls"
        detail="between instances, in one run"
        unit="calls"
        value={limits.calls}
        min={1}
        max={Number.MAX_SAFE_INTEGER}
        none="no limit"
        onChange={(calls) => change({ calls })}
      />
    </RunOptionGroup>
  );
}
