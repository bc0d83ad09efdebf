import { describe, expect, it } from "vitest";
import type { CallStep, CommandStep, RequestStep } from "../../core/scenarios/scenario.ts";
import { t } from "../../core/values/values.fixtures.ts";
import type { FunctionType } from "../../core/wit/types.ts";
import { expectationFields, withExpectation } from "./expectation-fields.ts";

const TYPE: FunctionType = { kind: "function", async: false, parameters: [], result: t.u8 };
const CALL: CallStep = {
  kind: "call",
  instance: "a",
  interface: null,
  function: "f",
  arguments: "()",
  expected: { kind: "value", wave: "1" },
};
const COMMAND: CommandStep = {
  kind: "command",
  instance: "a",
  arguments: "",
  environment: [],
  stdin: "",
  expected: { exit: 0, stdout: { kind: "equals", text: "one" }, stderr: null },
};
const REQUEST: RequestStep = {
  kind: "request",
  instance: "a",
  method: "GET",
  path: "/",
  headers: [],
  body: "",
  expected: { status: 200, headers: [{ name: "a", value: "b" }], body: null },
};

describe("what a step expects, in fields", () => {
  it("is a value with what is wrong with it, anything, or a trap", () => {
    expect(expectationFields(CALL, TYPE)).toMatchObject([{ kind: { value: "value" }, text: "1", error: null }]);
    const wrong = withExpectation(CALL, "result", { text: "256" })!;
    expect(expectationFields(wrong, TYPE)[0]?.error).toContain("256 doesn't fit u8");
    expect(withExpectation(CALL, "result", { kind: "anything" })).toMatchObject({ expected: { kind: "anything" } });
    const trap = withExpectation(CALL, "result", { kind: "trap" })!;
    expect(trap).toMatchObject({ expected: { kind: "trap", message: "" } });
    expect(withExpectation(trap, "result", { text: "unreachable" })).toMatchObject({
      expected: { kind: "trap", message: "unreachable" },
    });
  });

  it("of a function that gives nothing is no value", () => {
    const kinds = expectationFields({ ...CALL, expected: { kind: "anything" } }, { ...TYPE, result: null })[0]?.kind;
    expect(kinds?.options.map(({ value }) => value)).toEqual(["anything", "trap"]);
  });

  it("of a command and a request are numbers, texts and headers", () => {
    expect(expectationFields(COMMAND, TYPE).map(({ text }) => text)).toEqual(["0", "one", null]);
    expect(expectationFields(REQUEST, TYPE).map(({ text }) => text)).toEqual(["200", "a: b", null]);
    expect(withExpectation(COMMAND, "exit", { text: "3" })).toMatchObject({ expected: { exit: 3 } });
    expect(withExpectation(COMMAND, "stdout", { kind: "anything" })).toMatchObject({ expected: { stdout: null } });
    expect(withExpectation(COMMAND, "stderr", { kind: "contains" })).toMatchObject({
      expected: { stderr: { kind: "contains", text: "" }, stdout: COMMAND.expected.stdout },
    });
    expect(withExpectation(REQUEST, "headers", { text: "x: y\nz: w" })).toMatchObject({
      expected: {
        headers: [
          { name: "x", value: "y" },
          { name: "z", value: "w" },
        ],
      },
    });
  });

  it("refuse what can't be kept while it is typed", () => {
    const [status, headers] = expectationFields(REQUEST, TYPE);
    for (const text of ["", "20", "2x", "1000"]) {
      expect(status?.validate?.(text), text).not.toBeNull();
      expect(withExpectation(REQUEST, "status", { text })).toBeNull();
    }
    expect(status?.validate?.("404")).toBeNull();
    expect(headers?.validate?.("content-ty")).not.toBeNull();
    expect(headers?.validate?.("")).toBeNull();
  });
});
