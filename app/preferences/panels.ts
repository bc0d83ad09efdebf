// Showing and hiding the parts of the page.

import { type PageSize, toggleInspector, toggleLibrary, arrangeShell } from "../../components/shell/shell-layout.ts";
import { type BottomTab, shownTheme, usePreferences } from "./preferences-store.ts";

function pageSize(): PageSize {
  return { width: window.innerWidth, height: window.innerHeight };
}

export function showBottomTab(bottomTab: BottomTab): void {
  usePreferences.setState(({ layout }) => ({ bottomTab, layout: { ...layout, bottom: "open" } }));
}

export function toggleBottom(): void {
  usePreferences.setState(({ layout }) => ({
    layout: { ...layout, bottom: layout.bottom === "open" ? "closed" : "open" },
  }));
}

export function toggleLibraryPanel(): void {
  usePreferences.setState(({ layout }) => ({ layout: toggleLibrary(pageSize(), layout, true) }));
}

/** True where the library's rows can be seen, not only its rail. */
export function libraryIsShown(): boolean {
  return arrangeShell(pageSize(), usePreferences.getState().layout, true).library !== "rail";
}

export function toggleInspectorPanel(): void {
  usePreferences.setState(({ layout }) => ({ layout: toggleInspector(pageSize(), layout) }));
}

export function showInspector(): void {
  const { layout } = usePreferences.getState();
  if (arrangeShell(pageSize(), layout, true).inspector === "hidden") toggleInspectorPanel();
}

export function toggleTheme(): void {
  usePreferences.setState((state) => ({ theme: shownTheme(state) === "light" ? "dark" : "light" }));
}
