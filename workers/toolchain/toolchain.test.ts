import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { buildComponent } from "../testbed/build-component.ts";
import { CALC, STORE } from "../testbed/test-components.ts";
import { answer } from "./answer.ts";
import type { Artifact } from "./artifact.ts";
import { JCO_TRANSPILE_VERSION, loadBindgen } from "./tools.ts";
import { transpile } from "./transpile.ts";

async function transpiled(bytes: Uint8Array): Promise<Artifact> {
  const result = await transpile(bytes, { multiMemory: true, suspending: null }, loadBindgen);
  return result.ok ? result.value : expect.fail(JSON.stringify(result.error));
}

it("the tools are of the version that the cache keys tell", () => {
  const entry = createRequire(import.meta.url).resolve("@bytecodealliance/jco-transpile/component");
  const { version } = JSON.parse(readFileSync(new URL("../package.json", `file://${entry}`), "utf8")) as {
    version: string;
  };
  expect(version).toBe(JCO_TRANSPILE_VERSION);
});

describe("transpiling", () => {
  it("gives JavaScript, core modules and the imports that are asked for", async () => {
    const { js, modules, imports } = await transpiled(await buildComponent(STORE));
    expect(js).toContain("export function instantiate(");
    expect(modules.map(({ file }) => file)).toEqual([
      "component.core.wasm",
      "component.core2.wasm",
      "component.core3.wasm",
    ]);
    expect(modules.every(({ bytes }) => WebAssembly.validate(bytes))).toBe(true);
    expect(imports).toEqual([]);
  });

  it("keeps versions of one interface apart", async () => {
    const api = (version: string): string => `(import "a:b/api@${version}" (instance $v${version.at(-1)}
      (export "f" (func (result u32)))))`;
    const component = `(component ${api("1.0.1")} ${api("2.0.2")}
      (alias export $v1 "f" (func $f1)) (alias export $v2 "f" (func $f2))
      (core func $g1 (canon lower (func $f1))) (core func $g2 (canon lower (func $f2)))
      (core module $m (import "" "a" (func (result i32))) (import "" "b" (func (result i32))))
      (core instance (instantiate $m (with "" (instance (export "a" (func $g1)) (export "b" (func $g2)))))))`;
    expect((await transpiled(await buildComponent(component))).imports).toEqual(["a:b/api@1.0.1", "a:b/api@2.0.2"]);
  });

  it("decodes text as the canonical ABI does", async () => {
    const { js } = await transpiled(
      await buildComponent({
        wit: "package a:b; world it { export f: func() -> string; }",
        core: `(module (memory (export "memory") 1) (func (export "f") (result i32) (i32.const 0)))`,
      }),
    );
    expect(js.match(/new TextDecoder\([^)]*\)/g)).toEqual([
      'new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })',
    ]);
  });

  it("refuses what needs asynchronous calls", async () => {
    const bytes = await buildComponent({
      wit: "package a:b; world it { export wait: async func(); }",
      core: `(module (func (export "wait")))`,
    });
    expect(await transpile(bytes, { multiMemory: true, suspending: null }, loadBindgen)).toEqual({
      ok: false,
      error: { kind: "unsupported", feature: "async", what: "wait" },
    });
  });

  it("says what jco says", async () => {
    const bytes = await buildComponent(`(component
      (import "a:b/api" (instance $api (export "f" (func (result u32)))))
      (alias export $api "f" (func $f)) (export "again" (func $f)))`);
    const result = await transpile(bytes, { multiMemory: true, suspending: null }, loadBindgen);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "refused", message: expect.stringContaining("reexport") },
    });
  });

  it("reads the bytes first", async () => {
    const result = await transpile(new Uint8Array([1, 2, 3]), { multiMemory: true, suspending: null }, loadBindgen);
    expect(result).toMatchObject({ ok: false, error: { kind: "not-readable" } });
  });
});

const startingWith = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")}`);

describe("the text format", () => {
  it.each([
    ["(component\n  (core module)\n  (nonsense))", 3, 4, "expected valid component field"],
    ['(component "\n', 1, 13, "invalid string element '\\n'"],
    ["", 1, 1, "expected at least one module field"],
    ["(component", 1, 11, "expected `)`"],
    ['(component (import "a" (func (param "b" nope))))', 1, 41, "unexpected token, expected one of: `bool`"],
  ])("of %j is wrong in line %i, column %i", async (text, line, column, message) => {
    expect(await answer({ kind: "parse-wat", text })).toEqual({
      ok: false,
      error: { kind: "wat-syntax", place: { line, column }, message: expect.stringMatching(startingWith(message)) },
    });
  });

  it("print ∘ parse ∘ print = print", async () => {
    const print = async (bytes: Uint8Array): Promise<string> => {
      const printed = await answer({ kind: "print-wat", bytes });
      return printed.ok ? (printed.value as string) : expect.fail(JSON.stringify(printed.error));
    };
    const once = await print(await buildComponent(CALC));
    expect(await print(await buildComponent(once))).toBe(once);
  });
});

describe("validating", () => {
  const check = async (text: string): Promise<unknown> =>
    answer({ kind: "validate", bytes: await buildComponent(text) });

  it.each([
    CALC,
    // Valid, but nothing that WIT could write.
    `(component (instance $i) (instance $o (export "i" (instance $i))) (export "o" (instance $o)))`,
  ])("accepts what is valid", async (text) => expect(await check(text)).toEqual({ ok: true, value: null }));

  it.each([
    ["(component (core instance (instantiate 3)))", "unknown module 3"],
    ["(component (core module (func (result i32))))", "Compiling function #0 failed"],
    ["(component (component (core module (func (result i32)))))", "Compiling function #0 failed"],
  ])("refuses %s", async (text, message) => {
    expect(await check(text)).toMatchObject({
      ok: false,
      error: { kind: "refused", message: expect.stringContaining(message) },
    });
  });
});
