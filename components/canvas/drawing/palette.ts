// The colours and fonts that the canvas draws with, read from the tokens: once per theme, never per frame.

import type { PortColour } from "../canvas-model.ts";

export interface Palette {
  readonly canvas: string;
  readonly surface: string;
  readonly border: string;
  readonly borderStrong: string;
  readonly text: string;
  readonly textSecond: string;
  readonly textMuted: string;
  readonly accent: string;
  readonly error: string;
  readonly onError: string;
  readonly attention: string;
  readonly onAttention: string;
  readonly ports: Readonly<Record<PortColour, string>>;
  readonly fontUi: string;
  readonly fontMono: string;
}

/** The tokens as they apply to `element`. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    canvas: token("surface-canvas"),
    surface: token("surface-2"),
    border: token("border"),
    borderStrong: token("border-strong"),
    text: token("text"),
    textSecond: token("text-2"),
    textMuted: token("text-muted"),
    accent: token("accent"),
    error: token("error"),
    onError: token("surface-2"),
    attention: token("attention-fill"),
    onAttention: token("on-attention"),
    ports: {
      azure: token("port-azure"),
      jade: token("port-jade"),
      moss: token("port-moss"),
      orchid: token("port-orchid"),
      violet: token("port-violet"),
      slate: token("port-slate"),
    },
    fontUi: token("font-ui"),
    fontMono: token("font-mono"),
  };
}
