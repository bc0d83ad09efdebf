// The conformance programs of `samples/conformance`: in a run they do what they did in Wasmtime.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CONTROL_WORDS } from "../control/control-buffer.ts";
import { pipedInput, RunInput } from "../input/input-pipe.ts";
import { planned, type PlannedRun, started, TestRun } from "./run.fixtures.ts";
import {
  filesIn,
  type RecordedCommand,
  type RecordedRequest,
  TRAPPED,
  treeFor,
} from "../../testbed/recorded-answers.ts";
import type { Grants } from "../wasi/grants.ts";

const FOLDER = new URL("../../../samples/conformance/", import.meta.url);
const encoder = new TextEncoder();

const programsOf = (kind: string): string[] =>
  readdirSync(new URL("built/", FOLDER)).filter((name) => name.startsWith(`${kind}-`));

function recorded<T>(kind: string): T[] {
  return JSON.parse(readFileSync(new URL(`expected/${kind}.json`, FOLDER), "utf8")) as T[];
}

const component = (program: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`built/${program}`, FOLDER)));

function grantsFor({ asked }: RecordedCommand): Grants {
  return {
    arguments: ["program", ...asked.arguments],
    environment: asked.environment ?? [],
    stdin: encoder.encode(asked.stdin ?? ""),
    stdout: true,
    stderr: true,
    terminal: false,
    preopens: [{ path: "/", tree: "files", folder: asked.root ?? "", access: "read-write" }],
    clocks: true,
    random: true,
    sockets: true,
  };
}

const KINDS = ["cli", "sockets", "terminal", "escape"];

describe.each(KINDS.flatMap((kind) => programsOf(kind).map((program) => [program, kind] as const)))(
  "%s",
  (program, kind) => {
    let base: Promise<PlannedRun> | undefined;

    it.each(recorded<RecordedCommand>(kind))("$asked", async (one) => {
      base ??= planned({ components: { program: component(program) }, trees: { files: [] } });
      const { plan, components } = await base;
      const grants = new Map([["program", grantsFor(one)]]);
      const trees = new Map([["files", treeFor(one.asked)]]);
      const run = new TestRun({ plan: { ...plan, grants, trees }, components });
      expect(await run.start()).toBeNull();
      const { exit } = one.answer;
      expect(run.session.command("program")).toMatchObject(
        exit === TRAPPED ? { kind: "trapped" } : { kind: "exited", code: exit },
      );
      expect(run.output["program stdout"] ?? "").toBe(one.answer.stdout);
      expect(run.output["program stderr"] ?? "").toBe(one.answer.stderr);
      expect(filesIn(run.session.files("files")!)).toEqual(one.answer.files);
    });
  },
);

describe.each(programsOf("terminal"))("%s, with input that is written while it runs", (program) => {
  let base: Promise<PlannedRun> | undefined;

  it.each(recorded<RecordedCommand>("terminal"))("$asked.arguments", async (one) => {
    base ??= planned({ components: { program: component(program) }, trees: { files: [] } });
    const { plan, components } = await base;
    const grants = new Map([["program", { ...grantsFor(one), stdin: "live" } as const]]);
    const input = new RunInput(new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * 4)));
    for (const byte of encoder.encode(one.asked.stdin)) void input.write(new Uint8Array([byte]));
    await input.end();
    const run = new TestRun({ plan: { ...plan, grants }, components }, { input: pipedInput(input.line, null) });
    expect(await run.start()).toBeNull();
    expect(run.session.command("program")).toEqual({ kind: "exited", code: one.answer.exit });
    expect(withoutCuts(run.output["program stdout"] ?? "")).toBe(withoutCuts(one.answer.stdout));
    expect(run.output["program stderr"] ?? "").toBe(one.answer.stderr);
  });
});

/** Where input comes byte by byte, so does what a program says of each read. */
function withoutCuts(output: string): string {
  return output.replaceAll("read ", "");
}

describe.each(programsOf("http"))("%s", (program) => {
  let run: Promise<TestRun> | undefined;

  it.each(recorded<RecordedRequest>("http"))("$asked.method $asked.path", async ({ asked, answer }) => {
    run ??= started({ components: { program: component(program) } });
    const { end, status, body } = await (await run).serve("program", asked);
    // Where a handler leaves no answer a server says 500; here it is told why.
    if (answer.status === 500)
      expect([end.kind, status]).toEqual([asked.path === "/trap" ? "trapped" : "failed", null]);
    else expect([status, body]).toEqual([answer.status, answer.body]);
  });

  it("is spared headers that are too large, and goes on", async () => {
    run ??= started({ components: { program: component(program) } });
    const headers = { "x-large": "x".repeat(200_000) };
    const { end } = await (await run).serve("program", { method: "GET", path: "/", headers, instances: "shared" });
    expect(end).toMatchObject({ kind: "failed", code: { tag: "HTTP-request-header-section-size" } });
    const { status } = await (await run).serve("program", { method: "GET", path: "/", instances: "shared" });
    expect(status).toBe(404);
  });

  it("sends trailers, and answers by instances that remember", async () => {
    run ??= started({ components: { program: component(program) } });
    const { frames } = await (await run).serve("program", { method: "GET", path: "/trailers", instances: "shared" });
    expect(frames.map(({ kind }) => kind)).toEqual(["head", "data", "end"]);
    expect(frames.at(-1)).toEqual({ kind: "end", trailers: [["x-after", encoder.encode("all")]] });
  });
});
