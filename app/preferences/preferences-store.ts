// How the person likes the workbench: theme, panels, tabs. Kept across reloads, never part of a document.

import { create } from "zustand";
import { DEFAULT_LAYOUT, type ShellLayout } from "../../components/shell/shell-layout.ts";

export type Theme = "system" | "light" | "dark";
export type BottomTab = "run" | "scenarios" | "files" | "console" | "terminal" | "problems";

export interface Preferences {
  readonly theme: Theme;
  readonly layout: ShellLayout;
  /** Of the live preview, which stands where the inspector does; preferences that were kept before there was one have none. */
  readonly previewWidth?: number | undefined;
  readonly bottomTab: BottomTab;
  /** What is printed in a terminal is read aloud by screen readers. */
  readonly readsTerminal: boolean;
}

export const usePreferences = create<Preferences>(() => ({
  theme: "system",
  layout: DEFAULT_LAYOUT,
  bottomTab: "run",
  readsTerminal: false,
}));

const DARK = window.matchMedia("(prefers-color-scheme: dark)");

/** The theme that is shown: the chosen one, or the system's. */
export function shownTheme({ theme }: Preferences): "light" | "dark" {
  return theme === "system" ? (DARK.matches ? "dark" : "light") : theme;
}

/** Keeps the page in the shown theme. */
export function followTheme(): void {
  const apply = (): void => {
    document.documentElement.dataset["theme"] = shownTheme(usePreferences.getState());
  };
  apply();
  usePreferences.subscribe(apply);
  DARK.addEventListener("change", apply);
}
