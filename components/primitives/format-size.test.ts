import { describe, expect, it } from "vitest";

import { formatSize } from "./format-size.ts";

describe("formatSize", () => {
  it.each([
    [0, "0 B"],
    [812, "812 B"],
    [999, "999 B"],
    [1000, "1 kB"],
    [12_400, "12.4 kB"],
    [99_949, "99.9 kB"],
    [99_950, "100 kB"],
    [286_412, "286 kB"],
    [999_499, "999 kB"],
    [999_500, "1 MB"],
    [8_412_000, "8.4 MB"],
    [18_200_000, "18.2 MB"],
    [3_000_000_000_000_000, "3000 TB"],
  ])("%d bytes are %s", (bytes, text) => {
    expect(formatSize(bytes).replace("\u00A0", " ")).toBe(text);
  });

  it("never shows four figures below a thousand terabytes", () => {
    for (let bytes = 1; bytes < 1e15; bytes = Math.ceil(bytes * 1.37)) {
      expect(Number.parseFloat(formatSize(bytes))).toBeLessThan(1000);
    }
  });
});
