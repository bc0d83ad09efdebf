// Why an export doesn't fit an import, as a difference of WIT lines: what is needed (-) against what is offered (+).

import type { Mismatch } from "../base/mismatch.ts";
import { pathLabel } from "../wit/compare.ts";
import { printCase, printFunction, printType } from "../wit/print-type.ts";
import { type Extern, peel } from "../wit/types.ts";
import type { NamedExtern } from "./fit.ts";

export interface DifferenceLine {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

/** The lines of the item in which the first difference lies; empty where the difference is not within one item. */
export function misfitLines(offered: NamedExtern, needed: NamedExtern, mismatch: Mismatch): readonly DifferenceLine[] {
  const { path, difference } = mismatch;
  if (path.length === 0 && difference.kind === "member-missing") {
    const item = itemNamed(needed.extern, difference.name);
    return item ? linesOf(item.name, item.extern).map((text) => ({ mark: "-", text })) : [];
  }
  const [label] = path;
  const expected = ownItem(needed) ?? (label === undefined ? null : itemNamed(needed.extern, label));
  const found = ownItem(offered) ?? (label === undefined ? null : itemNamed(offered.extern, label));
  if (!expected || !found) return [];
  return compareLines(linesOf(expected.name, expected.extern), linesOf(found.name, found.extern));
}

/** A function that is imported or exported by itself. */
function ownItem({ name, extern }: NamedExtern): NamedExtern | null {
  return extern.kind === "function" ? { name, extern } : null;
}

/** The item of an interface that a mismatch's path begins with. */
function itemNamed(extern: Extern, label: string): NamedExtern | null {
  if (extern.kind !== "instance") return null;
  for (const [name, item] of extern.type.exports) {
    if (pathLabel(name) === label || name === label) return { name, extern: item };
  }
  return null;
}

/** A function or type with each parameter, field or case on a line of its own. */
export function linesOf(name: string, extern: Extern): readonly string[] {
  const label = pathLabel(name);
  if (extern.kind === "function") {
    const { parameters, result, async: isAsync } = extern.type;
    const body = parameters.map((parameter) => `  ${parameter.name}: ${handleText(parameter.type)}`);
    return [`${label}: ${isAsync ? "async " : ""}func`, ...body, ...(result ? [`  -> ${printType(result)}`] : [])];
  }
  if (extern.kind !== "type") return [label];
  const type = peel(extern.type);
  switch (type.kind) {
    case "record":
      return [`record ${label}`, ...type.fields.map((field) => `  ${field.name}: ${handleText(field.type)}`)];
    case "variant":
      return [`variant ${label}`, ...type.cases.map((c) => `  ${printCase(c.name, c.type)}`)];
    case "flags":
    case "enum":
      return [`${type.kind} ${label}`, ...type.labels.map((member) => `  ${member}`)];
    case "function":
      return [`${label}: ${printFunction(type)}`];
    case "resource":
      return [`resource ${label}`];
    default:
      return [`type ${label} = ${printType(type)}`];
  }
}

function handleText(type: Parameters<typeof printType>[0]): string {
  return type?.kind === "own" ? `own<${printType(type.resource)}>` : printType(type);
}

/** Lines of both, those in common once: the longest common subsequence keeps the order. */
export function compareLines(expected: readonly string[], found: readonly string[]): readonly DifferenceLine[] {
  const lengths = commonLengths(expected, found);
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < expected.length || j < found.length) {
    if (i < expected.length && j < found.length && expected[i] === found[j]) {
      lines.push({ mark: " ", text: expected[i]! });
      i += 1;
      j += 1;
    } else if (j >= found.length || (i < expected.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      lines.push({ mark: "-", text: expected[i]! });
      i += 1;
    } else {
      lines.push({ mark: "+", text: found[j]! });
      j += 1;
    }
  }
  return lines;
}

function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}
