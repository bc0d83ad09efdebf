// Key presses → commands. Keys typed into a field belong to the field, but for those that no field wants.

import { allCommands, execute, findCommand } from "./registry.ts";

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** `event` as the registry writes it: `Mod+Shift+Z`. */
function keyName(event: KeyboardEvent): string {
  const mod = IS_MAC ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // The shift that it takes to type a sign is part of the sign.
  const shift = event.shiftKey && (event.key.length > 1 || /[A-Z]/.test(key));
  return [mod && "Mod", event.altKey && "Alt", shift && "Shift", key].filter(Boolean).join("+");
}

/** As menus show it: `⌘Z` or `Ctrl+Z`. */
export function keyLabel(key: string): string {
  if (!IS_MAC) return key.replace("Mod", "Ctrl");
  return key.replace("Mod+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥");
}

/** The first key of a command, as menus show it. */
export function shortcutOf(id: string): string | undefined {
  const [first] = findCommand(id)?.keys ?? [];
  return first === undefined ? undefined : keyLabel(first);
}

/** Runs commands for key presses until the returned function is called. */
export function listenForKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = keyName(event);
    const command = allCommands().find(({ keys }) => keys?.includes(name));
    if (!command || (isTyping(event.target) && !name.startsWith("Mod+") && !/^F\d+$/.test(name))) return;
    if (isTyping(event.target) && FIELD_KEYS.has(name)) return;
    if (isInDialog(event.target) && !command.id.startsWith("view.")) return;
    event.preventDefault();
    void execute(command.id);
  };
  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}

/** What a text field does itself. */
const FIELD_KEYS: ReadonlySet<string> = new Set(["Mod+Z", "Mod+Shift+Z", "Mod+Y", "Mod+A", "Mod+C", "Mod+V", "Mod+X"]);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}
