// Our tokens as the colours of a terminal. It draws them itself, so they are read from the page when the theme changes.

import type { ITheme } from "@xterm/xterm";

/** The sixteen named colours as in the console; the bright ones are the same, told apart by weight. */
const TOKENS = {
  background: "--surface-1",
  foreground: "--text",
  cursor: "--accent",
  cursorAccent: "--surface-1",
  selectionBackground: "--accent-soft-2",
  overviewRulerBorder: "--surface-1",
  scrollbarSliderBackground: "--border",
  scrollbarSliderHoverBackground: "--border-strong",
  scrollbarSliderActiveBackground: "--border-strong",
  black: "--text-muted",
  red: "--error",
  green: "--run",
  yellow: "--attention",
  blue: "--syn-number",
  magenta: "--syn-keyword",
  cyan: "--syn-type",
  white: "--text-2",
  brightBlack: "--text-muted",
  brightRed: "--error",
  brightGreen: "--run",
  brightYellow: "--attention",
  brightBlue: "--syn-number",
  brightMagenta: "--syn-keyword",
  brightCyan: "--syn-type",
  brightWhite: "--text",
} as const satisfies Partial<Record<keyof ITheme, string>>;

/** The colours at `element`, and the family of its fixed-width font. */
export function terminalStyle(element: Element): { readonly theme: ITheme; readonly fontFamily: string } {
  const style = getComputedStyle(element);
  const colours = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return { theme: Object.fromEntries(colours) as ITheme, fontFamily: style.getPropertyValue("--font-mono").trim() };
}
