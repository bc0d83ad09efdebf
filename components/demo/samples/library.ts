// A library as the pictures of the design show it, with every state that a row can have.
// Names and sizes are made up.

import type { LanguageMark } from "../../canvas/canvas-model.ts";
import type { LibraryFilter, LibraryRow, LibraryRowState } from "../../library/library-model.ts";

export const LANGUAGES = {
  Rs: { mark: "Rs", name: "Rust" },
  Go: { mark: "Go", name: "TinyGo" },
  Js: { mark: "Js", name: "JavaScript" },
  Py: { mark: "Py", name: "Python" },
  C: { mark: "C", name: "C" },
  "C+": { mark: "C+", name: "C++" },
} as const satisfies Record<string, LanguageMark>;

function row(
  group: string,
  language: keyof typeof LANGUAGES,
  name: string,
  summary: string,
  version: string,
  sizeBytes: number,
  filters: readonly string[] = [],
): LibraryRow {
  return {
    key: name,
    name,
    version,
    language: LANGUAGES[language],
    sizeBytes,
    summary,
    group,
    filters,
    keywords: [summary],
    state: { kind: "ready" },
    isComposed: false,
    instanceCount: group === "Shop" ? 1 : 0,
  };
}

export const LIBRARY: readonly LibraryRow[] = [
  row("Shop", "Rs", "order-gateway", "gateway", "0.6.0", 286_000, ["http"]),
  row("Shop", "Rs", "order-store", "store-provider", "0.9.2", 412_300, ["providers"]),
  row("Shop", "Go", "jwt-auth", "token-verifier", "1.4.0", 638_100, ["providers"]),
  row("Shop", "Js", "order-validate", "validator", "2.1.3", 8_410_000, ["providers"]),
  row("Shop", "Rs", "pricing-flat", "pricing-provider", "0.3.1", 121_000, ["providers"]),
  row("Shop", "Py", "pricing-eu", "pricing-provider", "0.8.0", 18_200_000, ["providers"]),
  row("Shop", "C", "audit-log", "audit-sink", "1.0.0", 64_000, ["providers"]),
  row("Middleware and adapters", "Rs", "http-recorder", "wasi:http/proxy", "0.2.0", 173_000, ["http"]),
  row("Middleware and adapters", "Rs", "kv-memory", "keyvalue provider", "0.2.0", 88_000, ["providers"]),
  row("Middleware and adapters", "Rs", "virt-fs", "filesystem provider", "0.1.4", 96_000),
  row("Middleware and adapters", "Go", "fault-injector", "wraps any interface", "0.3.0", 402_000),
  row("Tools", "C+", "thumbnailer", "wasi:cli/command", "0.5.0", 1_100_000, ["cli"]),
  row("Tools", "Py", "csv-report", "wasi:cli/command", "0.1.2", 17_600_000, ["cli"]),
  row("Tools", "Js", "rates-table", "tax-rates", "0.3.0", 8_100_000),
];

export const FILTERS: readonly LibraryFilter[] = [
  { id: "http", label: "HTTP" },
  { id: "cli", label: "CLI" },
  { id: "providers", label: "Providers" },
];

const inState = (base: LibraryRow, name: string, state: LibraryRowState): LibraryRow => ({
  ...base,
  key: name,
  name,
  language: null,
  version: null,
  sizeBytes: null,
  group: "Just dropped",
  state,
});

const [FIRST] = LIBRARY as [LibraryRow];

export const STATES: readonly LibraryRow[] = [
  inState(FIRST, "image-pipeline.wasm", { kind: "loading", note: "Reading 3.2 of 8.4 MB", fraction: 0.38 }),
  inState(FIRST, "unknown-length.wasm", { kind: "loading", note: "Waiting for its turn", fraction: null }),
  inState(FIRST, "core-module.wasm", {
    kind: "failed",
    message: "This is a core module, not a component.",
    help: "Turn it into one with wasm-tools component new, then drop it again.",
  }),
  inState(FIRST, "truncated.wasm", {
    kind: "failed",
    message: "The file ends in the middle of section 4, at byte 18,204.",
    help: "Its download was probably cut short. Download it again.",
  }),
  {
    ...FIRST,
    key: "long",
    name: "observability-and-tracing-middleware-for-incoming-requests",
    summary: "observability:tracing-middleware/incoming-request-interceptor",
    group: "Long names",
    version: "12.0.0-rc.1",
  },
  { ...FIRST, key: "bare", name: "a", summary: "exports nothing", group: "Long names", language: null, version: null },
];
