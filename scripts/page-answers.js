// The recorded answers of a sample application, asked of the page.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const SAMPLES = "public/samples";

/**
 * Opens sample `id` in `page`, which shows the workbench, and puts every recorded call and command to it, each to a run
 * of its own as Wasmtime does, in debug or in release. Yields what was asked, what is recorded and what the page answers.
 */
export async function* pageAnswers(page, id, mode = "debug") {
  const workbench = scripting(page);
  await workbench.execute("sample.open", { id });
  await workbench.execute("grants.give-all");
  await workbench.execute(`run.${mode}`);
  for (const answer of JSON.parse(readFileSync(join(SAMPLES, id, "answers.json"), "utf8"))) {
    if (answer.command) yield await askCommand(workbench, id, answer);
    else if (answer.function) yield await askCall(workbench, answer);
    else yield await askRequest(workbench, answer);
  }
}

function scripting(page) {
  const idle = async () => {
    await page.waitForFunction(() => globalThis.__witloom !== undefined);
    await page.evaluate(() => globalThis.__witloom.whenIdle());
  };
  return {
    async execute(command, args) {
      await idle();
      await page.evaluate(([name, given]) => globalThis.__witloom.execute(name, given), [command, args]);
      await idle();
    },
    snapshot: () => page.evaluate(() => globalThis.__witloom.snapshot()),
  };
}

async function askCall(workbench, { call, interface: name, function: called, arguments: args, result }) {
  const { composition } = await workbench.snapshot();
  const { instance, export: exported } = composition.exports.find((item) => item.name === name);
  await workbench.execute("run.stop");
  const target = { instance, interface: exported, function: called };
  await workbench.execute("run.call", { ...target, arguments: `(${args.join(", ")})` });
  const { outcome } = (await workbench.snapshot()).calls[0];
  return {
    asked: call,
    expected: result,
    found: outcome.kind === "returned" ? outcome.value : JSON.stringify(outcome),
  };
}

async function askRequest(workbench, { request, response }) {
  const { composition } = await workbench.snapshot();
  const { instance } = composition.exports.find(({ name }) => name.startsWith("wasi:http/incoming-handler@"));
  await workbench.execute("run.request", { instance, ...request, instances: "each" });
  const { answers, calls } = await workbench.snapshot();
  const [answer] = answers;
  return {
    asked: `${request.method} ${request.path}`,
    expected: response,
    found: answer ? { status: answer.status, body: answer.body } : calls[0].outcome,
  };
}

async function askCommand(workbench, id, { command, stdout, stderr, exit, writes }) {
  const { composition } = await workbench.snapshot();
  const { instance, export: exported } = composition.exports.find(({ name }) => name.startsWith("wasi:cli/run@"));
  await workbench.execute("console.clear");
  const target = { instance, interface: exported, function: "run" };
  await workbench.execute("run.call", { ...target, arguments: command.args.join(" ") });
  const { calls, console: lines, folder } = await workbench.snapshot();
  const printed = (stream) => lines.flatMap((line) => (line.stream === stream ? [`${line.text}\n`] : [])).join("");
  const fileHash = (path) => folder.find((file) => file.path === path)?.sha256;
  const recordedHash = (path) =>
    createHash("sha256")
      .update(readFileSync(join(SAMPLES, id, path)))
      .digest("hex");
  const files = Object.keys(writes);
  return {
    asked: `run ${command.args.join(" ")}`.trim(),
    expected: { stdout, stderr, outcome: `Exited with status ${exit}`, files: Object.values(writes).map(recordedHash) },
    found: {
      stdout: printed("stdout"),
      stderr: printed("stderr"),
      outcome: calls[0].outcome.value ?? JSON.stringify(calls[0].outcome),
      files: files.map(fileHash),
    },
  };
}
