// What is shown: panels, the canvas's view, the theme, dialogs that help.

import { canvas } from "../canvas/canvas-handle.ts";
import { showDialog } from "../dialogs/dialogs-store.ts";
import {
  showBottomTab,
  showInspector,
  toggleBottom,
  toggleInspectorPanel,
  toggleLibraryPanel,
  toggleTheme,
} from "../preferences/panels.ts";
import { usePreferences } from "../preferences/preferences-store.ts";
import { showTerminal } from "../terminal/terminal-focus.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "View";

export const VIEW_COMMANDS: readonly AnyCommand[] = [
  {
    id: "view.palette",
    title: "Find or run anything",
    group: GROUP,
    keys: ["Mod+K", "F1"],
    run: () => showDialog({ kind: "palette" }),
  },
  { id: "view.fit", title: "Fit everything", group: GROUP, keys: ["1"], run: () => canvas()?.fit() },
  { id: "view.zoom-in", title: "Zoom in", group: GROUP, keys: ["+", "="], run: () => canvas()?.zoomIn() },
  { id: "view.zoom-out", title: "Zoom out", group: GROUP, keys: ["-"], run: () => canvas()?.zoomOut() },
  { id: "view.zoom-reset", title: "Zoom to 100%", group: GROUP, keys: ["0"], run: () => canvas()?.zoomTo(1) },
  { id: "view.library", title: "Show or hide the library", group: GROUP, keys: ["Mod+B"], run: toggleLibraryPanel },
  {
    id: "view.inspector",
    title: "Show or hide the inspector",
    group: GROUP,
    keys: ["Mod+I"],
    run: toggleInspectorPanel,
  },
  { id: "view.show-inspector", title: "Show the inspector", group: GROUP, run: showInspector },
  { id: "view.bottom", title: "Show or hide the bottom panel", group: GROUP, keys: ["Mod+J"], run: toggleBottom },
  { id: "view.run", title: "Show Run", group: GROUP, run: () => showBottomTab("run") },
  { id: "view.files", title: "Show the files", group: GROUP, run: () => showBottomTab("files") },
  { id: "view.console", title: "Show the console", group: GROUP, run: () => showBottomTab("console") },
  { id: "view.terminal", title: "Go to the terminal", group: GROUP, keys: ["Mod+Shift+Y"], run: showTerminal },
  {
    id: "terminal.read-aloud",
    title: "Have the terminal read aloud, or not (screen readers)",
    group: GROUP,
    run: () => usePreferences.setState(({ readsTerminal }) => ({ readsTerminal: !readsTerminal })),
  },
  {
    id: "view.problems",
    title: "Show problems",
    group: GROUP,
    keys: ["Mod+Shift+M"],
    run: () => showBottomTab("problems"),
  },
  { id: "view.theme", title: "Change between light and dark", group: GROUP, run: toggleTheme },
  {
    id: "view.system-theme",
    title: "Follow the system’s theme",
    group: GROUP,
    run: () => usePreferences.setState({ theme: "system" }),
  },
  {
    id: "view.shortcuts",
    title: "Keyboard shortcuts",
    group: GROUP,
    keys: ["?"],
    run: () => showDialog({ kind: "shortcuts" }),
  },
];
