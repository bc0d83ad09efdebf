import { describe, expect, it } from "vitest";
import { buildComponent } from "../../testbed/build-component.ts";
import { loadWasmTools } from "../../toolchain/tools.ts";
import { prepareModule } from "./prepare-module.ts";

const PAGE_BYTES = 65_536;
const MAX_BYTES = 10 * PAGE_BYTES;

async function prepared(text: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; exports: WebAssembly.Exports }> {
  const { bytes } = prepareModule(await buildComponent(text), "one/core0", MAX_BYTES);
  return { bytes, exports: new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports };
}

async function printed(bytes: Uint8Array): Promise<string> {
  return (await loadWasmTools()).print(bytes);
}

/** Pages that the memory `m` can have, starting from those it has. */
function pagesOf({ m }: WebAssembly.Exports): [number, number] {
  const memory = m as WebAssembly.Memory;
  const initial = memory.buffer.byteLength / PAGE_BYTES;
  let pages = initial;
  try {
    for (; pages < 100; pages += 1) memory.grow(1);
  } catch {
    // As far as it goes.
  }
  return [initial, pages];
}

describe("preparing a core module", () => {
  it.each([
    ['(memory (export "m") 1)', [1, 10]],
    ['(memory (export "m") 1 3)', [1, 3]],
    ['(memory (export "m") 1 50)', [1, 10]],
    ['(memory (export "m") 20)', [20, 20]],
  ])("bounds %s", async (memory, pages) => {
    expect(pagesOf((await prepared(`(module ${memory})`)).exports)).toEqual(pages);
  });

  it("leaves a 32-bit memory no more than it can address", async () => {
    const original = await buildComponent('(module (memory (export "m") 1))');
    expect(WebAssembly.validate(prepareModule(original, "one/core0", 2 ** 40).bytes)).toBe(true);
  });

  it("bounds tables", async () => {
    const { exports } = await prepared('(module (table (export "t") 1 funcref) (table (export "u") 2 5 externref))');
    const { t, u } = exports as Record<string, WebAssembly.Table>;
    expect(t!.grow(999_999)).toBe(1);
    expect(() => t!.grow(1)).toThrow(RangeError);
    expect(u!.grow(3)).toBe(2);
    expect(() => u!.grow(1)).toThrow(RangeError);
  });

  it.each([
    ["a memory of its own", "(module (memory 2))", ["witloom memory 0"]],
    [
      "one beside an import",
      '(module (import "a" "f" (func)) (import "a" "t" (table 1 (ref null func))) (memory 1))',
      [0],
    ],
    ["none", "(module)", []],
    ["exports of its own, and code", '(module (memory 1) (func (export "f")) (data (i32.const 0) "x"))', ["f", 0]],
    [
      "a start function and a table",
      "(module (memory 1) (table 1 funcref) (func $f) (start $f) (elem (i32.const 0) $f))",
      [0],
    ],
  ] as const)("exports the memories of a module that has %s", async (_, text, names) => {
    const { bytes } = prepareModule(await buildComponent(text), "one/core0", MAX_BYTES);
    const exported = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name);
    expect(exported).toEqual(names.map((name) => (name === 0 ? "witloom memory 0" : name)));
  });

  it("counts a 64-bit memory's bound in its own pages, behind imported memories", async () => {
    const text = '(module (import "a" "m" (memory 1)) (memory i64 1) (memory 1 3))';
    const { bytes } = prepareModule(await buildComponent(text), "one/core0", MAX_BYTES);
    expect(await printed(bytes)).toMatch(/\(memory .*i64 1 10\)[^]*\(memory .* 1 3\)[^]*\(memory 1\)[^]*\(memory 2\)/);
  });

  it("sets the module's name and keeps those of its functions", async () => {
    const { exports } = await prepared(
      `(module $old (memory (export "m") 1) (func $inner unreachable) (func (export "go") (call $inner)))`,
    );
    try {
      (exports["go"] as () => void)();
      expect.fail("returned");
    } catch (error) {
      expect((error as Error).stack).toMatch(/one\/core0\.inner \(wasm:\/\/wasm\/one\/core0-[0-9a-f]{8}:/);
      expect((error as Error).stack).not.toContain("old");
    }
  });

  it("tells by how much code moved", async () => {
    const text = `(module (memory 1) (func (export "go") unreachable))`;
    const original = await buildComponent(text);
    const { bytes, codeShift } = prepareModule(original, "one/core0", MAX_BYTES);
    const at = (module: Uint8Array): number =>
      module.findLastIndex((byte, i) => byte === 0x00 && module[i + 1] === 0x0b);
    expect(at(bytes) - at(original)).toBe(codeShift);
    expect(codeShift).toBeGreaterThan(0);
  });

  it("replaces a broken name section", () => {
    const broken = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, 7, 4, 0x6e, 0x61, 0x6d, 0x65, 0, 99];
    const { bytes } = prepareModule(Uint8Array.from(broken), "one/core0", MAX_BYTES);
    expect(WebAssembly.validate(bytes)).toBe(true);
    const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(bytes), "name");
    expect(new TextDecoder().decode(section)).toContain("one/core0");
  });
});
