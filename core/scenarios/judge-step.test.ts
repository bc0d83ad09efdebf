import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printWave, printWaveArguments } from "../values/print-wave.ts";
import { parseWave } from "../values/parse-wave.ts";
import type { ResourceHandle } from "../values/value.ts";
import { arbitraryTyped, SEED, t } from "../values/values.fixtures.ts";
import type { FunctionType, ValueType } from "../wit/types.ts";
import { expectingFound } from "./accept-found.ts";
import { describeFailure } from "./describe-failure.ts";
import { judgeCommand, judgeResponse, judgeReturn, judgeTrap, readCall } from "./judge-step.ts";
import type { CallExpectation, CallStep, CommandStep, RequestStep, TextExpectation } from "./scenario.ts";
import { comparisonOf, type StepFailure } from "./step-failure.ts";

function functionType(parameters: readonly ValueType[], result: ValueType | null): FunctionType {
  return {
    kind: "function",
    async: false,
    parameters: parameters.map((type, i) => ({ name: `p${i}`, type })),
    result,
  };
}

function callStep(args: string, expected: CallExpectation): CallStep {
  return { kind: "call", instance: "a", interface: null, function: "f", arguments: args, expected };
}

/** What is said where a function of type `result` is to return `expected` and returns `found`, both WAVE. */
function judged(result: ValueType, expected: string, found: string): string | null {
  const type = functionType([], result);
  const read = readCall(callStep("()", { kind: "value", wave: expected }), type, () => null);
  if (!read.ok) return describeFailure(read.error);
  const value = parseWave(found, result);
  if (!value.ok) throw new Error(found);
  const failure = judgeReturn(read.value.expected, value.value, type);
  return failure && describeFailure(failure);
}

const ORDER = t.record({ id: t.u32, lines: t.list(t.record({ sku: t.string, price: t.option(t.f64) })) });

describe("a value", () => {
  it("is compared as a value, whatever its text looks like", () => {
    expect(judged(t.f64, "nan", "nan")).toBeNull();
    expect(judged(t.f64, "1.50", "15e-1")).toBeNull();
    expect(judged(ORDER, "{ lines : [ ] , id : 1 }", "{id: 1, lines: []}")).toBeNull();
    expect(judged(t.flags("a", "b"), "{b, a}", "{a, b}")).toBeNull();
  });

  it.each([
    [t.u8, "1", "2", "expected `1`, found `2`"],
    [t.f64, "0", "-0", "expected `0`, found `-0`"],
    [
      ORDER,
      '{id: 1, lines: [{sku: "A", price: some(1)}, {sku: "B", price: none}]}',
      '{id: 1, lines: [{sku: "A", price: some(1)}, {sku: "B", price: some(2)}]}',
      "`lines[1].price`: expected `none`, found `some(2)`",
    ],
    [t.list(t.u8), "[1, 2]", "[1]", "expected 2 elements, found 1"],
    [t.result(t.u8, t.string), "ok(1)", 'err("no")', 'expected `ok(1)`, found `err("no")`'],
    [t.flags("a", "b"), "{a}", "{b}", "lacks `a`, has `b` too"],
    [t.map(t.string, t.u8), '{"a": 1}', '{"b": 1}', 'has no entry `"a"`'],
    [t.map(t.string, t.u8), '{"a": 1}', '{"a": 1, "b": 1}', 'has an entry `"b"` too'],
    [t.u8, '"1"', "1", "The expected value isn't of the function's type: line 1, column 1"],
  ])("of %o that should be %s and is %s is told with its path", (type, expected, found, said) => {
    expect(judged(type, expected, found)).toContain(said);
  });

  it(`passes if it is expected as it was printed, and its arguments come back, seed ${SEED}`, () => {
    fc.assert(
      fc.property(arbitraryTyped({ maps: true, depth: 2 }), ([type, value]) => {
        const signature = functionType([type], type);
        const printed = printWave(value, type, { indent: 3 });
        const step = callStep(printWaveArguments([value], signature.parameters), { kind: "value", wave: printed });
        const read = readCall(step, signature, () => null);
        if (!read.ok) throw new Error(describeFailure(read.error));
        expect(judgeReturn(read.value.expected, value, signature)).toBeNull();
        expect(judgeReturn(read.value.expected, read.value.arguments[0]!, signature)).toBeNull();
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it("of a function that gives none can't be expected", () => {
    const read = readCall(callStep("()", { kind: "value", wave: "1" }), functionType([], null), () => null);
    expect(read).toEqual({ ok: false, error: { kind: "no-result" } });
  });
});

describe("a resource", () => {
  const handle: ResourceHandle = { kind: "resource", typeName: "order", id: 1, label: "order #1" };
  const type = functionType([t.own("order")], t.own("order"));

  it("is one that a step before gave, by number", () => {
    const step = callStep("(own<order> #1)", { kind: "value", wave: "own<order> #2" });
    const read = readCall(step, type, (id) => (id === 1 ? handle : null));
    if (!read.ok) throw new Error(describeFailure(read.error));
    expect(read.value.arguments).toEqual([handle]);
    expect(judgeReturn(read.value.expected, { ...handle, id: 2, label: "order #2" }, type)).toBeNull();
    expect(judgeReturn(read.value.expected, handle, type)).toMatchObject({ kind: "value" });
  });

  it("that no step gave is told", () => {
    const read = readCall(callStep("(own<order> #3)", { kind: "anything" }), type, () => null);
    expect(read.ok || describeFailure(read.error)).toContain("isn't a live");
  });
});

describe("a trap", () => {
  const trap = { message: "unreachable", place: "store, function open" };

  it("passes where it is expected with a part of its message", () => {
    expect(judgeTrap({ kind: "trap", message: "" }, trap)).toBeNull();
    expect(judgeTrap({ kind: "trap", message: "reach" }, trap)).toBeNull();
    expect(judgeTrap({ kind: "trap", message: "memory" }, trap)).toMatchObject({ kind: "other-trap" });
  });

  it("fails where a return is expected, with its place", () => {
    const failure = judgeTrap({ kind: "value", wave: "ok(1)" }, trap)!;
    expect(describeFailure(failure)).toBe("It trapped in store, function open: unreachable");
    expect(comparisonOf(failure)).toEqual({ expected: "ok(1)", found: "trap: unreachable" });
  });

  it("that doesn't come fails", () => {
    const failure = judgeReturn({ kind: "trap", message: "" }, 3, functionType([], t.u8))!;
    expect(comparisonOf(failure)).toEqual({ expected: "a trap", found: "3" });
  });
});

describe("a command", () => {
  const step = (stdout: TextExpectation | null): CommandStep => ({
    kind: "command",
    instance: "a",
    arguments: "",
    environment: [],
    stdin: "",
    expected: { exit: 0, stdout, stderr: null },
  });
  const found = { code: 0, stdout: "one\ntwo\n", stderr: "" };

  it.each<[TextExpectation | null, string | null]>([
    [null, null],
    [{ kind: "equals", text: "one\ntwo\n" }, null],
    [{ kind: "contains", text: "tw" }, null],
    [{ kind: "contains", text: "three" }, "Standard output doesn't have the expected text in it"],
    [{ kind: "equals", text: "one\ntwo" }, "Standard output differs from line 3 on"],
    [{ kind: "equals", text: "one\n2\n" }, "Standard output differs from line 2 on"],
  ])("whose output should be %o", (stdout, said) => {
    const failure = judgeCommand(step(stdout), found);
    expect(failure && describeFailure(failure)).toBe(said);
  });

  it("that exits with another code is told with what it complained of", () => {
    const failure = judgeCommand(step(null), { code: 3, stdout: "", stderr: "no such file\n" })!;
    expect(describeFailure(failure)).toBe("It exited with 3, not with 0");
    expect(comparisonOf(failure)).toEqual({ expected: "exit 0", found: "exit 3\nno such file\n" });
  });
});

describe("a response", () => {
  const step: RequestStep = {
    kind: "request",
    instance: "a",
    method: "GET",
    path: "/",
    headers: [],
    body: "",
    expected: {
      status: 200,
      headers: [{ name: "Content-Type", value: "text/plain" }],
      body: { kind: "equals", text: "hello" },
    },
  };
  const found = { status: 200, headers: [{ name: "content-type", value: "text/plain" }], body: "hello" };
  const said = (failure: StepFailure | null): string | null => failure && describeFailure(failure);

  it("passes with more headers than are expected, in any case", () => {
    expect(judgeResponse(step, { ...found, headers: [{ name: "x", value: "y" }, ...found.headers] })).toBeNull();
  });

  it.each([
    { status: 404 },
    { headers: [] },
    { headers: [{ name: "content-type", value: "text/html" }] },
    { body: "goodbye" },
  ])("with %o passes once that is expected", (change) => {
    const response = { ...found, ...change };
    const accepted = expectingFound(step, judgeResponse(step, response)!) as RequestStep;
    expect(judgeResponse(accepted, response)).toBeNull();
  });

  it.each([
    [{ status: 404 }, "The status is 404, not 200"],
    [{ headers: [] }, "The response has no header `Content-Type`"],
    [
      { headers: [{ name: "content-type", value: "text/html" }] },
      "The header `Content-Type` is `text/html`, not `text/plain`",
    ],
    [{ body: "goodbye" }, "The body differs from line 1 on"],
  ])("with %o fails", (change, message) => {
    expect(said(judgeResponse(step, { ...found, ...change }))).toBe(message);
  });
});
