// One diagnostic or more of every kind, as the pages of docs/diagnostics show them.

import type { DiagnosticKind, DiagnosticParameters } from "../core/base/diagnostics.ts";
import { LIMITS } from "../core/base/limits.ts";
import type { Mismatch } from "../core/base/mismatch.ts";

const LOG = "demo:log/log@1.0.0";
const STORE = "shop:orders/store@1.0.0";
const PRICING = "shop:orders/pricing@1.0.0";
const SPAN = { start: 0, end: 1 };

const WRONG_LINE: Mismatch = {
  path: ["write", "line"],
  difference: { kind: "type", expected: "string", found: "list<u8>" },
};

/** Parameters per kind, without the kind itself. */
export const SAMPLES: { readonly [K in DiagnosticKind]?: readonly DiagnosticParameters[K][] } = {
  "not-wasm": [{ byteOffset: 0 }],
  "core-module": [{ byteOffset: 0 }],
  "unsupported-layer": [{ version: 13, layer: 2, byteOffset: 4 }],
  "unexpected-end": [{ byteOffset: 4096 }],
  malformed: [{ what: "an alias", byteOffset: 118 }],
  "limit-exceeded": [
    { limit: "nestingDepth", bound: LIMITS.nestingDepth, found: LIMITS.nestingDepth + 1, byteOffset: 315 },
  ],
  "invalid-utf8": [{ byteOffset: 77 }],
  "index-out-of-range": [{ space: "instance", index: 3, count: 1, byteOffset: 118 }],
  "unexpected-sort": [{ expected: "instance type", found: "function", byteOffset: 118 }],
  "duplicate-extern-name": [{ direction: "import", name: LOG, byteOffset: 118 }],
  "missing-instance-export": [{ name: "write", byteOffset: 118 }],

  "wac-unexpected-character": [{ character: "#", span: SPAN }],
  "wac-unterminated": [
    { what: "string", span: SPAN },
    { what: "comment", span: SPAN },
  ],
  "wac-expected": [{ expected: "`;`", found: "`let`", span: SPAN }],
  "wac-too-deep": [{ bound: 100, span: SPAN }],
  "wac-unknown-name": [{ name: "logger", span: SPAN }],
  "wac-name-taken": [{ name: "logger", span: SPAN }],
  "wac-unknown-package": [{ key: "demo:logger@1.2.0", span: SPAN }],
  "wac-unknown-import": [{ key: "demo:app", name: "lgo", known: [LOG], span: SPAN }],
  "wac-unknown-export": [{ instance: "logger", name: "demo:log/log@2.0.0", known: [LOG], span: SPAN }],
  "wac-not-an-instance": [{ name: "run", span: SPAN }],
  "wac-missing-argument": [{ name: LOG, key: "demo:app", span: SPAN }],
  "wac-argument-twice": [{ name: LOG, span: SPAN }],
  "wac-nothing-to-spread": [{ name: "logger", span: SPAN }],
  "wac-export-twice": [{ name: "run", span: SPAN }],
  "wac-invalid-version": [{ version: "1.2", span: SPAN }],
  "wac-own-package": [{ name: "demo:app", span: SPAN }],
  "wac-unknown-member": [
    { of: "wasi:io/streams@0.2.3", name: "inputstream", known: ["input-stream", "output-stream"], span: SPAN },
  ],
  "wac-wrong-kind": [{ name: "level", expected: "an interface", found: "a type", span: SPAN }],
  "wac-duplicate": [{ what: "field", name: "id", span: SPAN }],
  "wac-borrow-in-result": [{ span: SPAN }],
  "wac-own-type-in-import": [{ name: "submit", type: "job", span: SPAN }],
  "wac-import-twice": [{ name: "demo:logging/log@1.0.0", span: SPAN }],
  "wac-invalid-import-name": [{ name: "My Log", span: SPAN }],
  "wac-export-needs-name": [{ span: SPAN }],
  "wac-include-conflict": [{ name: "run", world: "base", span: SPAN }],
  "wac-limit": [{ limit: "typeSize", bound: 1000000, span: SPAN }],
  "missing-package": [{ key: "demo:logging@1.0.0" }],
  "wit-without-package": [{}],

  "missing-component": [{ instance: "logger", component: "demo:logger@1.2.0" }],
  "unknown-import": [{ instance: "app", import: LOG, component: "demo:app@2.0.0", known: ["demo:log/log@2.0.0"] }],
  "unknown-export": [
    { instance: "logger", export: LOG, component: "demo:logger@2.0.0", known: ["demo:log/log@2.0.0"] },
  ],
  cycle: [
    { instances: ["cache", "filter"], imports: [LOG, LOG] },
    { instances: ["filter"], imports: [LOG] },
  ],
  misfit: [
    {
      instance: "app",
      import: LOG,
      source: { instance: "logger", export: LOG },
      mismatch: { path: ["write", "line"], difference: { kind: "type", expected: "string", found: "list<u8>" } },
    },
  ],
  "resource-mismatch": [
    {
      instance: "gateway",
      import: PRICING,
      source: { instance: "pricing", export: PRICING },
      mismatch: {
        path: ["order"],
        difference: {
          kind: "resource",
          expected: { name: "order", instance: "store-b", interface: STORE },
          found: { name: "order", instance: "store-a", interface: STORE },
        },
      },
      expectedBy: { instance: "gateway", import: STORE },
      foundBy: { instance: "pricing", import: STORE },
    },
  ],
  "conflicting-imports": [
    {
      instance: "young",
      import: "demo:log/log@1.2.0",
      worldImport: "demo:log/log@1.2.0",
      first: { instance: "old", import: LOG },
      mismatch: { path: ["level"], difference: { kind: "member-extra", member: "case", name: "middle" } },
    },
  ],
  "import-name-taken": [{ instance: "app", import: LOG }],
  "unsatisfied-import": [
    { instance: "app", import: LOG, candidate: null, nearest: null },
    { instance: "app", import: LOG, candidate: { instance: "logger", export: LOG }, nearest: null },
    {
      instance: "app",
      import: LOG,
      candidate: null,
      nearest: {
        instance: "logger",
        export: LOG,
        mismatch: { path: ["write", "line"], difference: { kind: "type", expected: "string", found: "list<u8>" } },
      },
    },
  ],
  "ambiguous-import": [
    {
      instance: "app",
      import: LOG,
      candidates: [
        { instance: "near", export: LOG },
        { instance: "far", export: LOG },
      ],
    },
  ],
  "duplicate-export": [
    { name: "run", other: "run" },
    { name: "RUN", other: "run" },
  ],
  "invalid-export-name": [{ name: "my run" }],
  "unnamed-type-in-export": [
    {
      name: "open",
      type: "order",
      needs: { instance: "near", export: STORE },
      taken: { instance: "far", export: STORE },
    },
  ],
  "module-import": [{ name: "engine" }],
  "composition-too-large": [{ bound: LIMITS.typeNodes }],

  "instance-name-taken": [
    { name: "logger", other: "logger" },
    { name: "LOGGER", other: "logger" },
  ],
  "invalid-instance-name": [{ name: "my app" }],
  "unknown-instance": [{ name: "logger" }],
  "invalid-package-name": [{ name: "greeting" }],
  "component-key-taken": [{ key: "demo:logger" }],

  "project-without-wac": [{}],
  "sidecar-unreadable": [{}],
  "sidecar-too-new": [{ format: 2, known: 1 }],
  "zip-unreadable": [{}],
  "zip-too-large": [{ bytes: 2_147_483_647, files: 1 }],

  "scenarios-unreadable": [{}],
  "scenario-malformed": [
    { place: "scenarios[2].call", expected: 'a call such as `greet("Ada")`' },
    { place: "scenarios[0].steps[1].expect.status", expected: "a whole number from 100 to 999" },
  ],
  "scenarios-too-new": [{ format: 2, known: 1 }],
  "scenario-name-taken": [{ name: "Ada is greeted" }],
  "invalid-scenario-name": [{ name: " " }],
  "too-many-scenarios": [
    { what: "scenarios", bound: 2_000 },
    { what: "steps in a scenario", bound: 200 },
  ],

  "import-not-in-target": [{ name: LOG, known: [STORE] }],
  "target-export-missing": [{ name: "run", known: [LOG] }],
  "target-mismatch": [{ direction: "export", name: LOG, mismatch: WRONG_LINE }],

  "not-a-composition": [{ what: "core code of its own at the top level", byteOffset: 118 }],
  "not-in-wac": [{ what: "an argument that is an instance put together from several", byteOffset: 270 }],
  "dependency-elsewhere": [{ key: "demo:log@1.2.0" }],
  "section-dropped": [{ name: "notes" }],
  "nothing-to-plug": [{ socket: "demo:app" }],
  "import-not-plugged": [
    { import: LOG, offer: { plug: "demo:logger", export: LOG }, mismatch: WRONG_LINE },
    { import: LOG, offer: { plug: "demo:logger", export: "other:log/log@1.0.0" }, mismatch: null },
    { import: LOG, offer: null, mismatch: null },
  ],
  "plugged-twice": [{ import: LOG, plugs: ["demo:logger", "demo:file-logger"] }],
  "plug-unused": [{ plug: "demo:logger" }],
  "replacement-imports-more": [{ name: LOG }],
  "replacement-needs-more": [{ name: LOG, mismatch: WRONG_LINE }],
  "replacement-lacks-export": [{ name: LOG }],
  "replacement-changes-export": [{ name: LOG, mismatch: WRONG_LINE }],
  "tool-refused": [{ tool: "wasm-tools", message: "expected `)`" }],
};
