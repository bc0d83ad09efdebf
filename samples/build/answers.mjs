// Recorded answers against what Wasmtime says now, counted and told one by one.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OUTPUT } from "./paths.mjs";
import { callText, invoke, runCommand, withServer } from "./wasmtime.mjs";

/** Counts checks and prints those that fail. */
export class Checks {
  passed = 0;
  failed = 0;

  /** Counts one check; `run` returns nothing, or what is wrong, or throws. */
  async check(name, run) {
    const problem = await Promise.resolve()
      .then(run)
      .catch((error) => error.message);
    if (problem === undefined) this.passed += 1;
    else {
      this.failed += 1;
      console.error(`FAILED ${name}\n  ${problem}`);
    }
  }

  /** Says how it went; the exit status to end with. */
  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}

/** Undefined, or how `found` differs from `expected`. */
export const differing = (found, expected) =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? undefined
    : `expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(found)}`;

const digest = (bytes) => (bytes === undefined ? "no file" : createHash("sha256").update(bytes).digest("hex"));

/** Every recorded answer of `app`, put to Wasmtime with `component`. */
export async function checkAnswers(checks, app, component) {
  const folder = join(OUTPUT, app);
  const answers = JSON.parse(readFileSync(join(folder, "answers.json"), "utf8"));
  for (const answer of answers.filter(({ call }) => call)) {
    await checks.check(`${app}: ${answer.call}`, () =>
      differing([callText(answer), invoke(component, answer.call)], [answer.call, answer.result]),
    );
  }
  for (const { command, writes, ...told } of answers.filter((answer) => answer.command)) {
    await checks.check(`${app}: ${command.args.join(" ") || "without arguments"}`, () => {
      const { files, ...found } = runCommand(
        component,
        command.args,
        join(folder, command.preopen),
        Object.keys(writes),
      );
      const expected = Object.values(writes).map((path) => readFileSync(join(folder, path)));
      return differing({ ...found, files: files.map(digest) }, { ...told, files: expected.map(digest) });
    });
  }
  const requests = answers.filter(({ request }) => request);
  if (requests.length === 0) return;
  await withServer(component, async (ask) => {
    for (const { request, response } of requests) {
      await checks.check(`${app}: ${request.method} ${request.path}`, async () => differing(await ask(request), response));
    }
  });
}
