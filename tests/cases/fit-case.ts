// Two components, `needed` and `offered`, each as `.wit` or `.wat`.
// Expected: `verdicts.txt`, for each import of the one whether each export of the other fits, and if not, why.

import { describeMismatch, helpWithMismatch } from "../../core/base/describe-mismatch.ts";
import { misfitLines } from "../../core/graph/explain-misfit.ts";
import { fitOf, type NamedExtern } from "../../core/graph/fit.ts";
import { type Component, readComponent } from "../../core/wit/read.ts";
import { componentBytes, type Outcome } from "./case-folder.ts";

export async function runFitCase(folder: string): Promise<Outcome> {
  const [needed, offered] = [await read(`${folder}needed`), await read(`${folder}offered`)];
  const lines: string[] = [];
  for (const [name, extern] of needed.type.imports) {
    lines.push(`import ${name}`);
    for (const [other, offer] of offered.type.exports) {
      lines.push(...verdict({ name: other, extern: offer }, { name, extern }).map((line) => `  ${line}`.trimEnd()));
    }
  }
  return { "verdicts.txt": `${lines.join("\n")}\n` };
}

async function read(path: string): Promise<Component> {
  const result = readComponent((await componentBytes(path))!);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function verdict(offered: NamedExtern, needed: NamedExtern): string[] {
  const fit = fitOf(offered, needed);
  if (fit.kind === "exact") return [`${offered.name}: exact`];
  if (fit.kind === "compatible") return [`${offered.name}: compatible, ${fit.notes.join(", ")}`];
  const difference = misfitLines(offered, needed, fit.mismatch).map(({ mark, text }) => `    ${mark} ${text}`);
  const help = helpWithMismatch(fit.mismatch);
  const advice = help === null ? [] : [`  ${help}`];
  return [`${offered.name}: unfit, ${describeMismatch(fit.mismatch)}`, ...advice, ...difference];
}
