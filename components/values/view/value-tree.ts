// A value and its type → a tree of rows, made as it is opened. A long list is folded into ranges of a hundred, and
// those again, so that no level ever has more than a hundred rows.

import { unreachable } from "../../../core/base/assert.ts";
import { printWave } from "../../../core/values/print-wave.ts";
import type { WitValue } from "../../../core/values/value.ts";
import {
  expectArray,
  expectEntries,
  expectOption,
  expectRecord,
  expectResult,
  expectVariant,
  isByteType,
} from "../../../core/values/value-shapes.ts";
import { peelValue, type ValueType } from "../../../core/wit/types.ts";

export type ValueNode = PartNode | RangeNode;

export interface PartNode {
  readonly kind: "part";
  /** Unique in its tree: the way from the root. */
  readonly id: string;
  /** A WIT name, an index or a key; empty for the root. */
  readonly name: string;
  readonly isIndex: boolean;
  readonly value: WitValue;
  readonly type: ValueType;
  readonly content: NodeContent;
}

export interface RangeNode {
  readonly kind: "range";
  readonly id: string;
  /** `100 … 199`. */
  readonly name: string;
  readonly children: () => readonly ValueNode[];
}

/** What a row has when it is opened. */
export type NodeContent =
  | { readonly kind: "leaf" }
  | { readonly kind: "children"; readonly children: () => readonly ValueNode[] }
  /** A string that is too long for a row or has several lines. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

const LEAF: NodeContent = { kind: "leaf" };

/** Rows of one level. */
export const MAX_ROWS = 100;

/** UTF-16 code units of a string that still is one row. */
const MAX_LINE = 60;

/** The row of `value`, which must be a `type`. */
export function valueNode(value: WitValue, type: ValueType, name = "", id = "", isIndex = false): PartNode {
  return { kind: "part", id, name, isIndex, value, type, content: contentOf(value, type, id) };
}

function contentOf(value: WitValue, type: ValueType, id: string): NodeContent {
  const structure = peelValue(type);
  const one = (name: string, inner: WitValue, innerType: ValueType): NodeContent => ({
    kind: "children",
    children: () => [valueNode(inner, innerType, name, `${id}.${name}`)],
  });
  switch (structure.kind) {
    case "primitive":
      return typeof value === "string" && (value.length > MAX_LINE || value.includes("\n"))
        ? { kind: "text", text: value }
        : LEAF;
    case "record": {
      const record = expectRecord(value);
      return several(structure.fields.length, id, (i) => {
        const field = structure.fields[i]!;
        return valueNode(record[field.name]!, field.type, field.name, `${id}.${field.name}`);
      });
    }
    case "tuple": {
      const parts = expectArray(value);
      return several(parts.length, id, (i) => element(parts[i]!, structure.elements[i]!, i, id));
    }
    case "list": {
      if (isByteType(structure.element))
        return (value as Uint8Array).length === 0 ? LEAF : { kind: "bytes", bytes: value as Uint8Array };
      const items = expectArray(value);
      return several(items.length, id, (i) => element(items[i]!, structure.element, i, id));
    }
    case "map": {
      const entries = expectEntries(value);
      return several(entries.length, id, (i) => {
        const [key, item] = entries[i]!;
        return valueNode(item, structure.value, printWave(key, structure.key, { maxLength: MAX_LINE }), `${id}[${i}]`);
      });
    }
    case "variant": {
      const variant = expectVariant(value);
      const payload = structure.cases.find((c) => c.name === variant.case)?.type;
      return payload ? one(variant.case, variant.value!, payload) : LEAF;
    }
    case "option": {
      const { some } = expectOption(value);
      return some === undefined ? LEAF : inside(contentOf(some, structure.element, id), some, structure.element, id);
    }
    case "result": {
      const { side, payload } = expectResult(value);
      const inner = side === "ok" ? structure.ok : structure.error;
      return inner ? one(side === "ok" ? "ok" : "err", payload, inner) : LEAF;
    }
    case "flags":
    case "enum":
    case "own":
    case "borrow":
    case "stream":
    case "future":
    case "unknown":
      return LEAF;
    default:
      return unreachable(structure);
  }
}

/** What a `some` opens to: what its payload does, or nothing where the payload is a leaf and stands in the row. */
function inside(content: NodeContent, some: WitValue, type: ValueType, id: string): NodeContent {
  const isNested = peelValue(type).kind === "option" && some !== null;
  return isNested && content.kind !== "leaf"
    ? { kind: "children", children: () => [valueNode(some, type, "some", `${id}.some`)] }
    : content;
}

function element(value: WitValue, type: ValueType, index: number, id: string): PartNode {
  return valueNode(value, type, String(index), `${id}[${index}]`, true);
}

function several(count: number, id: string, part: (index: number) => ValueNode): NodeContent {
  return count === 0 ? LEAF : { kind: "children", children: () => range(0, count, id, part) };
}

/** Rows `from` to `to`, or the ranges that they are folded into. */
function range(from: number, to: number, id: string, part: (index: number) => ValueNode): readonly ValueNode[] {
  const count = to - from;
  if (count <= MAX_ROWS) return Array.from({ length: count }, (_, i) => part(from + i));
  let size = MAX_ROWS;
  while (count / size > MAX_ROWS) size *= MAX_ROWS;
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => {
    const start = from + i * size;
    const end = Math.min(start + size, to);
    const name = `${start} … ${end - 1}`;
    return { kind: "range", id: `${id}[${name}]`, name, children: () => range(start, end, id, part) };
  });
}

/** A row of the tree as it is open now. */
export interface VisibleRow {
  readonly node: ValueNode;
  readonly depth: number;
  readonly isOpen: boolean;
  readonly canOpen: boolean;
  /** The place of the row around it, or -1. */
  readonly parent: number;
}

/** Every row below `root` that can be seen when the nodes of `open` are open, from the top. */
export function visibleRows(root: ValueNode, open: ReadonlySet<string>): readonly VisibleRow[] {
  const rows: VisibleRow[] = [];
  const visit = (node: ValueNode, depth: number, parent: number): void => {
    const canOpen = node.kind === "range" || node.content.kind !== "leaf";
    const isOpen = canOpen && open.has(node.id);
    const place = rows.push({ node, depth, isOpen, canOpen, parent }) - 1;
    if (isOpen) for (const child of childrenOf(node)) visit(child, depth + 1, place);
  };
  for (const child of childrenOf(root)) visit(child, 0, -1);
  return rows;
}

function childrenOf(node: ValueNode): readonly ValueNode[] {
  if (node.kind === "range") return node.children();
  return node.content.kind === "children" ? node.content.children() : [];
}
