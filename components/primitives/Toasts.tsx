// What has just happened, at the edge of the page: read out politely, gone by itself, with a way back where there is one.
// Errors stay until they are dismissed. The caller holds the list; newest last.

import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";

import { Button } from "./Button.tsx";
import { type Glyph, Icon, type IconProps } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import { Words } from "./Words.tsx";
import styles from "./Toasts.module.css";

export interface ToastRow {
  readonly id: string;
  readonly tone: "info" | "success" | "warning" | "error";
  readonly title: string;
  /** What to do next, or what exactly happened. */
  readonly detail?: string | undefined;
  readonly actions?: readonly ToastAction[] | undefined;
}

export interface ToastAction {
  readonly label: string;
  readonly onSelect: () => void;
}

export interface ToastsProps {
  readonly toasts: readonly ToastRow[];
  readonly onDismiss: (id: string) => void;
}

const GLYPHS: Record<ToastRow["tone"], { readonly glyph: Glyph; readonly tone: IconProps["tone"] }> = {
  info: { glyph: Info, tone: "muted" },
  success: { glyph: CircleCheck, tone: "run" },
  warning: { glyph: TriangleAlert, tone: "attention" },
  error: { glyph: CircleAlert, tone: "error" },
};

/** An Undo is worth more time than a plain note. */
const LIFETIME_MS = { plain: 5_000, withActions: 10_000 };

export function Toasts({ toasts, onDismiss }: ToastsProps) {
  return (
    <section aria-label="Notifications" className={styles.region}>
      <ol aria-live="polite" aria-relevant="additions" className={styles.list}>
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} onDismiss={onDismiss} />
        ))}
      </ol>
    </section>
  );
}

interface ToastProps {
  readonly toast: ToastRow;
  readonly onDismiss: (id: string) => void;
}

function Toast({ toast, onDismiss }: ToastProps) {
  const [held, setHeld] = useState(false);
  const { id, tone, title, detail, actions = [] } = toast;
  const lifetimeMs = actions.length > 0 ? LIFETIME_MS.withActions : LIFETIME_MS.plain;
  const passing = tone !== "error" && !held;
  useEffect(() => {
    if (!passing) return undefined;
    const timer = setTimeout(() => onDismiss(id), lifetimeMs);
    return () => clearTimeout(timer);
  }, [passing, id, lifetimeMs, onDismiss]);

  const buttons = actions.map((action) => (
    <Button
      key={action.label}
      size="small"
      onClick={() => {
        action.onSelect();
        onDismiss(id);
      }}
    >
      {action.label}
    </Button>
  ));
  return (
    <li
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon glyph={GLYPHS[tone].glyph} size={16} tone={GLYPHS[tone].tone} className={styles.glyph} />
      <div className={styles.text}>
        <p className={styles.title}>
          <Words text={title} />
        </p>
        {detail === undefined ? null : (
          <p className={styles.detail}>
            <Words text={detail} />
          </p>
        )}
        {actions.length > 1 ? <div className={styles.actions}>{buttons}</div> : null}
      </div>
      {actions.length === 1 ? buttons : null}
      <IconButton label="Dismiss" glyph={X} tooltipSide="top" onClick={() => onDismiss(id)} />
    </li>
  );
}
