// A scenario in a run that answers as it is told.

import { describe, expect, it } from "vitest";
import { fail, ok } from "../../core/base/result.ts";
import type { CommandStep, Scenario, ScenarioStep } from "../../core/scenarios/scenario.ts";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import { t } from "../../core/values/values.fixtures.ts";
import type { FunctionType, ValueType } from "../../core/wit/types.ts";
import type { HttpOutcome } from "../../workers/run/http/exchange.ts";
import type { CallOutcome, CallRequest } from "../../workers/run/session/calls.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import { runScenario, type ScenarioHost, type ScenarioRun } from "./run-scenario.ts";

const HANDLE: ResourceHandle = { kind: "resource", typeName: "order", id: 1, label: "order #1" };

function functionType(parameters: readonly ValueType[], result: ValueType | null): FunctionType {
  return { kind: "function", async: false, parameters: parameters.map((type, i) => ({ name: `p${i}`, type })), result };
}

const TYPES: Readonly<Record<string, FunctionType>> = {
  answer: functionType([], t.u32),
  open: functionType([], t.own("order")),
  take: functionType([t.own("order")], null),
};

const returned = (value: WitValue): CallOutcome => ({ kind: "returned", value, durationMs: 1 });
const TRAPPED: CallOutcome = {
  kind: "trapped",
  report: { kind: "trap", message: "unreachable", instance: "app", calls: [], frames: [] },
};

interface Told {
  readonly calls?: readonly CallOutcome[];
  readonly command?: CallOutcome;
  readonly http?: HttpOutcome;
  readonly events?: readonly RunEvent[];
}

/** A host whose run gives these answers, and what it was asked. */
function hostThat({ calls = [], command, http, events = [] }: Told) {
  const asked: CallRequest[] = [];
  const state = { stopped: 0, started: 0, command: null as CommandStep | null };
  let onStop = (): void => undefined;
  const run: ScenarioRun = {
    ready: Promise.resolve(null),
    call: (request) => {
      asked.push(request);
      const answer = calls[asked.length - 1];
      return answer ? Promise.resolve(answer) : new Promise((resolve) => (onStop = () => resolve({ kind: "stopped" })));
    },
    command: () => Promise.resolve(command!),
    drop: () => Promise.resolve(returned(null)),
    serveHttp: () => Promise.resolve(http!),
    stop: () => {
      state.stopped += 1;
      onStop();
    },
  };
  const host: ScenarioHost = {
    start: (given, _, onEvents) => {
      state.started += 1;
      state.command = given;
      onEvents(events);
      return Promise.resolve(ok(run));
    },
    typeOf: (step) => (step.kind === "call" ? (TYPES[step.function] ?? null) : functionType([], null)),
  };
  return { host, asked, state };
}

function call(name: string, args: string, wave?: string): ScenarioStep {
  const expected = wave === undefined ? ({ kind: "anything" } as const) : ({ kind: "value", wave } as const);
  return { kind: "call", instance: "app", interface: null, function: name, arguments: args, expected };
}

const scenario = (...steps: ScenarioStep[]): Scenario => ({ name: "it", steps });
const NEVER = new AbortController().signal;

describe("a scenario", () => {
  it("gives later steps the resources of earlier ones, and takes its run away in the end", async () => {
    const { host, asked, state } = hostThat({ calls: [returned(HANDLE), returned(null)] });
    const result = await runScenario(scenario(call("open", "()"), call("take", "(own<order> #1)")), host, NEVER);
    expect(result).toMatchObject({ name: "it", failure: null });
    expect(asked[1]?.arguments).toEqual([HANDLE]);
    expect(state.stopped).toBe(1);
  });

  it("knows no resource that was given away", async () => {
    const { host, asked } = hostThat({ calls: [returned(HANDLE), returned(null)] });
    const steps = [call("open", "()"), call("take", "(own<order> #1)"), call("take", "(own<order> #1)")];
    const result = await runScenario(scenario(...steps), host, NEVER);
    expect(result?.failure).toMatchObject({ step: 3, action: "take(own<order> #1)" });
    expect(asked).toHaveLength(2);
  });

  it("ends at the first step that fails", async () => {
    const { host, asked } = hostThat({ calls: [returned(2)] });
    const result = await runScenario(scenario(call("answer", "()", "1"), call("answer", "()")), host, NEVER);
    expect(result?.failure).toMatchObject({ step: 1, comparison: { expected: "1", found: "2" } });
    expect(asked).toHaveLength(1);
  });

  it("tells a trap, and passes where one is expected", async () => {
    const step = call("answer", "()", "1");
    const fails = await runScenario(scenario(step), hostThat({ calls: [TRAPPED] }).host, NEVER);
    expect(fails?.failure?.message).toBe("It trapped in app: unreachable");
    const expected = { kind: "trap", message: "unreach" } as const;
    const passes = await runScenario(
      scenario({ ...step, expected } as ScenarioStep),
      hostThat({ calls: [TRAPPED] }).host,
      NEVER,
    );
    expect(passes?.failure).toBeNull();
  });

  it("has no result where it is stopped", async () => {
    const { host, state } = hostThat({});
    const controller = new AbortController();
    const result = runScenario(scenario(call("answer", "()")), host, controller.signal);
    await Promise.resolve();
    controller.abort();
    expect(await result).toBeNull();
    expect(state.stopped).toBeGreaterThan(0);
  });

  it("that can't be started says why", async () => {
    const host: ScenarioHost = { ...hostThat({}).host, start: () => Promise.resolve(fail(["It has errors."])) };
    expect((await runScenario(scenario(call("answer", "()")), host, NEVER))?.failure).toMatchObject({
      step: null,
      message: "It has errors.",
    });
  });

  it("names what it asks for in vain", async () => {
    const result = await runScenario(scenario(call("wave", "()")), hostThat({}).host, NEVER);
    expect(result?.failure?.message).toContain("no function wave");
  });

  it("holds what a command wrote, and what was refused to it", async () => {
    const command: CommandStep = {
      kind: "command",
      instance: "app",
      arguments: "",
      environment: [],
      stdin: "",
      expected: { exit: 0, stdout: { kind: "equals", text: "é\n" }, stderr: null },
    };
    const bytes = new TextEncoder().encode("é\n");
    const write = (part: Uint8Array<ArrayBuffer>): RunEvent => ({
      kind: "output",
      instance: "app",
      stream: "stdout",
      bytes: part,
    });
    const written = [write(bytes.slice(0, 1)), write(bytes.slice(1))];
    const needs = { kind: "clocks" } as const;
    const denied = {
      kind: "denied",
      instance: "app",
      interface: "wasi:clocks/wall-clock",
      function: "now",
      needs,
    } as const;
    const passing = hostThat({ command: { kind: "exited", code: 0 }, events: written });
    expect((await runScenario(scenario(command), passing.host, NEVER))?.failure).toBeNull();
    expect(passing.state.command).toBe(command);
    const failing = hostThat({ command: { kind: "exited", code: 2 }, events: [denied, denied] });
    expect((await runScenario(scenario(command), failing.host, NEVER))?.failure).toMatchObject({
      message: "It exited with 2, not with 0",
      refusals: [{ instance: "app", grants: ["clocks"] }],
    });
  });

  it("reads a response to its end", async () => {
    const request: ScenarioStep = {
      kind: "request",
      instance: "app",
      method: "GET",
      path: "/",
      headers: [],
      body: "",
      expected: { status: 200, headers: [], body: { kind: "equals", text: "one two" } },
    };
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of ["one ", "two"]) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    const finished = Promise.resolve({ kind: "answered", durationMs: 1 } as const);
    const response = { status: 200, headers: [], body, trailers: Promise.resolve(null), finished };
    const answering = hostThat({ http: { kind: "response", response } });
    expect((await runScenario(scenario(request), answering.host, NEVER))?.failure).toBeNull();
    const silent = hostThat({ http: { kind: "failed", code: null } });
    expect((await runScenario(scenario(request), silent.host, NEVER))?.failure?.message).toBe(
      "The handler returned without answering",
    );
  });
});
