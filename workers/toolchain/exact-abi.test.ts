import { describe, expect, it } from "vitest";
import { expectEchoed } from "../../core/values/echo-laws.fixtures.ts";
import { transpiled } from "../../core/values/jco-echo.fixtures.ts";
import { SEED } from "../../core/values/values.fixtures.ts";
import { buildComponent } from "../testbed/build-component.ts";
import { withExactAbi } from "./exact-abi.ts";

const NUMBERS = ["u8", "s8", "u16", "s16", "u32", "s32", "u64", "s64", "f32", "f64"];
const bytesOf = (type: string): number => Number(type.slice(1)) / 8;

/** Lists and a text at addresses that it is told, and what it was asked for room. */
const TELLER = {
  wit: `package test:teller; world it {
      ${NUMBERS.map((type) => `export all-${type}: func(address: u32, length: u32) -> list<${type}>;`).join(" ")}
      export take: func(text: string, more: list<string>) -> u32;
    }`,
  core: `(module (memory (export "memory") 1) (global $asked (mut i32) (i32.const 0))
    ${NUMBERS.map(
      (type) => `(func (export "all-${type}") (param i32 i32) (result i32)
        (i32.store (i32.const 64) (local.get 0)) (i32.store (i32.const 68) (local.get 1)) (i32.const 64))`,
    ).join(" ")}
    (func (export "take") (param i32 i32 i32 i32) (result i32)
      (if (i32.ne (local.get 0) (i32.const 4096)) (then unreachable)) (global.get $asked))
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
      (global.set $asked (i32.add (global.get $asked) (i32.const 1))) (i32.const 4096)))`,
};

describe("texts and lists", () => {
  it.each(NUMBERS)("of %s are taken from inside of the memory, and from nowhere else", async (type) => {
    const instantiate = await transpiled(await buildComponent(TELLER), withExactAbi);
    const call = async (address: number, length: number): Promise<ArrayLike<unknown>> =>
      ((await instantiate({})) as unknown as Record<string, (...args: number[]) => ArrayLike<unknown>>)[
        `all${type.toUpperCase()}`
      ]!(address, length);
    const size = bytesOf(type);
    expect((await call(65_536 - 4 * size, 4)).length).toBe(4);
    expect((await call(65_536, 0)).length).toBe(0);
    const wrong = [
      [65_536 - 4 * size, 5],
      [0xffff_0000, 4],
      [65_536 + size, 0],
      [0, 0xffff_ffff],
      [0, 0x2000_0000],
    ];
    for (const [address, length] of wrong) await expect(call(address!, length!)).rejects.toThrow(RangeError);
  });

  it("that are empty are asked room for", async () => {
    const instantiate = await transpiled(await buildComponent(TELLER), withExactAbi);
    const { take } = (await instantiate({})) as unknown as { take: (text: string, more: string[]) => number };
    expect(take("", ["", ""])).toBe(4);
  });

  it(`of any kind come through unchanged, seed ${SEED}`, { timeout: 60_000 }, () => expectEchoed(withExactAbi));
});
