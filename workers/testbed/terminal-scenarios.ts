// Programs that are typed to while they run, in the page.

import type { Grants } from "../run/wasi/grants.ts";
import { bytesAt, expectedOf, grantsFor, programsOf } from "./conformance.ts";
import type { RecordedCommand } from "./recorded-answers.ts";
import { delay, expectSame, expectTrue, prepare, startReady, waitMode } from "./testbed-run.ts";

type Demo = ReturnType<typeof startReady>;

const encoder = new TextEncoder();

/** A run of the program with live input, called with one argument; what its `run` comes to is still to come. */
async function talk(argument: string, grants: Partial<Grants> = {}) {
  const [[, url] = []] = programsOf("terminal");
  const ready = await prepare({ components: { program: await bytesAt(url!) }, trees: { files: [] } });
  const given = { ...grantsFor({ asked: { arguments: [argument] } }), stdin: "live", ...grants } as const;
  const demo = startReady({ ...ready, plan: { ...ready.plan, grants: new Map([["program", given]]) } });
  return { demo, input: demo.run.input!, ended: demo.run.command("program") };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const startMs = performance.now();
  while (!condition()) {
    expectTrue(performance.now() - startMs < 20_000, `${what} comes`);
    await delay(4);
  }
}

const stdoutOf = (demo: Demo): string => demo.output("program").replaceAll("tick\n", "");

function hashOf(text: string): string {
  let hash = 2166136261;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 16777619);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Where nothing reaches a run that waits there is no live input, and a program that reads it is told so. */
async function isOutOfReach(): Promise<boolean> {
  if (waitMode !== "asleep") return false;
  const { demo, ended } = await talk("count");
  expectSame(demo.run.input, null);
  expectSame((await ended).kind, "exited");
  return true;
}

export const terminalScenarios = {
  async "typed byte by byte, and ended"() {
    if (await isOutOfReach()) return;
    const [{ asked, answer }] = (await expectedOf("terminal")) as readonly [RecordedCommand];
    const { demo, input, ended } = await talk("ask");
    for (const line of asked.stdin!.split(/(?<=\n)/)) {
      await until(() => demo.output("program").endsWith("Your name? "), "a question");
      for (const byte of encoder.encode(line)) await input.write(new Uint8Array([byte]));
    }
    await input.end();
    expectSame(await ended, { kind: "exited", code: answer.exit });
    expectSame(demo.output("program"), answer.stdout);
  },

  async "a line and a clock are waited for at once"() {
    if (await isOutOfReach()) return;
    const { demo, input, ended } = await talk("poll");
    await until(() => demo.output("program").split("tick").length > 2, "a tick");
    await input.write(encoder.encode("one\n"));
    await until(() => stdoutOf(demo) === "read one\n", "an answer");
    const ticks = demo.output("program").length;
    await until(() => demo.output("program").length > ticks, "another tick");
    await input.end();
    expectSame(await ended, { kind: "exited", code: 0 });
    expectSame(stdoutOf(demo), "read one\nend\n");
  },

  async "a read that waits is stopped"() {
    if (await isOutOfReach()) return;
    const { demo, input, ended } = await talk("ask");
    await until(() => demo.output("program") === "Your name? ", "a question");
    const startMs = performance.now();
    demo.run.stop();
    expectSame(await ended, { kind: "stopped" });
    await demo.run.finished;
    const finishedMs = performance.now() - startMs;
    expectSame(await input.write(encoder.encode("x")), false);
    return { finishedMs };
  },

  async "a megabyte that is pasted arrives whole"() {
    if (await isOutOfReach()) return;
    const { demo, input, ended } = await talk("count");
    const text = "drei – 三 👩‍💻\n".repeat(60_000);
    const startMs = performance.now();
    void input.write(encoder.encode(text));
    const heldUpMs = performance.now() - startMs;
    void input.end();
    expectSame(await ended, { kind: "exited", code: 0 });
    const length = encoder.encode(text).length;
    expectSame(demo.output("program"), `${length} bytes, ${hashOf(text)}\n`);
    return { length, heldUpMs, ms: performance.now() - startMs };
  },

  async "a terminal is one where it is granted"() {
    if (await isOutOfReach()) return;
    const { demo, ended } = await talk("terminals", { terminal: true });
    expectSame((await ended).kind, "exited");
    expectSame(demo.output("program"), "1 1 1\n");
  },
};
