// A case is a folder under fixtures/cases/<area>, named for its point. What it holds says how it is run:
// a composition, a component, a pair that may fit, or a project. What must come of it stands beside, compared whole.
// UPDATE=1 writes what came of it instead; read the difference before you keep it.

import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type CaseRunner, EXPECTATIONS, readText } from "./cases/case-folder.ts";
import { runCompositionCase } from "./cases/composition-case.ts";
import { runFitCase } from "./cases/fit-case.ts";
import { runProjectCase } from "./cases/project-case.ts";
import { runReadingCase } from "./cases/reading-case.ts";

const ROOT = fileURLToPath(new URL("fixtures/cases/", import.meta.url));
const UPDATE = process.env["UPDATE"] !== undefined;

/** The runner of a case, by an input that only such cases have. */
const RUNNERS: readonly { readonly input: RegExp; readonly run: CaseRunner }[] = [
  { input: /^composition\.wac$/, run: runCompositionCase },
  { input: /^component\.(wit|wat|hex)$/, run: runReadingCase },
  { input: /^needed\.(wit|wat)$/, run: runFitCase },
  { input: /^project(\.hex)?$/, run: runProjectCase },
];

for (const area of readdirSync(ROOT)) {
  describe(area, () => {
    for (const name of readdirSync(ROOT + area)) it(name, () => check(`${ROOT}${area}/${name}/`));
  });
}

async function check(folder: string): Promise<void> {
  const runner = RUNNERS.find(({ input }) => readdirSync(folder).some((file) => input.test(file)));
  if (!runner) throw new Error(`no input in ${folder}`);
  const outcome = await runner.run(folder);
  for (const file of EXPECTATIONS) {
    const text = outcome[file] ?? null;
    if (UPDATE && text !== null) writeFileSync(folder + file, text);
    else if (UPDATE && existsSync(folder + file)) rmSync(folder + file);
    expect(text, file).toBe(readText(folder + file));
  }
}
