// The types, functions and values that the demo shows: one of everything, in a shop that one can follow.

import { primitive, type FunctionType, type NamedType, type ValueType } from "../../../core/wit/types.ts";
import { pngOf } from "./demo-png.ts";
import { recordValue, type ResourceHandle, type WitValue } from "../../../core/values/value.ts";

const u8 = primitive("u8");
const u32 = primitive("u32");
const u64 = primitive("u64");
const f64 = primitive("f64");
const bool = primitive("bool");
const char = primitive("char");
const string = primitive("string");

function named(name: string, of: NamedType["of"]): NamedType {
  return { kind: "named", name, of };
}

function record(fields: Readonly<Record<string, ValueType>>): ValueType {
  return { kind: "record", fields: Object.entries(fields).map(([name, type]) => ({ name, type })) };
}

function list(element: ValueType): ValueType {
  return { kind: "list", element, length: null };
}

const order = named("order", { kind: "resource" });
const currency = named("currency", { kind: "enum", labels: ["eur", "usd", "chf"] });
const rounding = named("rounding", {
  kind: "enum",
  labels: ["half-even", "half-up", "towards-zero", "away-from-zero", "floor"],
});
const money = named("money", record({ amount: u64, currency }));
const line = named(
  "line",
  record({ sku: string, qty: u32, "unit-price": money, note: { kind: "option", element: string } }),
);
const shipping = named("shipping", {
  kind: "variant",
  cases: [
    { name: "pick-up", type: null },
    { name: "parcel", type: record({ street: string, "zip-code": string }) },
    { name: "digital", type: string },
  ],
});
const access = named("access", { kind: "flags", labels: ["read", "write", "append", "truncate"] });
const quoteError = named("quote-error", {
  kind: "variant",
  cases: [
    { name: "unknown-sku", type: string },
    { name: "sold-out", type: null },
  ],
});
const receipt = named("receipt", record({ id: u64, total: money, lines: list(line), state: currency }));

export const QUOTE: FunctionType = {
  kind: "function",
  async: false,
  parameters: [
    { name: "order", type: { kind: "borrow", resource: order } },
    { name: "customer", type: string },
    { name: "quantity", type: u8 },
    { name: "discount", type: { kind: "option", element: f64 } },
    { name: "express", type: bool },
    {
      name: "opts",
      type: named("options", record({ currency, rounding, coupon: { kind: "option", element: string } })),
    },
    { name: "lines", type: list(line) },
  ],
  result: { kind: "result", ok: receipt, error: quoteError },
};

export const EVERYTHING: FunctionType = {
  kind: "function",
  async: true,
  parameters: [
    { name: "mark", type: char },
    { name: "ship", type: shipping },
    { name: "access", type: access },
    { name: "point", type: { kind: "tuple", elements: [f64, f64] } },
    { name: "payload", type: list(u8) },
    { name: "headers", type: { kind: "map", key: string, value: list(string) } },
    { name: "outcome", type: { kind: "result", ok: u32, error: string } },
    { name: "nested", type: { kind: "option", element: { kind: "option", element: bool } } },
    { name: "rgb", type: { kind: "list", element: u8, length: 3 } },
    { name: "body", type: { kind: "stream", element: u8 } },
  ],
  result: null,
};

export const ORDERS: readonly ResourceHandle[] = [7, 12].map((id) => ({
  kind: "resource",
  typeName: "order",
  id,
  label: `order #${id}`,
}));

function lineValue(sku: string, qty: number, amount: bigint, note: WitValue): WitValue {
  const price = recordValue([
    ["amount", amount],
    ["currency", "eur"],
  ]);
  return recordValue([
    ["sku", sku],
    ["qty", qty],
    ["unit-price", price],
    ["note", note],
  ]);
}

export const LINES: WitValue = [
  lineValue("linen-cloth", 2, 1750n, null),
  lineValue("indigo-dye", 1, 690n, { some: "dark blue" }),
];

export const RECEIPT: { readonly value: WitValue; readonly type: ValueType } = {
  type: { kind: "result", ok: receipt, error: quoteError },
  value: {
    ok: recordValue([
      ["id", 7n],
      [
        "total",
        recordValue([
          ["amount", 4190n],
          ["currency", "eur"],
        ]),
      ],
      ["lines", LINES],
      ["state", "eur"],
    ]),
  },
};

export const REFUSAL: { readonly value: WitValue; readonly type: ValueType } = {
  type: RECEIPT.type,
  value: { error: { case: "unknown-sku", value: "hemp-rope" } },
};

export const LONG: { readonly value: WitValue; readonly type: ValueType } = {
  type: record({
    order: { kind: "own", resource: order },
    samples: list(u32),
    picture: list(u8),
    digest: list(u8),
    text: string,
    body: { kind: "stream", element: u8 },
    access,
  }),
  value: recordValue([
    ["order", ORDERS[0]!],
    ["samples", Array.from({ length: 12_345 }, (_, i) => (i * 7919) % 1000)],
    ["picture", pngOf(24)],
    ["digest", Uint8Array.from({ length: 40 }, (_, i) => (i * 37) % 256)],
    ["text", "Linen keeps its shape.\nIt wants a hot iron,\nand a little water.\n".repeat(3)],
    ["body", { kind: "opaque", of: "stream", id: 3 }],
    ["access", ["read", "append"]],
  ]),
};
