// A session whose calls are suspended. Node doesn't suspend WebAssembly everywhere, so that components are JavaScript here
// that looks like jco's; e2e/engine.e2e.ts runs real ones.

import { describe, expect, it } from "vitest";
import { CONTROL_STATE, CONTROL_WORD } from "../control/control-buffer.ts";
import { CALC, RELAY, SLEEPER } from "../../testbed/test-components.ts";
import { Bell } from "../wait/bell.ts";
import type { JsInterface } from "../link/wires.ts";
import { planned, TestRun } from "./run.fixtures.ts";
import type { CallOutcome } from "./calls.ts";

const API = "test:calc/api@1.0.0";

type Imports = Readonly<Record<string, Readonly<Record<string, (...args: unknown[]) => unknown>>>>;
type Script = (imports: Imports) => JsInterface;

/** What jco makes of these, as far as a session sees it. */
const SCRIPTS: Readonly<Record<string, Script>> = {
  calc: () => ({
    [API]: {
      add: async (a: number, b: number) => (await Promise.resolve(a)) + b,
      half: (a: number) => (a % 2 === 0 ? a / 2 : Promise.reject(Object.assign(new Error("err"), { payload: a >> 1 }))),
      fail: () => Promise.reject(new WebAssembly.RuntimeError("unreachable")),
    },
  }),
  relay: (imports) => ({
    [API]: {
      add: async (a: number, b: number) => await imports[API]!["add"]!(a, b),
      half: async (a: number) => await imports[API]!["half"]!(a),
      fail: async () => void (await imports[API]!["fail"]!()),
    },
  }),
  sleeper: (imports) => ({
    sleep: async (ns: bigint) => {
      const pollable = imports["wasi:clocks/monotonic-clock@0.2.0"]!["subscribeDuration"]!(ns) as { block(): unknown };
      await pollable.block();
    },
  }),
};

interface Suspended extends TestRun {
  readonly bell: Bell;
  asked(name: string, ...args: (number | bigint)[]): Promise<CallOutcome>;
}

async function suspended(components: Record<string, typeof RELAY | string>, wires = ""): Promise<Suspended> {
  const grants = { sleeper: { clocks: true } };
  const ready = await planned({ components, wires, grants });
  const kindOf = (name: string): string => (components[name] === RELAY ? "relay" : name);
  const named = new Map([...ready.components].map(([name, component]) => [name, { ...component, js: kindOf(name) }]));
  const bell = new Bell();
  const loadScript = (kind: string): Promise<object> => {
    return Promise.resolve({ instantiate: (_: unknown, imports: Imports) => SCRIPTS[kind]!(imports) });
  };
  const run = new TestRun({ ...ready, components: named }, { bell, loadScript });
  expect(await run.start()).toBeNull();
  return Object.assign(run, {
    bell,
    asked: async (name: string, ...args: (number | bigint)[]) => {
      const [, instance = "", owner = null, member = ""] = /^([\w-]+)\.(?:(.+)#)?([^#]+)$/.exec(name) ?? [];
      const outcome = run.session.call({ instance, interface: owner, function: member, arguments: args });
      expect(outcome).toBeInstanceOf(Promise);
      return outcome;
    },
  });
}

const TWO_DEEP = `middle.${API} = calc.${API}
  front.${API} = middle.${API}`;

describe("a session whose calls are suspended", () => {
  it("gives values and errs through wires", async () => {
    const run = await suspended({ calc: CALC, middle: RELAY, front: RELAY }, TWO_DEEP);
    expect(await run.asked(`front.${API}#add`, 2, 40)).toMatchObject({ kind: "returned", value: 42 });
    expect(await run.asked(`front.${API}#half`, 8)).toMatchObject({ value: { ok: 4 } });
    expect(await run.asked(`front.${API}#half`, 9)).toMatchObject({ value: { error: 4 } });
    expect(await run.asked(`front.${API}#add`, 1, 2)).toMatchObject({ value: 3 });
  });

  it("tells the calls that a trap went through, whatever was called before", async () => {
    const run = await suspended({ calc: CALC, middle: RELAY, front: RELAY }, TWO_DEEP);
    await run.asked(`front.${API}#half`, 9);
    const outcome = await run.asked(`front.${API}#fail`);
    expect(outcome).toMatchObject({ kind: "trapped", report: { kind: "trap", instance: "calc" } });
    const calls = outcome.kind === "trapped" ? outcome.report.calls : [];
    expect(calls.map(({ instance }) => instance)).toEqual(["front", "middle", "calc"]);
    expect(run.events.at(-1)).toMatchObject({ kind: "finished", end: { kind: "trapped" } });
  });

  it("waits for a clock, and takes messages meanwhile", async () => {
    const run = await suspended({ sleeper: SLEEPER });
    let isOver = false;
    const sleeping = run.asked("sleeper.sleep", 20_000_000n).then((outcome) => {
      isOver = true;
      return outcome;
    });
    run.bell.ring();
    await new Promise((resolve) => void setTimeout(resolve, 0));
    expect(isOver).toBe(false);
    expect(await sleeping).toMatchObject({ kind: "returned" });
  });

  it("ends where it waits, when somebody stops it", async () => {
    const run = await suspended({ sleeper: SLEEPER });
    const sleeping = run.asked("sleeper.sleep", 3_600_000_000_000n);
    run.words[CONTROL_WORD.state] = CONTROL_STATE.stopped;
    run.bell.ring();
    expect(await sleeping).toEqual({ kind: "stopped" });
    expect(run.events.at(-1)).toEqual({ kind: "finished", end: { kind: "stopped" } });
  });
});
