// A question or a form over the page.
// The page behind is dimmed and out of reach until it is answered or let go.

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

import styles from "./Dialog.module.css";
import { focusPanel } from "./focus-panel.ts";
import { type Glyph, Icon, type IconProps } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** One line under the title. */
  readonly description?: ReactNode;
  readonly glyph?: Glyph | undefined;
  readonly glyphTone?: IconProps["tone"];
  /** In pixels; 480 unless told. It never exceeds the page. */
  readonly width?: number | undefined;
  readonly onClose: () => void;
  /** Buttons, the one that does it last. */
  readonly footer?: ReactNode;
  /** Left of the buttons: a state, a caveat. */
  readonly footnote?: ReactNode;
  readonly children?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { open, title, description, glyph, glyphTone, width = 480, onClose, footer, footnote, children } = props;
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={styles.dialog}
          style={{ width }}
          onOpenAutoFocus={focusPanel}
          {...(description ? null : { "aria-describedby": undefined })}
        >
          <header className={styles.header}>
            {glyph === undefined ? null : <Icon glyph={glyph} size={20} tone={glyphTone} />}
            <div className={styles.titles}>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              {description ? <Radix.Description className={styles.description}>{description}</Radix.Description> : null}
            </div>
            <IconButton label="Close" glyph={X} glyphSize={16} shortcut="Esc" onClick={onClose} />
          </header>
          {children ? <div className={styles.body}>{children}</div> : null}
          {footer ? (
            <footer className={styles.footer}>
              <div className={styles.footnote}>{footnote}</div>
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
