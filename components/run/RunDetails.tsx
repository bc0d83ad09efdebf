// The head of a run's console: where it stands or how it ended, how long it took, and what its instances weigh.
// The table is behind a press: most of the time its sum is enough.

import { RotateCcw } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { formatDuration } from "../primitives/format-duration.ts";
import { formatSize } from "../primitives/format-size.ts";
import { IconButton } from "../primitives/IconButton.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { Popover } from "../primitives/Popover.tsx";
import { SizeText } from "../primitives/SizeText.tsx";
import text from "../styles/text.module.css";
import type { RunFacts, RunInstance } from "./run-model.ts";
import styles from "./RunDetails.module.css";
import { useElapsed } from "./use-elapsed.ts";

export interface RunDetailsProps {
  readonly run: RunFacts;
  readonly restart: {
    readonly shortcut: string | undefined;
    readonly disabledReason: string | null;
    readonly onPress: () => void;
  };
}

export function RunDetails({ run, restart }: RunDetailsProps) {
  const { word, mark, startedAtMs, durationMs, firstOutputMs, instances } = run;
  const ticking = useElapsed(durationMs === null ? startedAtMs : null);
  return (
    <div role="group" aria-label="Run details" className={styles.details}>
      <span className={styles[mark]}>{word}</span>
      <Fact name="Time" value={formatDuration(durationMs ?? ticking)} />
      <Fact name="First output" value={firstOutputMs === null ? "none yet" : formatDuration(firstOutputMs)} />
      <Popover
        label="Instances of the run"
        align="start"
        width={360}
        trigger={
          <Button size="small" variant="ghost">
            {counted(instances)}
          </Button>
        }
      >
        <InstanceTable instances={instances} />
      </Popover>
      <span className={text.grow} />
      <IconButton
        label="Restart"
        glyph={RotateCcw}
        shortcut={restart.shortcut}
        disabledReason={restart.disabledReason}
        onClick={restart.onPress}
      />
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <span className={text.number}>
      <span className={text.muted}>{name}</span> {value}
    </span>
  );
}

/** `3 instances · 1.2 MB of memory` */
function counted(instances: readonly RunInstance[]): string {
  const count = `${instances.length} ${instances.length === 1 ? "instance" : "instances"}`;
  const bytes = sumOf(instances.map(({ memoryBytes }) => memoryBytes));
  return bytes === 0 ? count : `${count} \u00B7 ${formatSize(bytes)} of memory`;
}

function InstanceTable({ instances }: { readonly instances: readonly RunInstance[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Instance</th>
          <th scope="col">Component</th>
          <th scope="col">Memory</th>
        </tr>
      </thead>
      <tbody>
        {instances.map(({ name, componentBytes, memoryBytes }) => (
          <tr key={name}>
            <td>
              <NameText name={name} />
            </td>
            <Size bytes={componentBytes} />
            <Size bytes={memoryBytes} />
          </tr>
        ))}
      </tbody>
      {instances.length < 2 ? null : (
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            <Size bytes={sumOf(instances.map(({ componentBytes }) => componentBytes))} />
            <Size bytes={sumOf(instances.map(({ memoryBytes }) => memoryBytes))} />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Size({ bytes }: { readonly bytes: number | null }) {
  return <td>{bytes === null ? <span className={text.muted}>none</span> : <SizeText bytes={bytes} />}</td>;
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
