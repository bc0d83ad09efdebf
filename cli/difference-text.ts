// The difference of two worlds as text, like a changelog: what came, what went, what changed, and the verdict last.

import { describeDiagnostic } from "../core/base/wording.ts";
import { type ExternChange, type ItemChange, versionStep, type WorldDifference } from "../core/diff/diff-worlds.ts";
import { pathLabel } from "../core/wit/compare.ts";
import { counted } from "./counted.ts";
import { type Style, styled } from "./terminal.ts";

export interface Compared {
  readonly before: string;
  readonly after: string;
}

const TITLES = { added: "Added", removed: "Removed", changed: "Changed" } as const;

/** The text for standard output. */
export function differenceText(difference: WorldDifference, { before, after }: Compared): string {
  const lines: string[] = [`${strong(before)} → ${strong(after)}`];
  for (const direction of ["import", "export"] as const) {
    for (const kind of ["added", "removed", "changed"] as const) {
      const changes = difference.changes.filter((change) => change.direction === direction && change.kind === kind);
      if (changes.length === 0) continue;
      lines.push("", strong(`${TITLES[kind]} ${direction}s`), ...changes.flatMap(changeLines));
    }
  }
  const { imports, exports } = difference.unchanged;
  lines.push("", `Unchanged: ${counted(imports, "import")}, ${counted(exports, "export")}`, "");
  return [...lines, ...verdict(difference, { before, after })].join("\n");
}

function verdict({ problems, changes }: WorldDifference, { before, after }: Compared): readonly string[] {
  if (changes.length === 0) return [`${after} has the world of ${before}: either may replace the other.`];
  if (problems.length === 0)
    return [`${styled(`${after} may replace ${before}`, "added", "stdout")}: it imports no more and exports no less.`];
  const reasons = problems.flatMap((problem) => {
    const { code, message, help } = describeDiagnostic(problem);
    return [`  ${styled(code, "error", "stdout")}: ${message}`, ...(help === null ? [] : [`    ${dim(help)}`])];
  });
  return [`${styled(`${after} may not replace ${before}`, "error", "stdout")}:`, ...reasons];
}

function changeLines({ kind, before, after, items }: ExternChange): readonly string[] {
  const name =
    before !== null && after !== null && before !== after
      ? `${before} → ${after}${step(before, after)}`
      : (after ?? before ?? "");
  const single = items.length === 1 && items[0]!.name === (after ?? before);
  const heading = `  ${mark(kind)} ${name}`;
  return single && kind !== "changed" ? [heading] : [heading, ...items.flatMap((item) => itemLines(item, kind))];
}

function step(before: string, after: string): string {
  const order = versionStep(before, after);
  if (order === null || order === 0) return "";
  return order < 0 ? " (newer)" : " (older)";
}

/** One line for what came or went whole; all lines of what changed, marked. */
function itemLines({ kind, name, signature, lines }: ItemChange, of: ExternChange["kind"]): readonly string[] {
  if (kind !== "changed") return [`      ${of === "changed" ? mark(kind) : " "} ${signature}`];
  return [
    `      ${mark("changed")} ${pathLabel(name)}`,
    ...lines.map(({ mark: sign, text }) => {
      const line = `          ${sign} ${text}`;
      return sign === " " ? line : styled(line, sign === "+" ? "added" : "removed", "stdout");
    }),
  ];
}

const MARKS: Readonly<Record<ItemChange["kind"], readonly [string, Style]>> = {
  added: ["+", "added"],
  removed: ["-", "removed"],
  changed: ["~", "warning"],
};

function mark(kind: ItemChange["kind"]): string {
  const [sign, style] = MARKS[kind];
  return styled(sign, style, "stdout");
}

function strong(text: string): string {
  return styled(text, "strong", "stdout");
}

function dim(text: string): string {
  return styled(text, "dim", "stdout");
}
