import { describe, expect, it } from "vitest";
import { buildComponent } from "../../testbed/build-component.ts";
import { prepareModule } from "./prepare-module.ts";

const MAX_PAGES = 10;

async function prepared(text: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; exports: WebAssembly.Exports }> {
  const { bytes } = prepareModule(await buildComponent(text), "one/core0", MAX_PAGES);
  return { bytes, exports: new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports };
}

/** Pages that the memory `m` can have, starting from those it has. */
function pagesOf({ m }: WebAssembly.Exports): [number, number] {
  const memory = m as WebAssembly.Memory;
  const initial = memory.buffer.byteLength / 65_536;
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
    const { bytes, codeShift } = prepareModule(original, "one/core0", MAX_PAGES);
    const at = (module: Uint8Array): number =>
      module.findLastIndex((byte, i) => byte === 0x00 && module[i + 1] === 0x0b);
    expect(at(bytes) - at(original)).toBe(codeShift);
    expect(codeShift).toBeGreaterThan(0);
  });

  it("replaces a broken name section", () => {
    const broken = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, 7, 4, 0x6e, 0x61, 0x6d, 0x65, 0, 99];
    const { bytes } = prepareModule(Uint8Array.from(broken), "one/core0", MAX_PAGES);
    expect(WebAssembly.validate(bytes)).toBe(true);
    const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(bytes), "name");
    expect(new TextDecoder().decode(section)).toContain("one/core0");
  });
});
