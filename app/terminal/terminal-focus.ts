// Which part of the page has the keyboard: the terminal, or the tab that it stands under.

import { create } from "zustand";
import { showBottomTab } from "../preferences/panels.ts";

interface TerminalFocus {
  /** The terminal that is shown is to have the keyboard as soon as it can. */
  readonly wantsFocus: boolean;
}

export const useTerminalFocus = create<TerminalFocus>(() => ({ wantsFocus: false }));

/** Brings the terminal to the front and gives it the keyboard. */
export function showTerminal(): void {
  showBottomTab("terminal");
  useTerminalFocus.setState({ wantsFocus: true });
}

export function noteTerminalFocused(): void {
  useTerminalFocus.setState({ wantsFocus: false });
}

/** The keyboard goes on at the tab of the terminal. */
export function leaveTerminal(): void {
  const tab = document.activeElement?.closest("[role=tabpanel]")?.getAttribute("aria-labelledby");
  if (tab) document.getElementById(tab)?.focus();
}
