import { describe, expect, it } from "vitest";
import { CONTROL_STATE, CONTROL_WORD } from "../control/control-buffer.ts";
import { planned, started, TestRun } from "./run.fixtures.ts";
import { CALC, CLOCKWORK, GREEDY, PRINTER, RELAY, SHOP, SLEEPER, STORE } from "../../testbed/test-components.ts";

const API = "test:calc/api@1.0.0";
const STORE_API = "test:store/api@1.0.0";
const SHOP_API = "test:store/shop@1.0.0";

const TWO_DEEP = {
  components: { calc: CALC, middle: RELAY, front: RELAY },
  wires: `middle.${API} = calc.${API}
    front.${API} = middle.${API}`,
};
const SHOPPING = { components: { store: STORE, shop: SHOP }, wires: `shop.${STORE_API} = store.${STORE_API}` };

describe("a run of one component", () => {
  it("returns values", async () => {
    const run = await started({ components: { calc: CALC } });
    expect(run.value(`calc.${API}#add`, 2, 40)).toBe(42);
    expect(run.events).toMatchObject([{ kind: "started" }, { kind: "memory", bytes: new Map([["calc", 65_536]]) }]);
  });

  it("returns an err as a value, and goes on", async () => {
    const run = await started({ components: { calc: CALC } });
    expect(run.value(`calc.${API}#half`, 8)).toEqual({ ok: 4 });
    expect(run.value(`calc.${API}#half`, 9)).toEqual({ error: 4 });
    expect(run.value(`calc.${API}#half`, 6)).toEqual({ ok: 3 });
  });

  it("ends with a trap, and says where", async () => {
    const run = await started({ components: { calc: CALC } });
    const outcome = run.call(`calc.${API}#fail`);
    expect(outcome).toMatchObject({
      kind: "trapped",
      report: {
        kind: "trap",
        message: expect.stringContaining("unreachable"),
        instance: "calc",
        calls: [{ instance: "calc", interface: API, function: "fail" }],
        frames: [
          { instance: "calc", module: "core0", function: "deep_inside" },
          { instance: "calc", module: "core0", function: "on_the_way" },
          { instance: "calc", module: "core0" },
        ],
      },
    });
    expect(run.events.at(-1)).toEqual({ kind: "finished", end: outcome });
    expect(run.call(`calc.${API}#add`, 1, 1)).toMatchObject({ kind: "refused", error: { kind: "run-is-over" } });
  });

  it.each([
    ["nobody.f", [], { kind: "unknown-instance" }],
    [`calc.${API}#nothing`, [], { kind: "unknown-function" }],
    [`calc.add`, [], { kind: "unknown-function" }],
    [`calc.${API}#add`, [1], { kind: "argument-count", expected: 2, found: 1 }],
    [`calc.${API}#add`, [1, -1], { kind: "wrong-argument", parameter: "b" }],
  ])("refuses %s(%j) and goes on", async (name, args, error) => {
    const run = await started({ components: { calc: CALC } });
    expect(run.call(name, ...args)).toMatchObject({ kind: "refused", error });
    expect(run.value(`calc.${API}#add`, 1, 1)).toBe(2);
  });
});

it("names in interfaces of types alone, and those that JavaScript has a meaning for, are no trouble", async () => {
  const named = {
    wit: `package test:names;
      interface shapes { record point { x: u32 } enum kind { a, b } }
      interface delete { use shapes.{point}; new: func(a: u32) -> u32; get-u64: func() -> u64; }
      world it { export shapes; export delete; export default: func() -> u32; export run-it: func() -> u32; }`,
    core: `(module
      (func (export "test:names/delete#new") (param i32) (result i32) (local.get 0))
      (func (export "test:names/delete#get-u64") (result i64) (i64.const -1))
      (func (export "default") (result i32) (i32.const 1))
      (func (export "run-it") (result i32) (i32.const 2)))`,
  };
  const run = await started({ components: { named } });
  expect(run.value("named.test:names/delete#new", 5)).toBe(5);
  expect(run.value("named.test:names/delete#get-u64")).toBe(2n ** 64n - 1n);
  expect([run.value("named.default"), run.value("named.run-it")]).toEqual([1, 2]);
});

describe("wires", () => {
  it("carry values and errs through two components", async () => {
    const run = await started(TWO_DEEP);
    expect(run.value(`front.${API}#add`, 2, 40)).toBe(42);
    expect(run.value(`front.${API}#half`, 9)).toEqual({ error: 4 });
    expect(run.value(`front.${API}#half`, 8)).toEqual({ ok: 4 });
  });

  it("tell the components that a trap went through", async () => {
    const run = await started(TWO_DEEP);
    const outcome = run.call(`front.${API}#fail`);
    if (outcome.kind !== "trapped") return expect.fail(outcome.kind);
    expect(outcome.report.calls.map((call) => call.instance)).toEqual(["front", "middle", "calc"]);
    expect(outcome.report.instance).toBe("calc");
    expect(outcome.report.frames.map((frame) => `${frame.instance} ${frame.function}`)).toEqual([
      "calc deep_inside",
      "calc on_the_way",
      "calc function 3",
      "middle pass_on",
      "front pass_on",
    ]);
  });

  it("carry resources: constructor, method, static, borrow, drop", async () => {
    const run = await started(SHOPPING);
    expect(run.value(`shop.${SHOP_API}#price`, 7)).toBe(7);
    expect(run.value(`store.${STORE_API}#dropped`)).toBe(1);
  });

  it("keep the resources that a person holds", async () => {
    const run = await started(SHOPPING);
    const item = run.value(`store.${STORE_API}#[constructor]item`, 21);
    expect(item).toMatchObject({ kind: "resource", typeName: "item", label: "item #1" });
    expect(run.value(`store.${STORE_API}#[method]item.value`, item)).toBe(21);
    expect(run.value(`shop.${SHOP_API}#look`, item)).toBe(21);
    expect(run.value(`store.${STORE_API}#sum`, [item, item])).toBe(42);
    const better = run.value(`shop.${SHOP_API}#improve`, item);
    expect(run.value(`shop.${SHOP_API}#look`, better)).toBe(42);
    expect(run.call(`shop.${SHOP_API}#look`, item)).toMatchObject({
      kind: "refused",
      error: { kind: "unusable-argument", error: { kind: "unknown-handle", label: "item #1" } },
    });
    expect(run.value(`store.${STORE_API}#dropped`)).toBe(1);
    expect(run.session.drop((better as { id: number }).id)).toMatchObject({ kind: "returned" });
    expect(run.value(`store.${STORE_API}#dropped`)).toBe(2);
  });

  it("name the instance whose destructor traps", async () => {
    const run = await started(SHOPPING);
    const outcome = run.call(`shop.${SHOP_API}#waste`, 666);
    if (outcome.kind !== "trapped") return expect.fail(outcome.kind);
    expect(outcome.report).toMatchObject({
      kind: "trap",
      instance: "store",
      frames: [{ function: "drop_item" }, {}, {}],
    });
    expect(outcome.report.frames[2]).toMatchObject({ instance: "shop", function: "waste_it" });
  });

  it("don't take what every object has for what a component imports", async () => {
    const curious = {
      wit: `package test:curious; world it {
        import odd: interface { %constructor: func(); to-string: func(); resource r { to-string: func(); } }
        export ask: func();
      }`,
      core: `(module (import "odd" "to-string" (func $ask)) (memory (export "memory") 1) (func (export "ask") (call $ask)))`,
    };
    const run = await started({ components: { curious } });
    expect(run.call("curious.ask")).toMatchObject({ report: { kind: "missing-import", instance: "curious" } });
  });

  it("lead nowhere where nothing is wired: the first call ends the run", async () => {
    const run = await started({ components: { shop: SHOP } });
    expect(run.call(`shop.${SHOP_API}#price`, 1)).toMatchObject({
      kind: "trapped",
      report: {
        kind: "missing-import",
        instance: "shop",
        calls: [
          { instance: "shop", function: "price" },
          { instance: null, interface: STORE_API, function: "[constructor]item" },
        ],
      },
    });
  });
});

describe("the end of a run", () => {
  it("tells the memory of each instance when it has changed", async () => {
    const components = { one: GREEDY, two: GREEDY, clockwork: CLOCKWORK };
    const run = await started({ components, wires: "one.tick = clockwork.tick, two.tick = clockwork.tick" });
    run.value("one.grow", 0);
    run.value("two.grow", 3);
    const told = run.events.flatMap((event) => (event.kind === "memory" ? [Object.fromEntries(event.bytes)] : []));
    expect(told).toEqual([
      { one: 65_536, two: 65_536, clockwork: 65_536 },
      { one: 65_536, two: 4 * 65_536, clockwork: 65_536 },
    ]);
  });

  const GREEDY_RUN = {
    components: { greedy: GREEDY, clockwork: CLOCKWORK },
    wires: "greedy.tick = clockwork.tick",
  };

  it("comes at the next wire when somebody stops it", async () => {
    const run = await started(GREEDY_RUN);
    run.words[CONTROL_WORD.state] = CONTROL_STATE.stopped;
    expect(run.call("greedy.call-forever")).toEqual({ kind: "stopped" });
  });

  it("names the limit of time", async () => {
    const run = await started(GREEDY_RUN);
    run.words[CONTROL_WORD.state] = CONTROL_STATE.outOfTime;
    expect(run.call("greedy.call-forever")).toMatchObject({
      kind: "trapped",
      report: { kind: "limit", limit: "time" },
    });
  });

  it("names the limit of memory when an allocation fails", async () => {
    const run = await started({ ...GREEDY_RUN, limits: { memoryBytes: 4 * 1024 * 1024 } });
    expect(run.value("greedy.grow", 1000)).toBe(-1);
    expect(run.call("greedy.grow-or-trap")).toMatchObject({
      kind: "trapped",
      report: { kind: "limit", limit: "memory", instance: "greedy" },
    });
  });

  it("comes when all memories together are too large", async () => {
    const limits = { memoryBytes: 4 * 1024 * 1024 };
    const components = { one: GREEDY, two: GREEDY, clockwork: CLOCKWORK };
    const wires = "one.tick = clockwork.tick\ntwo.tick = clockwork.tick";
    const run = await started({ components, wires, limits });
    expect(run.value("one.grow", 40)).toBe(1);
    expect(run.value("two.grow", 40)).toBe(1);
    expect(run.call("two.call-forever")).toMatchObject({ report: { kind: "limit", limit: "memory" } });
  });

  it("comes when more calls were made than a run may make", async () => {
    const run = await started({ ...TWO_DEEP, limits: { calls: 4 } });
    expect(run.value(`front.${API}#add`, 1, 2)).toBe(3);
    expect(run.call(`front.${API}#add`, 1, 2)).toMatchObject({
      kind: "trapped",
      report: { kind: "limit", limit: "calls", instance: "front" },
    });
  });

  it("comes at once when an instance starts too large", async () => {
    const hoarder = `(component (core module $m (memory (export "memory") 100)) (core instance (instantiate $m)))`;
    const run = new TestRun(await planned({ components: { hoarder }, limits: { memoryBytes: 1024 * 1024 } }));
    expect(await run.start()).toMatchObject({ kind: "trapped", report: { kind: "limit", limit: "memory" } });
  });

  it("can come before anything is called: a start function traps", async () => {
    const broken = `(component (core module $m (func $main unreachable) (start $main)) (core instance (instantiate $m)))`;
    const run = new TestRun(await planned({ components: { broken, calc: CALC } }));
    expect(await run.start()).toMatchObject({
      kind: "trapped",
      report: { kind: "trap", instance: "broken", calls: [{ instance: "broken", function: "[instantiate]" }] },
    });
    expect(run.call(`calc.${API}#add`, 1, 1)).toMatchObject({ kind: "refused", error: { kind: "run-is-over" } });
  });

  it("is an exit code where a guest exits, whoever called it", async () => {
    const quitter = {
      wit: `package test:quit; world it { import wasi:cli/exit@0.2.0; export quit: func(); export stay: func(); }
        package wasi:cli@0.2.0 { interface exit { exit: func(status: result); exit-with-code: func(code: u8); } }`,
      core: `(module
        (import "wasi:cli/exit@0.2.0" "exit-with-code" (func $exit (param i32)))
        (memory (export "memory") 1)
        (func (export "quit") (call $exit (i32.const 7)))
        (func (export "stay")))`,
    };
    const run = await started({ components: { quitter } });
    expect(run.value("quitter.stay")).toBeNull();
    expect(run.call("quitter.quit")).toEqual({ kind: "exited", code: 7 });
    expect(run.events.at(-1)).toEqual({ kind: "finished", end: { kind: "exited", code: 7 } });
  });

  it("tells an exhausted stack from a failed allocation", async () => {
    const run = await started(GREEDY_RUN);
    expect(run.call("greedy.recurse")).toMatchObject({
      kind: "trapped",
      report: { kind: "trap", message: "Maximum call stack size exceeded", instance: "greedy" },
    });
  });
});

describe("the host of a run", () => {
  it("lets an instance sleep", async () => {
    const run = await started({ components: { sleeper: SLEEPER }, grants: { sleeper: { clocks: true } } });
    const startMs = performance.now();
    expect(run.value("sleeper.sleep", 30_000_000n)).toBeNull();
    expect(performance.now() - startMs).toBeGreaterThan(29);
  });

  it("ends a run that writes too much, after what it may write", async () => {
    const run = await started({
      components: { printer: PRINTER },
      grants: { printer: { stdout: true } },
      limits: { outputBytes: 100 },
    });
    expect(run.value("printer.print", 2)).toBeNull();
    expect(run.call("printer.print", 100)).toMatchObject({
      kind: "trapped",
      report: { kind: "limit", limit: "output", instance: "printer" },
    });
    expect(run.output["printer stdout"]).toHaveLength(100);
  });
});
