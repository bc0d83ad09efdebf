// One of a few ways, each with what it means written under it; the chosen one is lit.
// A way that can't be taken shows its reason in place of its meaning.

import { RadioGroup } from "radix-ui";
import { type ReactNode, useId } from "react";

import { classes } from "./classes.ts";
import styles from "./RadioCards.module.css";

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly detail: ReactNode;
  /** At the right end: a chip, a size. */
  readonly aside?: ReactNode;
  readonly disabledReason?: string | null | undefined;
}

export interface RadioCardsProps<Value extends string> {
  readonly label: string;
  readonly cards: readonly RadioCard<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function RadioCards<Value extends string>({ label, cards, value, onChange }: RadioCardsProps<Value>) {
  const id = useId();
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const card = cards.find((candidate) => candidate.value === next);
        if (card && !card.disabledReason) onChange(card.value);
      }}
    >
      {cards.map((card) => (
        <RadioGroup.Item
          key={card.value}
          value={card.value}
          aria-disabled={card.disabledReason ? true : undefined}
          aria-labelledby={`${id}-${card.value}`}
          aria-describedby={`${id}-${card.value}-detail`}
          className={classes(styles.card, Boolean(card.disabledReason) && styles.blocked)}
        >
          <span className={styles.radio} aria-hidden />
          <span className={styles.text}>
            <span id={`${id}-${card.value}`}>{card.label}</span>
            <span id={`${id}-${card.value}-detail`} className={styles.detail}>
              {card.disabledReason ?? card.detail}
            </span>
          </span>
          {card.aside ?? null}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
