import { describe, expect, it } from "vitest";

import { formatDuration } from "./format-duration.ts";

describe("formatDuration", () => {
  it.each([
    [0, "0.00 ms"],
    [0.084, "0.08 ms"],
    [9.41, "9.41 ms"],
    [9.996, "10.0 ms"],
    [62.04, "62.0 ms"],
    [128.4, "128 ms"],
    [999.6, "1.0 s"],
    [12_400, "12.4 s"],
    [59_949, "59.9 s"],
    [60_000, "1:00"],
    [125_000, "2:05"],
    [3_725_000, "1:02:05"],
  ])("%d ms", (ms, text) => expect(formatDuration(ms).replace("\u00A0", " ")).toBe(text));
});
