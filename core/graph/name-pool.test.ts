import { describe, expect, it } from "vitest";
import { NamePool, wacName } from "./name-pool.ts";

describe("wacName", () => {
  it.each([
    ["left-2", "left2"],
    ["c-42-b", "c42-b"],
    ["left-hand", "left-hand"],
  ])("%s: %s", (label, name) => expect(wacName(label)).toBe(name));
});

describe("NamePool", () => {
  it.each([
    ["store", [], "store"],
    ["store", ["store"], "store2"],
    ["store", ["store", "store-2"], "store3"],
    ["left-2", [], "left-2"],
    ["left-2", ["left-2"], "left2-n2"],
    ["v1", ["v1", "V1-N2"], "v1-n3"],
  ])("%s beside %j: %s", (label, taken, name) => expect(new NamePool(taken).next(label)).toBe(name));

  it("gives no name twice", () => {
    const pool = new NamePool();
    const names = ["a", "a", "a2", "a", "a-2", "A", "a3"].map((name) => pool.next(name));
    expect(names).toEqual(["a", "a2", "a2-n2", "a3", "a2-n3", "A4", "a3-n2"]);
  });
});
