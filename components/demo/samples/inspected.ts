// What the inspector is given for the store instance, a wire and the world.
// The longest names are there on purpose: they must wrap, not be cut.

import type { InspectedPort } from "../../inspector/PortList.tsx";
import type { Producer } from "../../inspector/ProducersTable.tsx";
import type { SizePart } from "../../inspector/SizeTree.tsx";
import type { WireVerdict } from "../../inspector/WireInspector.tsx";
import type { KeyValue } from "../../primitives/KeyValueList.tsx";

export const IDENTITY: readonly KeyValue[] = [
  { label: "World", value: "shop:orders/order-store" },
  { label: "Language", value: "Rust, wit-bindgen 0.36" },
  { label: "Digest", value: "sha256:9f2c71…e41b", mono: true },
  { label: "Worker", value: "2, linear memory 6.1 MB" },
];

export const EXPORTS: readonly InspectedPort[] = [
  {
    name: "shop:orders/store",
    version: "1.2.0",
    colour: "jade",
    shape: "diamond",
    state: "wired",
    peers: [
      { id: "gateway", name: "gateway" },
      { id: "pricing-flat", name: "pricing-flat" },
    ],
  },
];

export const IMPORTS: readonly InspectedPort[] = [
  {
    name: "wasi:keyvalue/store",
    version: "0.2.0-draft",
    colour: "slate",
    shape: "diamond",
    state: "wired",
    peers: [{ id: "world", name: "world" }],
  },
  { name: "shop:tax/rates", version: "0.3.0", colour: "violet", shape: "circle", state: "missing", peers: [] },
  { name: "shop:audit/log", version: "1.0.0", colour: "orchid", shape: "circle", state: "free", peers: [] },
  {
    name: "observability:distributed-tracing/incoming-request-interceptor",
    version: "12.0.0-rc.1",
    colour: "azure",
    shape: "circle",
    state: "wired",
    peers: [{ id: "tracer", name: "request-tracer-for-production" }],
  },
];

export const FOLDED = {
  title: "6 wasi 0.2.3 interfaces, 1 types only",
  names: [
    "wasi:clocks/monotonic-clock",
    "wasi:clocks/wall-clock",
    "wasi:io/error",
    "wasi:io/streams",
    "wasi:random/random",
    "wasi:cli/stderr",
  ],
};

export const SIZES: SizePart = {
  name: "order-store.wasm",
  kind: "component",
  bytes: 412_300,
  parts: [
    {
      name: "order_store",
      kind: "core module",
      bytes: 361_200,
      parts: [
        { name: "code", kind: "section", bytes: 248_900, parts: [] },
        { name: "data", kind: "section", bytes: 98_100, parts: [] },
        { name: "function names", kind: "custom section", bytes: 14_200, parts: [] },
      ],
    },
    { name: "wit-component:adapter:wasi_snapshot_preview1", kind: "core module", bytes: 38_700, parts: [] },
    { name: "types and interfaces", kind: "sections", bytes: 11_900, parts: [] },
    { name: "producers", kind: "custom section", bytes: 500, parts: [] },
  ],
};

export const PRODUCERS: readonly Producer[] = [
  { field: "language", name: "Rust", version: "" },
  { field: "processed-by", name: "rustc", version: "1.88.0" },
  { field: "processed-by", name: "wit-component", version: "0.227.1" },
  { field: "sdk", name: "wit-bindgen-rust", version: "0.36.0" },
];

export const UNFIT: WireVerdict = {
  kind: "unfit",
  reason: {
    title: "Does not fit gateway’s import",
    detail: "needs shop:orders/pricing@1.2.0, offered @2.0.0",
    difference: [
      { mark: " ", text: "quote: func" },
      { mark: "-", text: "order: borrow<order>" },
      { mark: "+", text: "order: own<order>" },
      { mark: " ", text: "opts: options" },
      { mark: "-", text: "-> result<quote, error>" },
      { mark: "+", text: "-> result<quote, quote-error>" },
    ],
    help: "Choose pricing-next 1.x, or put an adapter between the two.",
  },
};
