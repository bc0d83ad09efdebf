import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { TestHost } from "./host.fixtures.ts";
import { createInterface } from "./interfaces.ts";
import { WASI_INTERFACES, type WasiInterfaceName } from "./interface-names.ts";

/** jco's own host declares what generated code expects; `timezone` it doesn't have. */
const UNDECLARED = new Set<string>(["wasi:clocks/timezone"]);
const DECLARED = WASI_INTERFACES.filter((name) => !UNDECLARED.has(name));

function declarationsOf(name: WasiInterfaceName): string {
  const require = createRequire(import.meta.url);
  const fromTranspile = createRequire(require.resolve("@bytecodealliance/jco-transpile/component"));
  const shim = dirname(fromTranspile.resolve("@bytecodealliance/preview2-shim"));
  const file = `${name.replace(/[:/]/g, "-")}.d.ts`;
  return readFileSync(join(shim, "../../types/interfaces", file), "utf8");
}

it.each(DECLARED)("the host has every function and method of %s", (name) => {
  const text = declarationsOf(name);
  const offered = createInterface(name, new TestHost().host);
  const functions = Array.from(text.matchAll(/^export function (\w+)\(/gm), ([, found]) => found!);
  for (const found of functions) expect(offered[found], found).toBeTypeOf("function");
  const classes = Array.from(text.matchAll(/^export class (\w+) \{(.*?)^(?:\s*)\}$/gms));
  for (const [, className, body] of classes) {
    const offeredClass = offered[className!] as { prototype: object };
    for (const [, method] of body!.matchAll(/^\s+(\w+)\(.*\): .*;$/gm)) {
      expect(offeredClass.prototype, className).toHaveProperty(method!);
    }
  }
  expect(functions.length + classes.length).toBeGreaterThan(0);
});
