import { describe, expect, it } from "vitest";
import { freeWacName } from "./naming.ts";

describe("freeWacName", () => {
  it.each([
    ["store", [], "store"],
    ["store", ["store"], "store2"],
    ["store", ["store", "store-2"], "store3"],
    ["left-2", [], "left2"],
    ["c-42-b", [], "c42-b"],
    ["v1", ["v1"], "v1-n2"],
    ["v1", ["v1", "V1-N2"], "v1-n3"],
  ])("%s beside %j: %s", (label, taken, name) => expect(freeWacName(label, taken)).toBe(name));
});
