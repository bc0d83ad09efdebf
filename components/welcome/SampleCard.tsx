// A composition to begin with: its picture, its name, and what it shows.
// The whole card is one button.

import { SizeText } from "../primitives/SizeText.tsx";
import text from "../styles/text.module.css";
import { GraphThumbnail } from "./GraphThumbnail.tsx";
import styles from "./SampleCard.module.css";
import type { TinyGraph } from "./thumbnail-layout.ts";

export interface SampleRow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sizeBytes: number;
  readonly graph: TinyGraph;
}

export interface SampleCardProps {
  readonly sample: SampleRow;
  readonly onOpen: () => void;
}

export function SampleCard({ sample, onOpen }: SampleCardProps) {
  return (
    <button type="button" className={styles.card} onClick={onOpen}>
      <span className={styles.picture}>
        <GraphThumbnail graph={sample.graph} />
      </span>
      <span className={styles.text}>
        <span className={styles.heading}>
          <span className={styles.title}>{sample.title}</span>
          <span className={text.count}>
            <SizeText bytes={sample.sizeBytes} />
          </span>
        </span>
        <span className={styles.description}>{sample.description}</span>
      </span>
    </button>
  );
}
