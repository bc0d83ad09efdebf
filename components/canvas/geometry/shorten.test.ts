import { expect, it } from "vitest";

import { brokenTitle, shortened } from "./shorten.ts";

const letters = (text: string) => text.length;

it("keeps what fits, then leaves the path, then last segments", () => {
  expect(shortened("keyvalue/store", 14, letters)).toBe("keyvalue/store");
  expect(shortened("keyvalue/store", 10, letters)).toBe("store");
  expect(shortened("order-price-list", 14, letters)).toBe("order-price-…");
  expect(shortened("order-price-list", 2, letters)).toBe("order-…");
});

it("breaks titles between segments while there are lines", () => {
  expect(brokenTitle("gateway", 10, 1, letters)).toEqual(["gateway"]);
  expect(brokenTitle("order-price-list", 11, 3, letters)).toEqual(["order-", "price-list"]);
  expect(brokenTitle("order-price-list", 6, 3, letters)).toEqual(["order-", "price-", "list"]);
  expect(brokenTitle("order-price-list", 6, 2, letters)).toEqual([]);
  expect(brokenTitle("incoming", 6, 3, letters)).toEqual([]);
});
