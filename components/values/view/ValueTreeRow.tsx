// One row of a value's tree: name, the value in WAVE, its type; below it a long text or bytes, if they are open.

import { ChevronRight, Diamond } from "lucide-react";

import { printWave } from "../../../core/values/print-wave.ts";
import { asHandle } from "../../../core/values/value-shapes.ts";
import { printType } from "../../../core/wit/print-type.ts";
import { peelValue } from "../../../core/wit/types.ts";
import { CodeText } from "../../code/CodeBlock.tsx";
import { Badge } from "../../primitives/Badge.tsx";
import { classes } from "../../primitives/classes.ts";
import { formatSize } from "../../primitives/format-size.ts";
import { Icon } from "../../primitives/Icon.tsx";
import { BytesView } from "./BytesView.tsx";
import { TextView } from "./TextView.tsx";
import type { PartNode, VisibleRow } from "./value-tree.ts";
import styles from "./ValueTree.module.css";

/** Characters of a value's WAVE in its row; what doesn't fit is cut off by the row. */
const LINE_LENGTH = 120;

export interface ValueTreeRowProps {
  readonly id: string;
  readonly row: VisibleRow;
  readonly isActive: boolean;
  readonly onToggle: () => void;
}

export function ValueTreeRow({ id, row, isActive, onToggle }: ValueTreeRowProps) {
  const { node, depth, isOpen, canOpen } = row;
  const isIndex = node.kind === "range" || node.isIndex;
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={canOpen ? isOpen : undefined}
      aria-selected={isActive}
      className={styles.item}
      style={{ paddingLeft: depth * 12 }}
    >
      <div className={classes(styles.row, isActive && styles.active)} onClick={onToggle}>
        <Icon
          glyph={ChevronRight}
          size={12}
          className={classes(styles.chevron, isOpen && styles.turned, !canOpen && styles.absent)}
        />
        <span className={classes(styles.name, isIndex && styles.index)}>{node.name}</span>
        {node.kind === "part" ? <PartText node={node} isOpen={isOpen} /> : null}
      </div>
      {node.kind === "part" && isOpen ? <PartDetail node={node} /> : null}
    </div>
  );
}

function PartText({ node, isOpen }: { readonly node: PartNode; readonly isOpen: boolean }) {
  const { value, type, content } = node;
  const handle = asHandle(value);
  const kind = peelValue(type).kind;
  const isHandle = handle !== null && (kind === "own" || kind === "borrow");
  const hidesText = isOpen && content.kind !== "leaf";
  return (
    <>
      <span className={styles.value}>
        {isHandle ? (
          <Badge mono glyph={Diamond}>
            {handle.label}
          </Badge>
        ) : hidesText ? null : (
          <CodeText code={printWave(value, type, { maxLength: LINE_LENGTH })} language="wave" />
        )}
      </span>
      <span className={styles.type}>
        {sizeOf(node)}
        <span className={styles.typeName}>
          {content.kind === "children" && Array.isArray(value) ? " × " : " "}
          {printType(type)}
        </span>
      </span>
    </>
  );
}

/** How much there is, of what a row can't show. */
function sizeOf({ value, content }: PartNode): string {
  if (content.kind === "bytes") return formatSize(content.bytes.length);
  if (content.kind === "text") return `${content.text.length} characters`;
  return content.kind === "children" && Array.isArray(value) ? String(value.length) : "";
}

/** A long text or bytes in full, else nothing. */
export function PartDetail({ node }: { readonly node: PartNode }) {
  switch (node.content.kind) {
    case "text":
      return (
        <div className={styles.detail}>
          <TextView text={node.content.text} />
        </div>
      );
    case "bytes":
      return (
        <div className={styles.detail}>
          <BytesView name={node.name} bytes={node.content.bytes} />
        </div>
      );
    default:
      return null;
  }
}
