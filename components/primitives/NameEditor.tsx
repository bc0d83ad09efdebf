// Renaming in place: Enter keeps a valid name, Escape the old one, leaving keeps what can be kept.
// Why a name can't be used is said while it is typed, in a popover that no scrolling parent cuts off.

import { Popover } from "radix-ui";
import { useId, useLayoutEffect, useRef, useState } from "react";

import { classes } from "./classes.ts";
import styles from "./NameEditor.module.css";

export interface NameEditorProps {
  readonly label: string;
  readonly initial: string;
  /** Why a name can't be used and what would do, or null. */
  readonly validate: (name: string) => string | null;
  readonly onCommit: (name: string) => void;
  readonly onCancel: () => void;
  readonly className?: string | undefined;
}

export function NameEditor({ label, initial, validate, onCommit, onCancel, className }: NameEditorProps) {
  const [name, setName] = useState(initial);
  const noteId = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.select(), []);

  const [opener] = useState(() => document.activeElement);
  const done = useRef(false);

  const trimmed = name.trim();
  const problem = trimmed === initial ? null : validate(trimmed);
  const finish = (keep: boolean) => {
    if (done.current) return;
    done.current = true;
    if (keep && problem === null && trimmed !== initial) onCommit(trimmed);
    else onCancel();
  };

  return (
    <Popover.Root open={problem !== null}>
      <Popover.Anchor asChild>
        <span className={classes(styles.editor, className)}>
          <input
            ref={input}
            className={styles.input}
            value={name}
            aria-label={label}
            aria-invalid={problem === null ? undefined : true}
            aria-describedby={problem === null ? undefined : noteId}
            spellCheck={false}
            autoComplete="off"
            autoFocus
            style={{ width: `${Math.ceil(Math.max(6, name.length) * 1.15) + 3}ch` }}
            onChange={(event) => setName(event.target.value)}
            onBlur={() => finish(true)}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key !== "Escape" && (event.key !== "Enter" || problem !== null)) return;
              event.preventDefault();
              finish(event.key === "Enter");
              returnFocus(opener);
            }}
          />
        </span>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          role="alert"
          id={noteId}
          className={styles.note}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {problem}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Brings the focus back to what was renamed, or to what has taken its place. */
function returnFocus(opener: Element | null): void {
  const place = opener?.parentElement;
  requestAnimationFrame(() => {
    const target = opener?.isConnected ? opener : place?.querySelector("button");
    if (document.activeElement === document.body && target instanceof HTMLElement) target.focus();
  });
}
