// What putting another component in the place of this one would change, before it is done.
// What is lost stands first; one undo brings all of it back.

import { ArrowRight, CircleCheck, CirclePlus, Link2, Replace, Unplug } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { Dialog } from "../primitives/Dialog.tsx";
import { type Glyph, Icon, type IconProps } from "../primitives/Icon.tsx";
import { LanguageMark } from "../primitives/LanguageMark.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { SectionHeader } from "../primitives/Section.tsx";
import type { LanguageMark as Language } from "../canvas/canvas-model.ts";
import styles from "./ReplaceDialog.module.css";

export interface ReplaceSide {
  readonly name: string;
  readonly version: string | null;
  readonly language: Language | null;
}

export interface ReplaceChange {
  readonly id: string;
  /** `cut` loses a wire, `missing` asks for something new, `offered` adds an export. */
  readonly kind: "kept" | "compatible" | "cut" | "missing" | "offered";
  /** The interface: `shop:orders/pricing@1.2.0`. */
  readonly name: string;
  /** `wired to gateway`, or the first difference. */
  readonly detail: string;
}

export interface ReplaceDialogProps {
  readonly open: boolean;
  /** The instances that change: `pricing`. */
  readonly instances: readonly string[];
  readonly from: ReplaceSide;
  readonly to: ReplaceSide;
  readonly changes: readonly ReplaceChange[];
  readonly onReplace: () => void;
  readonly onClose: () => void;
}

const KINDS: readonly {
  readonly kind: ReplaceChange["kind"];
  readonly title: string;
  readonly glyph: Glyph;
  readonly tone: IconProps["tone"];
}[] = [
  { kind: "cut", title: "Wires that are cut", glyph: Unplug, tone: "error" },
  { kind: "missing", title: "Imports that need a provider", glyph: CirclePlus, tone: "attention" },
  { kind: "compatible", title: "Wires that stay, between ends that differ but fit", glyph: Link2, tone: "run" },
  { kind: "kept", title: "Wires that stay", glyph: CircleCheck, tone: "run" },
  { kind: "offered", title: "New exports", glyph: CirclePlus, tone: "muted" },
];

export function ReplaceDialog({ open, instances, from, to, changes, onReplace, onClose }: ReplaceDialogProps) {
  const cut = changes.filter((change) => change.kind === "cut").length;
  return (
    <Dialog
      open={open}
      title={`Replace ${from.name}`}
      description={`Changes ${instances.join(", ")}`}
      glyph={Replace}
      width={520}
      onClose={onClose}
      footnote="One undo brings everything back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={onReplace}>
            {cut === 0 ? "Replace" : `Replace and cut ${cut === 1 ? "1 wire" : `${cut} wires`}`}
          </Button>
        </>
      }
    >
      <div className={styles.sides}>
        <Side side={from} />
        <Icon glyph={ArrowRight} size={16} tone="muted" />
        <Side side={to} />
      </div>
      {changes.length === 0 ? <p>Nothing is wired to it, so nothing else changes.</p> : null}
      {KINDS.map(({ kind, title, glyph, tone }) => {
        const rows = changes.filter((change) => change.kind === kind);
        return rows.length === 0 ? null : (
          <section key={kind} className={styles.group}>
            <SectionHeader title={title} note={rows.length} />
            <ul>
              {rows.map((change) => (
                <li key={change.id} className={styles.row}>
                  <Icon glyph={glyph} tone={tone} />
                  <span className={styles.name}>
                    <NameText name={change.name} />
                    <span className={styles.detail}>{change.detail}</span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Dialog>
  );
}

function Side({ side }: { readonly side: ReplaceSide }) {
  return (
    <div className={styles.side}>
      <LanguageMark language={side.language} />
      <span className={styles.sideText}>
        <NameText name={side.name} />
        <span className={styles.detail}>{side.version}</span>
      </span>
    </div>
  );
}
