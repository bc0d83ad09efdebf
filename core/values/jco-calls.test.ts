import { describe, expect, it } from "vitest";
import { readComponent } from "../wit/read.ts";
import type { FunctionType, HandleType, ValueType } from "../wit/types.ts";
import { errorFromJco, fromJco, returnFromJco } from "./from-jco.ts";
import { echoOf, transpiled } from "./jco-echo.fixtures.ts";
import type { Result } from "../base/result.ts";
import { type JcoError, type ResourceTable, throwsErrors } from "./jco-rules.ts";
import { answerToJco, ComponentError, type JcoAnswer, toJco } from "./to-jco.ts";
import { t } from "./values.fixtures.ts";
import type { WitValue } from "./value.ts";
import { definedName } from "../wit/compare.ts";

class Table implements ResourceTable {
  readonly objects: object[] = [];
  toHandle(object: object, type: HandleType): ReturnType<ResourceTable["toHandle"]> {
    const typeName = definedName(type.resource);
    const id = this.#idOf(object);
    return { kind: "resource", typeName, id, label: `${typeName} #${id}` };
  }
  toOpaque(object: object, of: "stream" | "future" | "error-context"): ReturnType<ResourceTable["toOpaque"]> {
    return { kind: "opaque", of, id: this.#idOf(object) };
  }
  toObject(handle: { readonly id: number }): object | null {
    return this.objects[handle.id - 1] ?? null;
  }
  #idOf(object: object): number {
    const place = this.objects.indexOf(object);
    return place >= 0 ? place + 1 : this.objects.push(object);
  }
}

function functionsOf(bytes: Uint8Array, instance: string): readonly FunctionType[] {
  const component = readComponent(bytes);
  if (!component.ok) return expect.fail(component.error.kind);
  const { type } = component.value;
  const extern = type.exports.get(instance) ?? type.imports.get(instance);
  if (extern?.kind !== "instance") return expect.fail(`no ${instance}`);
  return [...extern.type.exports.values()].flatMap((item) => (item.kind === "function" ? [item.type] : []));
}

const RESULTS: readonly (readonly [ValueType, readonly WitValue[]])[] = [
  [t.result(t.u8, t.string), [{ ok: 7 }, { error: "no" }]],
  [t.result(), [{ ok: null }, { error: null }]],
  [t.result(t.option(t.u8), t.option(t.option(t.u8))), [{ ok: null }, { ok: { some: 1 } }, { error: { some: null } }]],
  [t.result(t.result(t.u8, t.string), t.string), [{ ok: { error: "inner" } }, { ok: { ok: 1 } }, { error: "outer" }]],
  [t.result(null, t.record({ payload: t.u8 })), [{ error: { payload: 3 } }, { ok: null }]],
  [t.result(t.variant({ ok: t.u8, err: null }), null), [{ ok: { case: "err" } }, { ok: { case: "ok", value: 1 } }]],
  [t.named("outcome", t.result(t.u8, t.string)), [{ ok: 7 }, { error: "no" }]],
];

function valueOf<T>(result: Result<T, JcoError>): T {
  return result.ok ? result.value : expect.fail(result.error.kind);
}

function lift(call: () => Result<WitValue, JcoError>, type: ValueType, table: ResourceTable): unknown {
  try {
    return call();
  } catch (thrown) {
    return errorFromJco(thrown, type, table);
  }
}

describe("results at the edge of a component", () => {
  it("are returned and thrown as we say", async () => {
    const echo = await echoOf(RESULTS.map(([type]) => type));
    const table = new Table();
    let answer: JcoAnswer = { kind: "return", value: undefined };
    const give = (): unknown => {
      if (answer.kind === "throw") throw new ComponentError(answer.payload);
      return answer.value;
    };
    const api = await echo.instantiate(RESULTS.map(() => give));
    const types = functionsOf(echo.bytes, "test:echo/api").map((type) => type.result!);
    for (const [i, type] of types.entries()) {
      for (const value of RESULTS[i]![1]) {
        answer = valueOf(answerToJco(value, type, table));
        const argument = valueOf(toJco(value, type, table));
        expect(lift(() => returnFromJco(api[i]!(argument), type, table), type, table)).toEqual({ ok: true, value });
      }
    }
    expect(types.map(throwsErrors)).toEqual([true, true, true, true, true, true, false]);
  });

  it("a trap and a foreign error are no err", () => {
    const type = t.result(t.u8, t.string);
    expect(errorFromJco(new WebAssembly.RuntimeError("unreachable"), type, new Table())).toBeNull();
    expect(errorFromJco(new TypeError("no function"), type, new Table())).toBeNull();
    expect(errorFromJco(Object.assign(new Error("x"), { payload: "x" }), t.string, new Table())).toBeNull();
  });

  it("a function without a result has null for a value", () => {
    expect(returnFromJco(undefined, null, new Table())).toEqual({ ok: true, value: null });
    expect(answerToJco(null, null, new Table())).toEqual({
      ok: true,
      value: { kind: "return", value: undefined },
    });
  });
});

describe("maps", () => {
  it("are Maps in JavaScript", async () => {
    const type = t.map(t.string, t.list(t.u8));
    const echo = await echoOf([type]);
    const seen: unknown[] = [];
    const [pass] = await echo.instantiate([(map) => (seen.push(map), map)]);
    const js = toJco([["a", new Uint8Array([1, 2])]], type, new Table());
    expect(fromJco(pass!(js.ok && js.value), type, new Table())).toEqual({
      ok: true,
      value: [["a", new Uint8Array([1, 2])]],
    });
    expect(seen).toEqual([new Map([["a", new Uint8Array([1, 2])]])]);
  });
});

describe("resources", () => {
  it("keep their identity through a component", async () => {
    const tools = await import("@bytecodealliance/jco-transpile/wasm-tools");
    const binary = await tools.parse(`(module
      (import "test:shop/host" "look" (func $look (param i32) (result i32)))
      (import "test:shop/host" "[resource-drop]order" (func $drop (param i32)))
      (func (export "test:shop/api#pass") (param i32) (result i32) (local.get 0))
      (func (export "test:shop/api#look") (param i32) (result i32)
        (call $look (local.get 0)) (call $drop (local.get 0))))`);
    const witSource = `package test:shop;
      interface host { resource order; look: func(o: borrow<order>) -> u32; }
      interface api { use host.{order}; pass: func(o: order) -> order; look: func(o: borrow<order>) -> u32; }
      world shop { import host; export api; }`;
    const bytes = await tools.componentNew(await tools.componentEmbed({ binary, witSource, world: "shop" }), []);
    const [passType, lookType] = functionsOf(bytes, "test:shop/api");
    const table = new Table();
    class Order {
      readonly number = 7;
    }
    const look = (order: unknown): number => {
      const seen = fromJco(order, lookType!.parameters[0]!.type, table);
      expect(seen).toEqual({ ok: true, value: { kind: "resource", typeName: "order", id: 1, label: "order #1" } });
      return (order as Order).number;
    };
    const exports = await (await transpiled(bytes))({ "test:shop/host": { Order, look } });
    const api = exports["test:shop/api"]!;
    const order = new Order();
    const handle = fromJco(order, passType!.parameters[0]!.type, table);
    const js = handle.ok && toJco(handle.value, passType!.parameters[0]!.type, table);
    expect(js).toEqual({ ok: true, value: order });
    expect(fromJco(api["pass"]!(order), passType!.result!, table)).toEqual(handle);
    expect(api["look"]!(order)).toBe(7);
    expect(toJco({ kind: "resource", typeName: "order", id: 9, label: "order #9" }, t.own("order"), table)).toEqual({
      ok: false,
      error: { kind: "unknown-handle", label: "order #9", path: [] },
    });
  });
});
