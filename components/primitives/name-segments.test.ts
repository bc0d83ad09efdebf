import { describe, expect, it } from "vitest";

import { nameSegments } from "./name-segments.ts";

const texts = (name: string) => nameSegments(name).map((segment) => segment.text);

describe("nameSegments", () => {
  it.each([
    ["store", ["store"]],
    ["shop:orders/store@1.2.0", ["shop:", "orders/", "store", "@1.2.0"]],
    ["wasi:http/incoming-handler@0.2.3-rc.1", ["wasi:", "http/", "incoming-", "handler", "@0.2.3-rc.1"]],
    ["wasi_snapshot_preview1", ["wasi_", "snapshot_", "preview1"]],
    ["", []],
  ])("%s", (name, segments) => {
    expect(texts(name)).toEqual(segments);
  });

  it.each(["a--b", "::", "a:b:c/d/e@1@2", "with space-and.dot", "@", "-x"])("joins back to %s", (name) => {
    expect(texts(name).join("")).toBe(name);
  });
});
