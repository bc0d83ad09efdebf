// Where the graph will be: a place to drop components, samples to begin with, and the way from files to one component.
// Files, folders and components of the library can be dropped anywhere on it.

import { Box, ChevronRight, Link2, Package, Play, Upload, Workflow } from "lucide-react";

import { COMPONENT_DRAG_TYPE } from "../library/library-drag.ts";
import { Badge } from "../primitives/Badge.tsx";
import { Button } from "../primitives/Button.tsx";
import { classes } from "../primitives/classes.ts";
import { type Glyph, Icon } from "../primitives/Icon.tsx";
import { FILES, useDrop } from "../primitives/use-drop.ts";
import styles from "./EmptyCanvas.module.css";
import { SampleCard, type SampleRow } from "./SampleCard.tsx";

export interface EmptyCanvasProps {
  readonly samples: readonly SampleRow[];
  readonly onOpenSample: (id: string) => void;
  readonly onChooseFiles: () => void;
  readonly onAddUrl: () => void;
  /** Files and folders, or a component dragged out of the library. */
  readonly onDrop: (data: DataTransfer) => void;
}

const STEPS: readonly { readonly glyph: Glyph; readonly text: string }[] = [
  { glyph: Package, text: "Add components" },
  { glyph: Workflow, text: "Wire exports to imports" },
  { glyph: Play, text: "Call what they export" },
  { glyph: Box, text: "Take away one component" },
];

export function EmptyCanvas({ samples, onOpenSample, onChooseFiles, onAddUrl, onDrop }: EmptyCanvasProps) {
  const drop = useDrop([FILES, COMPONENT_DRAG_TYPE], onDrop);
  return (
    <div className={styles.canvas} {...drop.handlers}>
      <div className={styles.content}>
        <section className={classes(styles.drop, drop.over && styles.over)}>
          <div className={styles.endings}>
            {[".wasm", ".wat", ".wac", ".zip"].map((ending) => (
              <Badge key={ending} tone="outline" mono>
                {ending}
              </Badge>
            ))}
          </div>
          <h1 className={styles.title}>{drop.over ? "Let go to add it here" : "Drop WebAssembly components here"}</h1>
          <p className={styles.lead}>
            Witloom reads their WIT, shows what each one needs and offers, and lets you wire and run them. Everything
            stays on this machine.
          </p>
          <div className={styles.buttons}>
            <Button variant="primary" glyph={Upload} onClick={onChooseFiles}>
              Choose files
            </Button>
            <Button glyph={Link2} onClick={onAddUrl}>
              From a URL
            </Button>
          </div>
        </section>
        {samples.length === 0 ? null : (
          <section className={styles.samples}>
            <div className={styles.heading}>
              <h2>Or open a sample</h2>
              <span>built in, works offline</span>
            </div>
            <div className={styles.cards}>
              {samples.map((sample) => (
                <SampleCard key={sample.id} sample={sample} onOpen={() => onOpenSample(sample.id)} />
              ))}
            </div>
          </section>
        )}
        <ol className={styles.steps}>
          {STEPS.map((step, index) => (
            <li key={step.text} className={styles.step}>
              {index === 0 ? null : <Icon glyph={ChevronRight} size={12} />}
              <Icon glyph={step.glyph} />
              <span className={styles.stepText}>{step.text}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
