// The editor in the colours of the page: read from the tokens each time the theme changes.
// A colour is never written here: what isn't a token of the page isn't a colour of the editor.

import type { editor } from "monaco-editor/editor";

type EditorModule = Pick<typeof editor, "defineTheme" | "setTheme">;

/** Token class of the grammar → design token. */
const RULES: Record<string, string> = {
  "": "--text",
  keyword: "--syn-keyword",
  type: "--syn-type",
  "type.identifier": "--syn-type",
  namespace: "--syn-name",
  identifier: "--syn-name",
  annotation: "--syn-string",
  string: "--syn-string",
  number: "--syn-number",
  comment: "--syn-comment",
  delimiter: "--syn-punct",
};

/** Part of the editor → design token. */
const PARTS: Record<string, string> = {
  "editor.background": "--surface-1",
  "editor.foreground": "--text",
  "editorLineNumber.foreground": "--text-muted",
  "editorLineNumber.activeForeground": "--text",
  "editor.selectionBackground": "--accent-soft-2",
  "editor.rangeHighlightBackground": "--surface-hover",
  "editor.lineHighlightBorder": "--border-subtle",
  "editor.findMatchBackground": "--attention-fill",
  "editor.findMatchHighlightBackground": "--attention-soft",
  "editorBracketHighlight.foreground1": "--syn-punct",
  "editorBracketHighlight.foreground2": "--syn-punct",
  "editorBracketHighlight.foreground3": "--syn-punct",
  "editorBracketHighlight.foreground4": "--syn-punct",
  "editorBracketHighlight.foreground5": "--syn-punct",
  "editorBracketHighlight.foreground6": "--syn-punct",
  "editorBracketHighlight.unexpectedBracket.foreground": "--syn-punct",
  "editorBracketMatch.background": "--accent-soft",
  "editorBracketMatch.border": "--accent",
  "editorIndentGuide.background1": "--border-subtle",
  "editorWidget.background": "--surface-2",
  "editorWidget.border": "--border",
  "editorWidget.foreground": "--text",
  "input.background": "--surface-2",
  "input.border": "--border",
  "input.foreground": "--text",
  "inputOption.activeBackground": "--accent-soft",
  "inputOption.activeForeground": "--accent",
  focusBorder: "--accent",
  "scrollbarSlider.background": "--border",
  "scrollbarSlider.hoverBackground": "--border-strong",
  "widget.shadow": "--border",
};

/** Keeps the editors in step with the page until the returned function is called. */
export function followTheme(editors: EditorModule): () => void {
  applyTheme(editors);
  const observer = new MutationObserver(() => applyTheme(editors));
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function applyTheme(editors: EditorModule): void {
  const tokens = getComputedStyle(document.documentElement);
  const colour = (token: string) => tokens.getPropertyValue(token).trim();
  const dark = document.documentElement.dataset["theme"] === "dark";
  editors.defineTheme("witloom", {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    rules: Object.entries(RULES).map(([token, name]) => ({ token, foreground: colour(name).replace("#", "") })),
    colors: Object.fromEntries(Object.entries(PARTS).map(([part, name]) => [part, colour(name)])),
  });
  editors.setTheme("witloom");
}
