// Small files that ask for a lot: they are refused by a named limit, or cost no more than their size allows.

import { describe, expect, it } from "vitest";
import { LIMITS, typeNodesOfFile } from "../core/base/limits.ts";
import { COMPONENT_PREAMBLE, SECTION } from "../core/binary/opcodes.ts";
import { Writer } from "../core/binary/writer.ts";
import { readComponent } from "../core/wit/read.ts";
import { componentFromWat } from "./wasm-tools.ts";

async function errorOf(wat: string): Promise<unknown> {
  const read = readComponent(await componentFromWat(wat));
  return read.ok ? null : read.error;
}

/** A component that instantiates the one inside it twice, and that in turn, `levels` deep. */
function doubling(levels: number): string {
  if (levels === 0) return `(type $r' (resource (rep i32))) (export $r "r" (type $r'))`;
  return `(component $inner ${doubling(levels - 1)})
    (instance $a (instantiate $inner)) (instance $b (instantiate $inner))
    (export "a" (instance $a)) (export "b" (instance $b))`;
}

describe("hostile components", () => {
  it("doubles as often as the size of the file allows, and is refused beyond", async () => {
    expect(await errorOf(`(component ${doubling(8)})`)).toBeNull();
    const bytes = await componentFromWat(`(component ${doubling(40)})`);
    const bound = typeNodesOfFile(bytes.length);
    expect(bound).toBeLessThan(LIMITS.typeNodes);
    expect(readComponent(bytes)).toMatchObject({ ok: false, error: { limit: "typeNodes", bound } });
  });

  it("is refused where components are nested too deep", () => {
    let bytes: Uint8Array = Uint8Array.from(COMPONENT_PREAMBLE);
    for (let level = 0; level < LIMITS.nestingDepth + 5; level++) {
      bytes = new Writer().bytes(COMPONENT_PREAMBLE).u8(SECTION.component).u32(bytes.length).bytes(bytes).finish();
    }
    expect(readComponent(bytes)).toMatchObject({ ok: false, error: { kind: "limit-exceeded", limit: "nestingDepth" } });
  });

  it("is refused where a chain of tuples doubles a type at each step", async () => {
    const types = Array.from({ length: 40 }, (_, i) => `(type $t${i + 1} (tuple $t${i} $t${i}))`);
    const wat = `(component (type $t0 (tuple u8)) ${types.join(" ")})`;
    expect(await errorOf(wat)).toMatchObject({ kind: "limit-exceeded", limit: "typeSize" });
  });
});
