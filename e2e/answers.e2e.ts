// Every answer that Wasmtime gave for the sample applications, asked of the page.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { NOT_ISOLATED } from "./playwright.config.ts";
import { Workbench } from "./workbench.ts";

const SAMPLES = "public/samples";

interface CallAnswer {
  readonly interface: string;
  readonly function: string;
  readonly arguments: readonly string[];
  readonly result: string;
}

interface CommandAnswer {
  readonly command: { readonly args: readonly string[] };
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  readonly writes: Readonly<Record<string, string>>;
}

type Answer = CallAnswer | CommandAnswer | { readonly request: unknown };

function answersOf(sample: string): readonly Answer[] {
  return JSON.parse(readFileSync(join(SAMPLES, sample, "answers.json"), "utf8")) as readonly Answer[];
}

async function checkCall(workbench: Workbench, { interface: of, function: name, arguments: args, result }: CallAnswer) {
  const { composition } = await workbench.snapshot();
  const instance = composition!.exports.find((exported) => exported.name === of)!.instance;
  // Wasmtime answers each call with fresh instances.
  await workbench.execute("run.stop");
  await workbench.execute("run.call", { instance, interface: of, function: name, arguments: `(${args.join(", ")})` });
  const [call] = (await workbench.snapshot()).calls;
  expect.soft(call?.outcome, `${name}(${args.join(", ")})`).toEqual({ kind: "returned", value: result });
}

async function checkCommand(workbench: Workbench, { command, stdout, stderr, exit, writes }: CommandAnswer) {
  const { composition } = await workbench.snapshot();
  const exported = composition!.exports.find(({ name }) => name.startsWith("wasi:cli/run@"))!;
  const call = { instance: exported.instance, interface: exported.export, function: "run" };
  await workbench.execute("console.clear");
  await workbench.execute("run.call", { ...call, arguments: command.args.join(" ") });
  const snapshot = await workbench.snapshot();
  const printed = (stream: string): string =>
    snapshot.console.flatMap((line) => (line.stream === stream ? [`${line.text}\n`] : [])).join("");
  const label = `run ${command.args.join(" ")}`;
  expect.soft([printed("stdout"), printed("stderr")], label).toEqual([stdout, stderr]);
  expect.soft(snapshot.calls[0]?.outcome, label).toEqual({ kind: "returned", value: `Exited with status ${exit}` });
  const hash = (path: string): string =>
    createHash("sha256")
      .update(readFileSync(join(SAMPLES, "image-pipeline", path)))
      .digest("hex");
  for (const [path, expected] of Object.entries(writes)) {
    expect.soft(snapshot.folder.find((file) => file.path === path)?.sha256, path).toBe(hash(expected));
  }
}

for (const [title, origin] of [
  ["isolated", ""],
  ["not isolated", NOT_ISOLATED],
] as const) {
  for (const sample of ["greeting", "image-pipeline", "orders"]) {
    test(`${sample} gives Wasmtime’s answers, ${title}`, async ({ page }) => {
      const workbench = await Workbench.open(page, `${origin}/`);
      await workbench.execute("sample.open", { id: sample });
      const answers = answersOf(sample).filter((answer) => !("request" in answer));
      expect(answers.length).toBeGreaterThan(0);
      for (const answer of answers) {
        if ("command" in answer) await checkCommand(workbench, answer);
        else await checkCall(workbench, answer as CallAnswer);
      }
    });
  }
}
