import { describe, expect, it } from "vitest";

import { type LibraryQuery, type LibraryRow, sectionsOf } from "./library-model.ts";

/** `shop: store [providers] shop:orders/store` → a row. */
function row(text: string): LibraryRow {
  const [, group = "", name = "", filter = "", keyword = ""] = /^(\w+): (\S+) \[(\w*)\] ?(.*)$/.exec(text) ?? [];
  return {
    key: name,
    name,
    group,
    version: null,
    language: { mark: "Rs", name: "Rust" },
    sizeBytes: null,
    summary: "",
    filters: [filter],
    keywords: [keyword],
    state: { kind: "ready" },
    isComposed: false,
    instanceCount: 0,
  };
}

const ROWS = [
  "shop: store [providers] shop:orders/store@1.2.0",
  "shop: gateway [http] wasi:http/incoming-handler",
  "tools: csv-report [cli] wasi:cli/run",
].map(row);

const drawn = (query: Partial<LibraryQuery>) =>
  sectionsOf(ROWS, { text: "", filter: null, fits: null, ...query })
    .map((section) => `${section.title} ${section.mood}: ${section.rows.map((each) => each.name).join(" ")}`)
    .join(" | ");

describe("sectionsOf", () => {
  it("groups", () => expect(drawn({})).toBe("shop plain: store gateway | tools plain: csv-report"));
  it("filters", () => expect(drawn({ filter: "http" })).toBe("shop plain: gateway"));
  it("finds by interface", () => expect(drawn({ text: "incoming" })).toBe("shop plain: gateway"));
  it("wants every word", () =>
    expect(drawn({ text: "RUST wasi" })).toBe("shop plain: gateway | tools plain: csv-report"));
  it("finds nothing", () => expect(drawn({ text: "zig" })).toBe(""));
  it("sorts by what fits while a wire is dragged", () =>
    expect(drawn({ fits: { label: "x", keys: new Set(["gateway"]) } })).toBe(
      "Fits lit: gateway | Does not fit dimmed: store csv-report",
    ));
});
