// Which run is looked at, as a debugger lets one choose its session.
// A run is told by its name and number, a mark for where it stands, and how it ended.

import { Ban, CircleCheck, CircleDot, CircleX, LoaderCircle } from "lucide-react";

import { type Glyph, Icon } from "../primitives/Icon.tsx";
import { Select } from "../primitives/Select.tsx";
import type { RunMark, RunRow } from "./run-model.ts";
import styles from "./RunPicker.module.css";

export interface RunPickerProps {
  /** Newest first. */
  readonly runs: readonly RunRow[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export function RunPicker({ runs, value, onChange }: RunPickerProps) {
  return (
    <Select
      size="small"
      label="Run that is shown"
      labelHidden
      value={value}
      onChange={onChange}
      options={runs.map(({ id, name, mark, detail }) => ({
        value: id,
        label: name,
        mark: <StateMark mark={mark} />,
        detail,
      }))}
    />
  );
}

const GLYPHS: Readonly<Record<RunMark, Glyph>> = {
  running: LoaderCircle,
  up: CircleDot,
  done: CircleCheck,
  failed: CircleX,
  stopped: Ban,
};

function StateMark({ mark }: { readonly mark: RunMark }) {
  return <Icon glyph={GLYPHS[mark]} size={12} className={styles[mark]} />;
}
