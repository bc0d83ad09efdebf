// What the inspector says when several things are selected, or none.
// Both are places to go on from: one selects a single thing, the other teaches the keys.

import { MousePointerClick } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "../primitives/Button.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import type { Glyph } from "../primitives/Icon.tsx";
import { type KeyValue, KeyValueList } from "../primitives/KeyValueList.tsx";
import { Keycap } from "../primitives/Keycap.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { Section } from "../primitives/Section.tsx";
import styles from "./SelectionInspector.module.css";

export interface NothingSelectedProps {
  /** The composition in figures: instances, wires, size. */
  readonly facts: readonly KeyValue[];
  readonly hints: readonly { readonly keys: string; readonly text: string }[];
}

export function NothingSelected({ facts, hints }: NothingSelectedProps) {
  return (
    <div className={styles.panel}>
      <EmptyState glyph={MousePointerClick} title="Nothing selected">
        Select an instance, a wire or a world port to see what it is and what it needs.
      </EmptyState>
      {facts.length === 0 ? null : (
        <Section title="This composition">
          <KeyValueList items={facts} />
        </Section>
      )}
      <Section title="Keys">
        <ul>
          {hints.map((hint) => (
            <li key={hint.keys} className={styles.hint}>
              <Keycap keys={hint.keys} />
              {hint.text}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

export interface SelectedThing {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly mark: ReactNode;
}

export interface SelectionAction {
  readonly label: string;
  readonly glyph: Glyph;
  readonly disabledReason?: string | null | undefined;
  readonly danger?: boolean | undefined;
  readonly onSelect: () => void;
}

export interface MultiSelectionProps {
  /** `3 instances, 2 wires`. */
  readonly title: string;
  readonly things: readonly SelectedThing[];
  readonly onSelect: (id: string) => void;
  readonly actions: readonly SelectionAction[];
}

export function MultiSelection({ title, things, onSelect, actions }: MultiSelectionProps) {
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.actions}>
        {actions.map((action) => (
          <Button
            key={action.label}
            size="small"
            glyph={action.glyph}
            variant={action.danger ? "danger" : "secondary"}
            disabledReason={action.disabledReason}
            onClick={action.onSelect}
          >
            {action.label}
          </Button>
        ))}
      </div>
      <Section title="Selected" note="press one to select it alone">
        <ul>
          {things.map((thing) => (
            <li key={thing.id}>
              <button type="button" data-focus-inside className={styles.thing} onClick={() => onSelect(thing.id)}>
                {thing.mark}
                <span className={styles.name}>
                  <NameText name={thing.name} />
                </span>
                <span className={styles.detail}>{thing.detail}</span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
