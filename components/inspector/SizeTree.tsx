// What a component's bytes are spent on: parts within parts, each with its share as a bar.
// Shares are of the whole file, at every depth.

import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";

import { Icon } from "../primitives/Icon.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { SizeText } from "../primitives/SizeText.tsx";
import styles from "./SizeTree.module.css";

export interface SizePart {
  /** Unique among its siblings. */
  readonly name: string;
  /** What kind of part: `core module`, `custom section`. */
  readonly kind: string;
  readonly bytes: number;
  readonly parts: readonly SizePart[];
}

export function SizeTree({ part }: { readonly part: SizePart }) {
  return (
    <ul className={styles.tree} aria-label={`Size of ${part.name}`}>
      <Part part={part} totalBytes={part.bytes} depth={0} />
    </ul>
  );
}

interface PartProps {
  readonly part: SizePart;
  readonly totalBytes: number;
  readonly depth: number;
}

function Part({ part, totalBytes, depth }: PartProps) {
  const [open, setOpen] = useState(depth === 0);
  const share = totalBytes === 0 ? 0 : part.bytes / totalBytes;
  const label = (
    <>
      <span className={styles.name}>
        <NameText name={part.name} />
      </span>
      <span className={styles.kind}>{part.kind}</span>
    </>
  );
  return (
    <li>
      <div className={styles.row} style={{ paddingLeft: depth * 12 }}>
        {part.parts.length === 0 ? (
          <span className={styles.leaf}>{label}</span>
        ) : (
          <button type="button" aria-expanded={open} className={styles.branch} onClick={() => setOpen(!open)}>
            <Icon glyph={open ? ChevronDown : ChevronRight} size={12} tone="muted" />
            {label}
          </button>
        )}
        <span className={styles.size}>
          <SizeText bytes={part.bytes} />
        </span>
        <span className={styles.track} title={`${(share * 100).toFixed(1)}% of the file`}>
          <span className={styles.bar} style={{ width: `${share * 100}%` }} />
        </span>
      </div>
      {open && part.parts.length > 0 ? (
        <ul>
          {part.parts
            .toSorted((a, b) => b.bytes - a.bytes)
            .map((child) => (
              <Part key={`${child.kind} ${child.name}`} part={child} totalBytes={totalBytes} depth={depth + 1} />
            ))}
        </ul>
      ) : null}
    </li>
  );
}
