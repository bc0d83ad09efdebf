// A value to be read: one line of WAVE, its parts as a tree, and ways to copy it.

import { Copy } from "lucide-react";
import { useState } from "react";

import { printJson } from "../../../core/values/json-value.ts";
import { printWave } from "../../../core/values/print-wave.ts";
import type { WitValue } from "../../../core/values/value.ts";
import type { ValueType } from "../../../core/wit/types.ts";
import { CodeText } from "../../code/CodeBlock.tsx";
import { classes } from "../../primitives/classes.ts";
import { copyText } from "../../primitives/copy-text.ts";
import { IconButton } from "../../primitives/IconButton.tsx";
import type { MenuEntry } from "../../primitives/menu-entries.ts";
import { Menu } from "../../primitives/Menu.tsx";
import { valueNode } from "./value-tree.ts";
import { ValueTree } from "./ValueTree.tsx";
import styles from "./ValueView.module.css";

/** Characters of the one line; the rest is in the tree. */
const LINE_LENGTH = 200;

export interface ValueViewProps {
  /** Read aloud: `Result of open`. */
  readonly label: string;
  readonly value: WitValue;
  readonly type: ValueType;
}

export function ValueView({ label, value, type }: ValueViewProps) {
  const [said, setSaid] = useState("");
  const copy = (text: string) =>
    void copyText(text).then((done) => setSaid(done ? "Copied" : "The browser refused the clipboard"));
  const entries: readonly MenuEntry[] = [
    { kind: "action", id: "wave", label: "Copy as WAVE", onSelect: () => copy(printWave(value, type)) },
    {
      kind: "action",
      id: "lines",
      label: "Copy as WAVE, in lines",
      onSelect: () => copy(printWave(value, type, { indent: 2 })),
    },
    { kind: "action", id: "json", label: "Copy as JSON", onSelect: () => copy(printJson(value, type)) },
  ];
  const isLeaf = valueNode(value, type).content.kind === "leaf";
  return (
    <div className={styles.view}>
      <div className={styles.line}>
        <code className={classes(styles.wave, !isLeaf && styles.clipped)}>
          <CodeText code={printWave(value, type, { maxLength: LINE_LENGTH })} language="wave" />
        </code>
        <span className={styles.said} role="status">
          {said}
        </span>
        <Menu align="end" trigger={<IconButton label="Copy" glyph={Copy} glyphSize={13} />} entries={entries} />
      </div>
      {isLeaf ? null : <ValueTree label={label} value={value} type={type} />}
    </div>
  );
}
