// A few views of the same thing, side by side: Graph, Split, Text.
// One is always chosen; pressing it again changes nothing.

import { ToggleGroup } from "radix-ui";

import { classes } from "./classes.ts";
import { type Glyph, Icon } from "./Icon.tsx";
import styles from "./SegmentedControl.module.css";

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly glyph?: Glyph | undefined;
}

export interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Without the sunken track, for floating toolbars that have a frame already. */
  readonly bare?: boolean | undefined;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onChange, bare = false } = props;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      className={classes(styles.track, bare && styles.bare)}
      value={value}
      onValueChange={(next) => {
        const segment = segments.find((candidate) => candidate.value === next);
        if (segment) onChange(segment.value);
      }}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item key={segment.value} value={segment.value} className={styles.segment}>
          {segment.glyph === undefined ? null : <Icon glyph={segment.glyph} size={13} />}
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
