// A drawing → Mermaid text, for Markdown: boxes and labelled arrows; several lines between two boxes share an arrow.
// Language: mermaid.js.org, "Flowcharts".

import { getOrInsert } from "../base/collections.ts";
import type { Drawing, DrawnBox } from "./drawing.ts";

/** The flowchart of `drawing`, left to right. */
export function printMermaid({ boxes, lines }: Drawing): string {
  const names = new Map(boxes.map(({ id }, i) => [id, `n${i}`]));
  const labels = new Map<string, string[]>();
  for (const { from, to, label } of lines) {
    const arrow = `${names.get(from.box)} ${names.get(to.box)}`;
    const known = getOrInsert(labels, arrow, () => []);
    if (!known.includes(label)) known.push(label);
  }
  const worldIds = new Set(boxes.filter(({ kind }) => kind !== "instance").map(({ id }) => names.get(id)!));
  const arrows = Array.from(labels, ([arrow, texts]) => {
    const [from = "", to = ""] = arrow.split(" ");
    // The box of an import or export says its name already.
    if (worldIds.has(from) || worldIds.has(to)) return `  ${from} --> ${to}`;
    return `  ${from} -- "${escaped(texts.join(", "))}" --> ${to}`;
  });
  return ["flowchart LR", ...boxes.map((box) => `  ${names.get(box.id)}${shape(box)}`), ...arrows, ""].join("\n");
}

function shape({ kind, title, subtitle }: DrawnBox): string {
  const text = `"${escaped(title)}${subtitle === "" ? "" : `<br/><small>${escaped(subtitle)}</small>`}"`;
  if (kind === "import") return `([${text}])`;
  return kind === "export" ? `>${text}]` : `[${text}]`;
}

/** Mermaid's own entities: it reads quotes and markup inside quotes too. */
function escaped(text: string): string {
  return text.replaceAll(/[#&<>"]/g, (character) => `#${character.charCodeAt(0)};`);
}
