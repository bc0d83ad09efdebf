import { describe, expect, it } from "vitest";
import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import { t } from "../../core/values/values.fixtures.ts";
import type { FunctionType, ValueType } from "../../core/wit/types.ts";
import type { CallEntry, TargetOutcome } from "../run/call-record.ts";
import type { CallTarget } from "../run/callables.ts";
import { scenarioNameFor, scenarioOf } from "./save-scenario.ts";

const handle = (id: number): ResourceHandle => ({ kind: "resource", typeName: "order", id, label: `order #${id}` });

function target(name: string, parameters: readonly ValueType[], result: ValueType | null, kind: CallTarget["kind"]) {
  const type: FunctionType = {
    kind: "function",
    async: false,
    parameters: parameters.map((each, i) => ({ name: `p${i}`, type: each })),
    result,
  };
  return { id: name, kind, instance: "store", interface: null, function: name, type };
}

const OPEN = target("open", [t.u8], t.own("order"), "function");
const ADD = target("add", [t.own("order"), t.u8], t.own("order"), "function");
const SUM = target("sum", [t.list(t.own("order"))], t.u32, "function");
const ASIDE = target("aside", [], t.u8, "function");
const RUN = target("run", [], t.result(), "command");
const HANDLE_HTTP = target("handle", [], null, "http");

let lastId = 0;

function entry(
  called: CallTarget,
  args: readonly WitValue[],
  result: TargetOutcome | null,
  rest: Partial<CallEntry> = {},
) {
  lastId += 1;
  return {
    id: String(lastId),
    target: called,
    arguments: args,
    argumentsText: "",
    request: null,
    input: null,
    outcome: { kind: "running" },
    result,
    answer: null,
    runId: "1",
    durationMs: null,
    startedAt: 0,
    ...rest,
  } satisfies CallEntry;
}

const returned = (value: WitValue): TargetOutcome => ({ kind: "returned", value, durationMs: 1 });
const NO_OUTPUT = (): null => null;

describe("a call as a scenario", () => {
  it("expects what it returned, or that it traps as it did", () => {
    const call = entry(ASIDE, [], returned(7));
    expect(scenarioOf(call, [call], NO_OUTPUT).steps).toMatchObject([{ expected: { kind: "value", wave: "7" } }]);
    const report = { kind: "trap", message: "unreachable", instance: null, calls: [], frames: [] } as const;
    const trapped = entry(ASIDE, [], { kind: "trapped", report });
    expect(scenarioOf(trapped, [trapped], NO_OUTPUT).steps).toMatchObject([
      { expected: { kind: "trap", message: "unreachable" } },
    ]);
    const fresh = { ...entry(ASIDE, [], null), id: "" };
    expect(scenarioOf(fresh, [], NO_OUTPUT).steps).toMatchObject([{ expected: { kind: "anything" } }]);
  });

  it("brings the calls that its resources came from and went through, numbered anew", () => {
    const history = [
      entry(OPEN, [1], returned(handle(4)), { runId: "0" }),
      entry(OPEN, [2], returned(handle(4))),
      entry(ASIDE, [], returned(7)),
      entry(OPEN, [3], returned(handle(5))),
      entry(OPEN, [4], returned(handle(6))),
      entry(ADD, [handle(4), 1], returned(handle(7))),
      entry(SUM, [[handle(7), handle(6)]], returned(9)),
    ].toReversed();
    const { steps } = scenarioOf(history[0]!, history, NO_OUTPUT);
    expect(steps.map((step) => step.kind === "call" && `${step.function}${step.arguments}`)).toEqual([
      "open(2)",
      "open(4)",
      "add(own<order> #1, 1)",
      "sum([own<order> #3, own<order> #2])",
    ]);
    expect(steps.at(-1)).toMatchObject({ expected: { kind: "value", wave: "9" } });
  });

  it("of a handler expects its status, type and text", () => {
    const request = {
      method: "POST",
      path: "/orders",
      headers: [
        { id: "1", name: "accept", value: "*/*" },
        { id: "2", name: "", value: "" },
      ],
      body: "{}",
      instances: "shared",
    } as const;
    const answer = {
      status: 201,
      headers: [
        ["content-type", "application/json"],
        ["date", "today"],
      ] as const,
      body: new TextEncoder().encode('{"id":1}'),
      durationMs: 1,
      state: "whole",
    } as const;
    const call = entry(HANDLE_HTTP, [], { kind: "responded", summary: "201", durationMs: 1 }, { request, answer });
    const saved = scenarioOf(call, [call], NO_OUTPUT);
    expect(saved.steps).toEqual([
      {
        kind: "request",
        instance: "store",
        method: "POST",
        path: "/orders",
        headers: [{ name: "accept", value: "*/*" }],
        body: "{}",
        expected: {
          status: 201,
          headers: [{ name: "content-type", value: "application/json" }],
          body: { kind: "equals", text: '{"id":1}' },
        },
      },
    ]);
    expect(scenarioNameFor(saved)).toBe("POST /orders is 201");
    const binary = { ...answer, body: new Uint8Array([0xff, 0xfe, 0xfd]) };
    expect(scenarioOf({ ...call, answer: binary }, [], NO_OUTPUT).steps[0]).toMatchObject({ expected: { body: null } });
  });

  it("of a command expects how it exited and what it wrote", () => {
    const input = { argumentLine: "a b", environment: [{ id: "1", name: "A", value: "1" }], stdin: "in" };
    const call = entry(RUN, [], { kind: "exited", code: 3 }, { input });
    expect(scenarioOf(call, [], (runId) => `run ${runId}`).steps).toEqual([
      {
        kind: "command",
        instance: "store",
        arguments: "a b",
        environment: [{ name: "A", value: "1" }],
        stdin: "in",
        expected: { exit: 3, stdout: { kind: "contains", text: "run 1" }, stderr: null },
      },
    ]);
  });
});
