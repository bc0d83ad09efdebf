// Code whose calls are suspended: which ones, and that engines accept what we make of jco's text. What it does is held to
// what blocking code does in a browser, by e2e/engine.e2e.ts.

import { describe, expect, it } from "vitest";
import { readComponent } from "../../core/wit/read.ts";
import { buildComponent, type ComponentText } from "../testbed/build-component.ts";
import { CALC, LOOPER, PRINTER, SHOP, SLEEPER, STORE } from "../testbed/test-components.ts";
import { artifactKey } from "./artifact-cache.ts";
import { suspendingNames } from "./suspending-names.ts";
import { loadBindgen } from "./tools.ts";
import { transpile } from "./transpile.ts";

async function namesOf(
  text: ComponentText,
  wired: readonly string[] = [],
): Promise<ReturnType<typeof suspendingNames>> {
  const component = readComponent(await buildComponent(text));
  return component.ok ? suspendingNames(component.value.type, { wired }) : expect.fail(JSON.stringify(component.error));
}

async function codeOf(text: ComponentText, wired: readonly string[] = []): Promise<string> {
  const options = { multiMemory: true, suspending: { wired } };
  const artifact = await transpile(await buildComponent(text), options, loadBindgen);
  return artifact.ok ? artifact.value.js : expect.fail(JSON.stringify(artifact.error));
}

describe("what is suspended", () => {
  it("is every export, and of the host what may wait", async () => {
    expect(await namesOf(SLEEPER)).toEqual({
      imports: ["wasi:io/poll@0.2.0#[method]pollable.block"],
      exports: ["sleep"],
    });
    expect(await namesOf(PRINTER)).toEqual({
      imports: ["wasi:io/streams@0.2.0#[method]output-stream.blocking-write-and-flush"],
      exports: ["print", "print-and-hang"],
    });
  });

  it("is everything that another component gives, also in place of the host", async () => {
    expect(await namesOf(LOOPER)).toEqual({ imports: ["add"], exports: ["repeat"] });
    expect((await namesOf(SHOP)).imports).toContain("test:store/api@1.0.0#[constructor]item");
    const clock = "wasi:clocks/monotonic-clock@0.2.0";
    expect((await namesOf(SLEEPER, [clock])).imports).toContain(`${clock}#subscribe-duration`);
  });

  it("makes other artifacts", () => {
    const keys = [null, { wired: [] }, { wired: ["a"] }, { wired: ["a", "b"] }, { wired: ["b", "a"] }].map(
      (suspending) => artifactKey("sha", { multiMemory: true, suspending }),
    );
    expect(new Set(keys).size).toBe(4);
    expect(keys.at(-1)).toBe(keys.at(-2));
  });
});

describe("code that is suspended", () => {
  it.each([
    ["CALC", CALC],
    ["STORE", STORE],
    ["SHOP", SHOP],
    ["LOOPER", LOOPER],
    ["PRINTER", PRINTER],
  ])("is a module: %s", async (_, text) => {
    const url = `data:text/javascript;base64,${Buffer.from(await codeOf(text)).toString("base64")}`;
    const script = (await import(/* @vite-ignore */ url)) as { instantiate: unknown };
    expect(script.instantiate).toBeTypeOf("function");
  });

  it("has what jco's own lacks", async () => {
    const [store, shop] = [await codeOf(STORE), await codeOf(SHOP)];
    expect(store).toContain("constructor(arg0) { return (async () => {");
    expect(store).toContain("Item.doubled = async function doubled(arg0) {");
    expect(
      store.match(/return suspendedDrop\(handleTable0\._componentIdx, exports0\['0'\], handleEntry\.rep\);/g),
    ).toHaveLength(3);
    expect(store).toContain("async function suspendedDrop(");
    expect(shop).toContain("captureTable0.delete(handleEntry.rep); return rsc[symbolDispose]?.();");
    expect(store + shop).not.toContain("return task.completionPromise();");
  });
});
