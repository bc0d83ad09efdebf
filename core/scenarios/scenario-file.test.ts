import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeDiagnostic } from "../base/wording.ts";
import { SEED } from "../values/values.fixtures.ts";
import { readScenarios } from "./read-scenarios.ts";
import { printScenarios } from "./scenario-file.ts";
import { arbitraryScenarios } from "./scenarios.fixtures.ts";

const RUNS = { numRuns: 200, seed: SEED };

describe(`scenarios.json, laws, seed ${SEED}`, () => {
  it("read ∘ print = id", () => {
    fc.assert(
      fc.property(arbitraryScenarios, (scenarios) => {
        expect(readScenarios(printScenarios(scenarios))).toEqual({ ok: true, value: scenarios });
      }),
      RUNS,
    );
  });

  it("print ∘ read = id on what was printed", () => {
    fc.assert(
      fc.property(arbitraryScenarios, (scenarios) => {
        const text = printScenarios(scenarios);
        const read = readScenarios(text);
        expect(read.ok && printScenarios(read.value)).toBe(text);
      }),
      RUNS,
    );
  });

  it("never throws on JSON of another shape", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(...WORDS), (json, word) => {
        const scenario = { name: "a", instance: "b", call: "f()", [word]: json };
        const read = readScenarios(JSON.stringify({ format: 1, scenarios: [scenario] }));
        if (!read.ok) expect(describeDiagnostic(read.error).code).toMatch(/^W094/);
      }),
      RUNS,
    );
  });
});

const WORDS = ["name", "steps", "call", "expect", "instance", "interface", "request", "command", "drop", "headers"];

function fileOf(...scenarios: readonly object[]): string {
  return JSON.stringify({ format: 1, scenarios });
}

const GREET = { name: "a", instance: "greeter", call: 'greet("Ada")' };

describe("scenarios.json", () => {
  it("has one verb per step, and one step without a list", () => {
    const text = fileOf(
      { ...GREET, interface: "hello:greeting/greeter@1.0.0", expect: 'ok("Hello, Ada.")' },
      { name: "b", instance: "pipeline", command: "in.png", expect: { stdout: ["one", "two", ""] } },
      { name: "c", steps: [{ instance: "s", request: "GET /a?b=c", headers: ["Accept: */*"] }, { drop: 2 }] },
    );
    const read = readScenarios(text);
    expect(read.ok && read.value).toEqual([
      {
        name: "a",
        steps: [
          {
            kind: "call",
            instance: "greeter",
            interface: "hello:greeting/greeter@1.0.0",
            function: "greet",
            arguments: '("Ada")',
            expected: { kind: "value", wave: 'ok("Hello, Ada.")' },
          },
        ],
      },
      {
        name: "b",
        steps: [
          {
            kind: "command",
            instance: "pipeline",
            arguments: "in.png",
            environment: [],
            stdin: "",
            expected: { exit: 0, stdout: { kind: "equals", text: "one\ntwo\n" }, stderr: null },
          },
        ],
      },
      {
        name: "c",
        steps: [
          {
            kind: "request",
            instance: "s",
            method: "GET",
            path: "/a?b=c",
            headers: [{ name: "Accept", value: "*/*" }],
            body: "",
            expected: { status: 200, headers: [], body: null },
          },
          { kind: "drop", handle: 2 },
        ],
      },
    ]);
  });

  it.each([
    ["W0940", "not json", ""],
    ["W0940", "[]", ""],
    ["W0942", '{"format":7,"scenarios":[]}', "format 7"],
    ["W0943", fileOf(GREET, GREET), "`a`"],
    ["W0944", fileOf({ ...GREET, name: " a" }), "` a`"],
    ["W0945", fileOf(...Array.from({ length: 2_001 }, (_, i) => ({ ...GREET, name: `a${i}` }))), "2000 scenarios"],
    ["W0945", fileOf({ name: "a", steps: Array.from({ length: 201 }, () => ({ drop: 1 })) }), "200 steps"],
    ["W0941", '{"format":1}', "`scenarios`"],
    ["W0941", fileOf({ instance: "a", call: "f()" }), "`scenarios[0].name`"],
    ["W0941", fileOf({ name: "a", instance: "b" }), "`scenarios[0]`"],
    ["W0941", fileOf({ ...GREET, expected: "1" }), "`scenarios[0].expected`"],
    ["W0941", fileOf({ ...GREET, call: "greet" }), "`scenarios[0].call`"],
    ["W0941", fileOf({ ...GREET, expect: { traps: "" } }), "`scenarios[0].expect.traps`"],
    ["W0941", fileOf({ ...GREET, expect: 3 }), "`scenarios[0].expect`"],
    ["W0941", fileOf({ name: "a", steps: [] }), "`scenarios[0].steps`"],
    ["W0941", fileOf({ name: "a", steps: [{ drop: 0 }] }), "`scenarios[0].steps[0].drop`"],
    ["W0941", fileOf({ name: "a", instance: "b", request: "GET orders" }), "`scenarios[0].request`"],
    ["W0941", fileOf({ name: "a", instance: "b", request: "GET /", headers: ["x"] }), "`scenarios[0].headers[0]`"],
    ["W0941", fileOf({ name: "a", instance: "b", command: "", expect: { exit: 1.5 } }), "`scenarios[0].expect.exit`"],
    ["W0941", fileOf({ name: "a", steps: [{ instance: "b", command: "" }, { drop: 1 }] }), "as the last step only"],
  ])("%s is said of what can't be understood: %s", (code, text, part) => {
    const read = readScenarios(text);
    const described = read.ok ? null : describeDiagnostic(read.error);
    expect(described?.code).toBe(code);
    expect(described?.message).toContain(part);
  });

  it("is read as docs/scenarios.md shows it", () => {
    const page = readFileSync(new URL("../../docs/scenarios.md", import.meta.url), "utf8");
    const read = readScenarios(/```json\n([\s\S]*?)```/.exec(page)![1]!);
    expect(read.ok && read.value.flatMap(({ steps }) => steps.map(({ kind }) => kind))).toEqual([
      "call",
      "call",
      "call",
      "drop",
      "call",
      "command",
      "request",
    ]);
  });

  it("nested without end is refused", () => {
    expect(readScenarios("[".repeat(100_000)).ok).toBe(false);
  });
});
