// Makes a name fit a width without cutting inside a segment: `shop:orders/store` → `store`, `order-price-list` → `order-…`,
// or broken into lines: `order-` `price-` `list`.

import { nameSegments } from "../../primitives/name-segments.ts";

/** The longest form of `name` that is at most `room` wide; the shortest one where none is. */
export function shortened(name: string, room: number, widthOf: (text: string) => number): string {
  let shortest = name;
  for (const form of formsOf(name)) {
    if (widthOf(form) <= room) return form;
    shortest = form;
  }
  return shortest;
}

/** `name` in at most `rows` lines that are each at most `room` wide; no lines where that can't be. */
export function brokenTitle(
  name: string,
  room: number,
  rows: number,
  widthOf: (text: string) => number,
): readonly string[] {
  if (widthOf(name) <= room) return [name];
  const lines: string[] = [];
  for (const { text } of nameSegments(name)) {
    const joined = (lines.at(-1) ?? "") + text;
    if (lines.length > 0 && widthOf(joined) <= room) lines[lines.length - 1] = joined;
    else lines.push(text);
    if (lines.length > rows || widthOf(lines.at(-1)!) > room) return [];
  }
  return lines;
}

function* formsOf(name: string): Generator<string> {
  yield name;
  const last = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf(":")) + 1);
  if (last !== name) yield last;
  const words = last.split("-");
  for (let kept = words.length - 1; kept > 0; kept--) yield `${words.slice(0, kept).join("-")}-…`;
}
