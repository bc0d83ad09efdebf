import { describe, expect, it } from "vitest";
import { ended, isOver, newRun, type RunRecord, withRun } from "./run-record.ts";
import { ConsoleBuffer } from "./console-buffer.ts";
import { isSameSetup, type RunSetup } from "./run-setup.ts";
import { DEFAULT_RUN_OPTIONS, runOptionsFrom } from "./run-options.ts";
import { EMPTY_INPUTS, inputsFrom } from "./run-inputs.ts";
import { EMPTY_DOCUMENT } from "../../core/graph/composition.ts";

const SETUP: RunSetup = {
  composition: EMPTY_DOCUMENT.composition,
  grants: EMPTY_DOCUMENT.grants,
  grantsOnce: new Map(),
  command: null,
  inTerminal: false,
  input: EMPTY_INPUTS.command,
  options: DEFAULT_RUN_OPTIONS,
};

/** One run per letter, in this order: `u` is up, `e` has ended. Told as ordinals. */
function runsFrom(drawing: string): readonly RunRecord[] {
  let runs: readonly RunRecord[] = [];
  for (const [i, letter] of Array.from(drawing).entries()) {
    const begun = newRun(runs, {
      id: String(i),
      documentId: "d",
      of: { kind: "calls" },
      setup: SETUP,
      console: new ConsoleBuffer(),
      terminal: null,
    });
    runs = withRun(runs, letter === "e" ? ended(begun, { kind: "stopped" }) : begun);
  }
  return runs;
}

describe("the runs of a document", () => {
  it.each([
    ["eee", "1 2 3"],
    ["e".repeat(12), "2 3 4 5 6 7 8 9 10 11 12"],
    [`u${"e".repeat(12)}u`, "1 4 5 6 7 8 9 10 11 12 13 14"],
  ])("%s keeps %s", (drawing, kept) => {
    expect(
      runsFrom(drawing)
        .map(({ ordinal }) => ordinal)
        .join(" "),
    ).toBe(kept);
  });

  it("end once, and are idle then", () => {
    const [run] = runsFrom("u");
    const stopped = ended(run!, { kind: "stopped" });
    expect([isOver(run!), isOver(stopped), stopped.state]).toEqual([false, true, { kind: "idle" }]);
    expect(ended(stopped, { kind: "exited", code: 0 })).toBe(stopped);
  });
});

describe("a run may stand for another", () => {
  const input = (change: Partial<RunSetup["input"]>): RunSetup => ({ ...SETUP, input: { ...SETUP.input, ...change } });

  it("whatever a command is given, and however changes are met", () => {
    expect(isSameSetup(SETUP, input({ argumentLine: "a", stdin: "b" }))).toBe(true);
    expect(isSameSetup(SETUP, input({ environment: [{ id: "1", name: "", value: "" }] }))).toBe(true);
    expect(isSameSetup(SETUP, { ...SETUP, options: { ...SETUP.options, restartOnChange: true } })).toBe(true);
  });

  it("not with another composition, other grants or other variables", () => {
    expect(isSameSetup(SETUP, { ...SETUP, composition: { ...SETUP.composition } })).toBe(false);
    expect(isSameSetup(SETUP, { ...SETUP, grants: new Map() })).toBe(false);
    expect(isSameSetup(SETUP, input({ environment: [{ id: "1", name: "A", value: "1" }] }))).toBe(false);
    expect(isSameSetup(SETUP, { ...SETUP, command: "app" })).toBe(false);
  });
});

it("inputs that were kept by an earlier version have what there is now", () => {
  const { options: _, ...older } = EMPTY_INPUTS;
  expect(inputsFrom(older)).toEqual(EMPTY_INPUTS);
  expect(inputsFrom({ selectedId: "x" })).toEqual({ ...EMPTY_INPUTS, selectedId: "x" });
  expect(runOptionsFrom({})).toEqual(DEFAULT_RUN_OPTIONS);
});
