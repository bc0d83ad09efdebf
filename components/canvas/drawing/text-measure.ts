// Widths of text in the fonts of the look, measured off screen and remembered: names repeat all over a graph.

import type { MeasureText, TextRole } from "../geometry/node-layout.ts";
import type { Palette } from "./palette.ts";

const KEPT = 20_000;

/** The CSS font of a role. */
export function fontOf(role: TextRole, palette: Pick<Palette, "fontUi" | "fontMono">): string {
  switch (role) {
    case "title":
      return `600 15px ${palette.fontUi}`;
    case "titleFar":
      return `600 20px ${palette.fontUi}`;
    case "package":
    case "version":
      return `400 10px ${palette.fontMono}`;
    case "label":
      return `400 12px ${palette.fontUi}`;
    case "labelFar":
      return `400 13.5px ${palette.fontUi}`;
    case "meta":
      return `400 11px ${palette.fontUi}`;
    default:
      return role satisfies never;
  }
}

/** A measure over `context`, whose font it sets. */
export function createMeasure(
  context: Pick<CanvasRenderingContext2D, "font" | "measureText">,
  palette: Pick<Palette, "fontUi" | "fontMono">,
): MeasureText {
  const widths = new Map<string, number>();
  return (text, role) => {
    const key = `${role}\n${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = fontOf(role, palette);
    const width = context.measureText(text).width;
    if (widths.size > KEPT) widths.clear();
    widths.set(key, width);
    return width;
  };
}
