// The registry as the palette and the list of shortcuts show it.

import type { PaletteCommand } from "../../components/dialogs/palette-model.ts";
import type { ShortcutGroup } from "../../components/dialogs/ShortcutsDialog.tsx";
import { keyLabel, shortcutOf } from "../commands/keys.ts";
import { allCommands } from "../commands/registry.ts";

/** What can be chosen from the palette, now; opening the palette is not among it. */
export function paletteCommands(): readonly PaletteCommand[] {
  return allCommands()
    .filter(({ id, scripted }) => !scripted && id !== "view.palette")
    .map(({ id, title, group, disabledReason }) => ({
      id,
      title,
      group,
      shortcut: shortcutOf(id) ?? null,
      disabledReason: disabledReason?.() ?? null,
    }));
}

/** What the canvas does with keys and the pointer, which are no commands. */
const ON_THE_CANVAS: ShortcutGroup = {
  title: "On the canvas",
  shortcuts: [
    { label: "Pan", keys: ["Drag", "Wheel", "Space Drag"] },
    { label: "Zoom", keys: ["Ctrl Wheel"] },
    { label: "Select by a rectangle", keys: ["Shift Drag"] },
    { label: "Next instance", keys: ["Tab"] },
    { label: "Move the selection", keys: ["Arrows"] },
    { label: "Go to ports", keys: ["Alt Arrows"] },
    { label: "Draw a wire from a port", keys: ["Enter"] },
  ],
};

export function shortcutGroups(): readonly ShortcutGroup[] {
  const commands = allCommands().filter(({ keys }) => keys !== undefined);
  const titles = [...new Set(commands.map(({ group }) => group))];
  const groups = titles.map((title) => ({
    title,
    shortcuts: commands
      .filter(({ group }) => group === title)
      .map((command) => ({ label: command.title, keys: command.keys!.map(keyLabel) })),
  }));
  return [...groups, ON_THE_CANVAS];
}
