// What waits, and where: in each way that a run can wait it comes to the same.

import type { ResourceHandle, WitValue } from "../../core/values/value.ts";
import type { CallOutcome } from "../run/session/calls.ts";
import type { CoreText } from "./build-component.ts";
import { CALC, PRINTER, SHOP, SLEEPER, STORE } from "./test-components.ts";
import { expectSame, expectTrue, prepare, start, startReady, waitMode } from "./testbed-run.ts";

const STORE_API = "test:store/api@1.0.0";
const SHOP_API = "test:store/shop@1.0.0";

/** The store, but each of its functions waits a little: constructor, method, static function, and destructor. */
const SLOW_STORE: CoreText = {
  wit:
    STORE.wit.replace(
      "world it { ",
      "world it { import wasi:io/poll@0.2.0; import wasi:clocks/monotonic-clock@0.2.0; ",
    ) + SLEEPER.wit.slice(SLEEPER.wit.indexOf("package wasi:io")),
  core: STORE.core
    .replace(
      "(memory",
      `(import "wasi:clocks/monotonic-clock@0.2.0" "subscribe-duration" (func $after (param i64) (result i32)))
      (import "wasi:io/poll@0.2.0" "[method]pollable.block" (func $block (param i32)))
      (import "wasi:io/poll@0.2.0" "[resource-drop]pollable" (func $forget (param i32)))
      (memory`,
    )
    .replace(
      "(global",
      `(func $nap (local $pollable i32)
        (local.set $pollable (call $after (i64.const 3000000)))
        (call $block (local.get $pollable))
        (call $forget (local.get $pollable)))
      (global`,
    )
    .replaceAll(
      /(\(export "test:store[^"]*"\)(?: \(param[^)]*\)| \(result[^)]*\)| \(local[^)]*\))*)/g,
      "$1 (call $nap)",
    ),
};

function valueOf(outcome: CallOutcome): WitValue {
  if (outcome.kind !== "returned") throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

export const waitScenarios = {
  /** Constructors, methods, static functions and destructors wait, for another instance and for a person. */
  async "resources that wait"() {
    const demo = await start({
      components: { store: SLOW_STORE, shop: SHOP },
      wires: `shop.${STORE_API} = store.${STORE_API}`,
      grants: { store: { clocks: true } },
    });
    expectSame(valueOf(await demo.call(`shop.${SHOP_API}#price`, 7)), 7);
    expectSame(valueOf(await demo.call(`store.${STORE_API}#dropped`)), 1);
    const item = valueOf(await demo.call(`store.${STORE_API}#[constructor]item`, 21)) as ResourceHandle;
    expectSame(valueOf(await demo.call(`shop.${SHOP_API}#look`, item)), 21);
    const better = valueOf(await demo.call(`shop.${SHOP_API}#improve`, item)) as ResourceHandle;
    expectSame(valueOf(await demo.call(`store.${STORE_API}#[method]item.value`, better)), 42);
    expectSame((await demo.run.drop(better.id)).kind, "returned");
    expectSame(valueOf(await demo.call(`store.${STORE_API}#dropped`)), 3);
    const trapped = await demo.call(`shop.${SHOP_API}#waste`, 666);
    if (trapped.kind !== "trapped") throw new Error(JSON.stringify(trapped));
    expectSame([trapped.report.kind, trapped.report.instance], ["trap", "store"]);
    expectSame(trapped.report.frames[0]?.function, "drop_item");
    demo.run.stop();
  },

  /** What runs while an instance is made can wait only where the thread blocks. */
  async "waiting at the start"() {
    const core = PRINTER.core.replace(/\)$/, `(func (export "_initialize") (call $print (i32.const 1))))`);
    const ready = await prepare({
      components: { printer: { ...PRINTER, core } },
      grants: { printer: { stdout: true } },
    });
    const demo = startReady(ready);
    const end = await demo.run.ready;
    if (waitMode === "suspended") {
      if (end?.kind !== "trapped") throw new Error(JSON.stringify(end));
      expectSame([end.report.instance, end.report.calls[0]?.function], ["printer", "[instantiate]"]);
      expectTrue(/cannot block/.test(end.report.message), end.report.message);
    } else expectSame([end, demo.output("printer")], [null, "a line of output\n"]);
    demo.run.stop();
  },

  /** Calls come one after the other, also while one of them waits. */
  async "calls in turn"() {
    const demo = await start({ components: { sleeper: SLEEPER, calc: CALC }, grants: { sleeper: { clocks: true } } });
    const order: string[] = [];
    const noted = async (name: string, call: Promise<CallOutcome>): Promise<void> => {
      valueOf(await call);
      order.push(name);
    };
    await Promise.all([
      noted("long", demo.call("sleeper.sleep", 60_000_000n)),
      noted("short", demo.call("sleeper.sleep", 1_000_000n)),
      noted("none", demo.call("calc.test:calc/api@1.0.0#add", 1, 2)),
    ]);
    expectSame(order, ["long", "short", "none"]);
    expectTrue(
      demo.events.every(({ kind }) => kind !== "finished"),
      "the run goes on",
    );
    demo.run.stop();
  },
};
