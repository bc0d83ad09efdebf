// A terminal in the page: its screen belongs to the caller, so that it outlives the tab that shows it.

import { useEffect, useRef } from "react";

import type { TerminalScreen } from "./terminal-screen.ts";
import styles from "./TerminalView.module.css";

export interface TerminalViewProps {
  readonly screen: TerminalScreen;
  /** What the field that takes the keys is called: `Terminal of greet; Escape leaves it`. */
  readonly label: string;
  /** What is printed is read aloud. */
  readonly isRead: boolean;
  /** True where the terminal is to have the keyboard. */
  readonly wantsFocus: boolean;
  readonly onFocused: () => void;
}

export function TerminalView({ screen, label, isRead, wantsFocus, onFocused }: TerminalViewProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const parent = box.current!;
    screen.attach(parent, label);
    const observer = new ResizeObserver(() => screen.fit());
    observer.observe(parent);
    const themes = new MutationObserver(() => screen.restyle(parent));
    themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      observer.disconnect();
      themes.disconnect();
      parent.replaceChildren();
    };
  }, [screen, label]);

  useEffect(() => screen.readAloud(isRead), [screen, isRead]);

  useEffect(() => {
    if (!wantsFocus) return;
    screen.focus();
    onFocused();
  }, [screen, wantsFocus, onFocused]);

  return <div ref={box} className={styles.terminal} />;
}
