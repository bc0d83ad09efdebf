// What the run panel is given: callables of every kind, files, and past calls.
// Values are WAVE, signatures WIT.

import type { CallableGroup, CallRecord, RunFacts, RunRow } from "../../run/run-model.ts";
import type { FileRow } from "../../files/file-model.ts";

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

const AT = Date.UTC(2026, 10, 22, 16, 40);
const FILE = { isOpen: false, modifiedMs: AT, target: null, mark: null, conflict: false } as const;
const DIRECTORY = { ...FILE, kind: "directory", sizeBytes: null, modifiedMs: null } as const;

export const FILES: readonly FileRow[] = [
  { ...DIRECTORY, path: "cache", name: "cache", level: 1 },
  { ...DIRECTORY, path: "out", name: "out", level: 1, isOpen: true },
  { ...FILE, path: "out/latest", name: "latest", level: 2, kind: "link", sizeBytes: null, target: "report.csv" },
  { ...FILE, path: "out/report.csv", name: "report.csv", level: 2, kind: "text", sizeBytes: 812, conflict: true },
  { ...FILE, path: "out/small.png", name: "small.png", level: 2, kind: "image", sizeBytes: 12_400, mark: "new" },
  { ...FILE, path: "index.bin", name: "index.bin", level: 1, kind: "binary", sizeBytes: 4_096, mark: "changed" },
  { ...FILE, path: "picture.png", name: "picture.png", level: 1, kind: "image", sizeBytes: 184_200 },
];

export const RUNS: readonly RunRow[] = [
  { id: "4", name: "pipeline #4", mark: "running", detail: "Running \u00B7 10:43:07" },
  { id: "3", name: "calls #3", mark: "up", detail: "Up \u00B7 10:42:51" },
  { id: "2", name: "pipeline #2", mark: "failed", detail: "Exit 1 \u00B7 560 ms \u00B7 10:41:40" },
  { id: "1", name: "pipeline #1", mark: "stopped", detail: "Stopped \u00B7 12.4 s \u00B7 10:40:02" },
];

export const RUN_FACTS: RunFacts = {
  mark: "failed",
  word: "Exit 1",
  startedAtMs: 0,
  durationMs: 560,
  firstOutputMs: 173,
  instances: [
    { name: "png", componentBytes: 220_000, memoryBytes: 2_200_000 },
    { name: "soften", componentBytes: 5_300, memoryBytes: 131_072 },
    { name: "clock", componentBytes: 812, memoryBytes: null },
  ],
};
