// What the run panel is given: callables of every kind, files, and past calls.
// Values are WAVE, signatures WIT.

import type { CallableGroup, CallRecord } from "../../run/run-model.ts";
import type { FolderFile } from "../../run/FolderFiles.tsx";

export const CALLABLES: readonly CallableGroup[] = [
  {
    id: "store",
    instance: "store",
    interface: "shop:orders/store 1.2.0",
    callables: [
      {
        id: "open",
        kind: "function",
        name: "open",
        signature: "func(draft: draft) -> result<order, error>",
        disabledReason: null,
      },
      { id: "find", kind: "function", name: "find", signature: "func(id: u64) -> option<order>", disabledReason: null },
      {
        id: "confirm",
        kind: "function",
        name: "order.confirm",
        signature: "func(total: money) -> result<receipt, error>",
        disabledReason: "It needs an order: call open first",
      },
    ],
  },
  {
    id: "thumbnailer",
    instance: "thumbnailer",
    interface: "wasi:cli/run 0.2.3",
    callables: [{ id: "run", kind: "command", name: "run", signature: "func() -> result", disabledReason: null }],
  },
  {
    id: "gateway",
    instance: "gateway",
    interface: "wasi:http/incoming-handler 0.2.3",
    callables: [
      {
        id: "handle",
        kind: "http",
        name: "handle",
        signature: "func(request: incoming-request, response-out: response-outparam)",
        disabledReason: "Use the HTTP tab: it needs a request",
      },
    ],
  },
];

export const HISTORY: readonly CallRecord[] = [
  {
    id: "4",
    callableId: "open",
    name: "store.open",
    arguments: '{ customer: "u-204", lines: [{ sku: "linen-cloth", quantity: 2 }] }',
    outcome: { kind: "running" },
    durationMs: null,
    startedAt: "10:42:11",
  },
  {
    id: "3",
    callableId: "find",
    name: "store.find",
    arguments: "7",
    outcome: { kind: "returned", value: "some(own<order> #7)" },
    durationMs: 2.04,
    startedAt: "10:41:58",
  },
  {
    id: "2",
    callableId: "find",
    name: "store.find",
    arguments: "18446744073709551615",
    outcome: { kind: "failed", reason: "unreachable in order-store, function find" },
    durationMs: 0.08,
    startedAt: "10:41:40",
  },
  {
    id: "1",
    callableId: "open",
    name: "store.open",
    arguments: "{ }",
    outcome: { kind: "stopped" },
    durationMs: 12_400,
    startedAt: "10:40:02",
  },
];

export const FILES: readonly FolderFile[] = [
  { path: "picture.png", sizeBytes: 184_200, kind: "image", written: false },
  { path: "out/small.png", sizeBytes: 12_400, kind: "image", written: true },
  { path: "out/report.csv", sizeBytes: 812, kind: "text", written: true },
  { path: "cache/index.bin", sizeBytes: 4_096, kind: "binary", written: true },
];
