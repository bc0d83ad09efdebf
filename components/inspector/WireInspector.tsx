// One wire: who calls whom over which interface, and whether the two ends fit.
// The provider stands on the left, as on the canvas; the verdict is the caller's.

import { ArrowLeft, CircleCheck, Link2, Unplug } from "lucide-react";

import type { MisfitReason, PortColour } from "../canvas/canvas-model.ts";
import { Icon } from "../primitives/Icon.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { PortMark } from "../primitives/PortMark.tsx";
import { Section } from "../primitives/Section.tsx";
import { DiffBlock } from "../code/DiffBlock.tsx";
import styles from "./WireInspector.module.css";

export interface WireEnd {
  /** What pressing it selects. */
  readonly id: string;
  /** `gateway`, or the world. */
  readonly name: string;
  /** `order-gateway 0.6.0`. */
  readonly detail: string;
  /** The version that this end speaks of. */
  readonly version: string | null;
}

export type WireVerdict =
  | { readonly kind: "exact" }
  /** Why it works although the two ends differ. */
  | { readonly kind: "compatible"; readonly note: string }
  | { readonly kind: "unfit"; readonly reason: MisfitReason };

export interface WireInspectorProps {
  readonly colour: PortColour;
  readonly shape: "circle" | "diamond";
  /** The importer, who calls. */
  readonly consumer: WireEnd;
  /** The exporter, who answers. */
  readonly provider: WireEnd;
  readonly verdict: WireVerdict;
  readonly onSelectEnd: (id: string) => void;
}

export function WireInspector({ colour, shape, consumer, provider, verdict, onSelectEnd }: WireInspectorProps) {
  const mark = <PortMark shape={shape} state="wired" colour={colour} />;
  return (
    <>
      <Section title="Ends" note="calls go to the provider, on the left">
        <div className={styles.ends}>
          <End role="exports" end={provider} onSelect={onSelectEnd} />
          <span className={styles.between}>
            <Icon glyph={ArrowLeft} tone="muted" />
            {mark}
          </span>
          <End role="imports" end={consumer} onSelect={onSelectEnd} />
        </div>
      </Section>
      <Section title="Fit">
        <Verdict verdict={verdict} />
      </Section>
    </>
  );
}

interface EndProps {
  readonly role: "imports" | "exports";
  readonly end: WireEnd;
  readonly onSelect: (id: string) => void;
}

function End({ role, end, onSelect }: EndProps) {
  return (
    <button type="button" className={styles.end} onClick={() => onSelect(end.id)}>
      <span className={styles.endName}>
        <NameText name={end.name} />
      </span>
      <span className={styles.endDetail}>{end.detail}</span>
      <span className={styles.endDetail}>{end.version === null ? role : `${role} ${end.version}`}</span>
    </button>
  );
}

function Verdict({ verdict }: { readonly verdict: WireVerdict }) {
  switch (verdict.kind) {
    case "exact":
      return (
        <p className={styles.verdict}>
          <Icon glyph={CircleCheck} tone="run" />
          <span>
            <b>Exact.</b> Both ends name the same interface and version.
          </span>
        </p>
      );
    case "compatible":
      return (
        <p className={styles.verdict}>
          <Icon glyph={Link2} tone="run" />
          <span>
            <b>Compatible.</b> {verdict.note}
          </span>
        </p>
      );
    case "unfit":
      return (
        <>
          <p className={styles.verdict}>
            <Icon glyph={Unplug} tone="error" />
            <span>
              <b>{verdict.reason.title}</b>
              <span className={styles.reason}>{verdict.reason.detail}</span>
            </span>
          </p>
          {verdict.reason.difference.length === 0 ? null : (
            <DiffBlock label="Needed and offered" lines={verdict.reason.difference} />
          )}
          {verdict.reason.help === null ? null : <p className={styles.help}>{verdict.reason.help}</p>}
        </>
      );
  }
}
