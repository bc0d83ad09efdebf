// A value laid out as text: leaves and bracketed groups → one line, or indented lines where one would be too long.
// Groups are lazy, so that a line cut after a few characters never visits the rest of a large value.

export type WaveDocument =
  | { readonly kind: "leaf"; readonly text: string }
  /** A text that reads better over several lines; `lines` writes it under a margin of that many spaces. */
  | { readonly kind: "block"; readonly text: string; readonly lines: (margin: number) => string }
  | WaveGroup;

export interface WaveGroup {
  readonly kind: "group";
  /** `[`, `{`, `some(` … */
  readonly open: string;
  readonly close: string;
  /** Each with what stands before it: `name: `. */
  readonly items: () => Iterable<WaveItem>;
  /** Never broken after the bracket: `some({` … `})`. */
  readonly hugs?: boolean;
}

export interface WaveItem {
  readonly prefix: string;
  readonly document: WaveDocument;
}

export function leaf(text: string): WaveDocument {
  return { kind: "leaf", text };
}

/** `document` in one line of at most `maxLength` UTF-16 code units, cut with `…` where it would be longer. */
export function layOutFlat(document: WaveDocument, maxLength: number): string {
  const { text, isWhole } = flatten(document, maxLength, true);
  return isWhole ? text : cut(text, maxLength);
}

/** `document` in one line, or as much of it as tells that it is longer than `room` or may not be one. */
function flatten(document: WaveDocument, room: number, blocks: boolean): { text: string; isWhole: boolean } {
  const parts: string[] = [];
  let left = room;
  const write = (text: string): boolean => {
    parts.push(text);
    left -= text.length;
    return left >= 0;
  };
  const visit = (part: WaveDocument): boolean => {
    if (part.kind === "block" && !blocks) return false;
    if (part.kind !== "group") return write(part.text);
    if (!write(part.open)) return false;
    let separator = "";
    for (const { prefix, document: inner } of part.items()) {
      if (!write(separator + prefix) || !visit(inner)) return false;
      separator = ", ";
    }
    return write(part.close);
  };
  const isWhole = visit(document);
  return { text: parts.join(""), isWhole };
}

/** `document` in lines of at most `width` code units where its words allow, `indent` spaces more on each level. */
export function layOutLines(document: WaveDocument, indent: number, width: number): string {
  const visit = (part: WaveDocument, margin: number, used: number): string => {
    if (part.kind === "leaf") return part.text;
    if (part.kind === "block") return part.lines(margin);
    const line = flatten(part, width - margin - used, false);
    if (line.isWhole) return line.text;
    if (part.hugs) {
      const [item] = part.items();
      return part.open + (item ? visit(item.document, margin, used + part.open.length) : "") + part.close;
    }
    const inner = margin + indent;
    const lines = Array.from(part.items(), ({ prefix, document: item }) => {
      return `${" ".repeat(inner)}${prefix}${visit(item, inner, prefix.length + 1)},\n`;
    });
    return `${part.open}\n${lines.join("")}${" ".repeat(margin)}${part.close}`;
  };
  return visit(document, 0, 0);
}

/** `text` shortened to `length` code units with `…` at its end, without splitting a surrogate pair. */
function cut(text: string, length: number): string {
  const end = Math.max(length - 1, 0);
  const splits = /[\uD800-\uDBFF]/.test(text[end - 1] ?? "");
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}
