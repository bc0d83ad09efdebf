// Every error and warning of the engine as data: a closed kind and the values that place it.
// The wording of each stands in `wording.ts`, and nowhere else.

import type { LimitName } from "./limits.ts";
import type { Mismatch } from "./mismatch.ts";

/** A stretch of text in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An import of an instance, by the instance's name. */
export interface ImportPlace {
  readonly instance: string;
  readonly import: string;
}

/** An export of an instance, by the instance's name. */
export interface ExportPlace {
  readonly instance: string;
  readonly export: string;
}

/** What an argument is taken from: an export of an instance, or the composition's own import of that name. */
export type ArgumentPlace = ExportPlace | { readonly worldImport: string };

/** For diagnostics that say everything by their kind. */
interface NoParameters {
  readonly parameters?: never;
}

export interface DiagnosticParameters {
  "not-wasm": { readonly byteOffset: number };
  "core-module": { readonly byteOffset: number };
  "unsupported-layer": { readonly version: number; readonly layer: number; readonly byteOffset: number };
  "unexpected-end": { readonly byteOffset: number };
  malformed: { readonly what: string; readonly byteOffset: number };
  "limit-exceeded": {
    readonly limit: LimitName;
    readonly bound: number;
    readonly found: number;
    readonly byteOffset: number;
  };
  "invalid-utf8": { readonly byteOffset: number };
  "index-out-of-range": {
    readonly space: string;
    readonly index: number;
    readonly count: number;
    readonly byteOffset: number;
  };
  "unexpected-sort": { readonly expected: string; readonly found: string; readonly byteOffset: number };
  "duplicate-extern-name": {
    readonly direction: "import" | "export";
    readonly name: string;
    readonly byteOffset: number;
  };
  "missing-instance-export": { readonly name: string; readonly byteOffset: number };

  "missing-component": { readonly instance: string; readonly component: string };
  "missing-package": { readonly key: string };
  "unknown-import": ImportPlace & { readonly component: string; readonly known: readonly string[] };
  "unknown-export": ExportPlace & { readonly component: string; readonly known: readonly string[] };
  cycle: {
    readonly instances: readonly string[];
    /** For each instance, the import that the next one satisfies; the last takes it from the first. */
    readonly imports: readonly string[];
  };
  misfit: ImportPlace & { readonly source: ArgumentPlace; readonly mismatch: Mismatch };
  "resource-mismatch": ImportPlace & {
    readonly source: ArgumentPlace;
    readonly mismatch: Mismatch;
    /** The import through which the consumer has its resource; null where that is unknown. */
    readonly expectedBy: ImportPlace | null;
    /** The import through which the provider has its own; null where the provider defines it. */
    readonly foundBy: ImportPlace | null;
  };
  "conflicting-imports": ImportPlace & {
    readonly worldImport: string;
    readonly first: ImportPlace;
    readonly mismatch: Mismatch;
  };
  "import-name-taken": ImportPlace;
  "unsatisfied-import": ImportPlace & {
    /** The one export that would satisfy it. */
    readonly candidate: ExportPlace | null;
    /** Without a candidate: an export of the same interface, and why it doesn't fit. */
    readonly nearest: (ExportPlace & { readonly mismatch: Mismatch }) | null;
  };
  "ambiguous-import": ImportPlace & { readonly candidates: readonly ExportPlace[] };
  "duplicate-export": { readonly name: string; readonly other: string };
  "invalid-export-name": { readonly name: string };
  "unnamed-type-in-export": {
    readonly name: string;
    readonly type: string;
    /** The export that the type would be known by. */
    readonly needs: ExportPlace | null;
    /** What the composition exports under that name in its stead. */
    readonly taken: ArgumentPlace | null;
  };
  "module-import": { readonly name: string };
  "composition-too-large": { readonly bound: number };

  "import-not-in-target": { readonly name: string; readonly known: readonly string[] };
  "target-export-missing": { readonly name: string; readonly known: readonly string[] };
  "target-mismatch": {
    readonly direction: "import" | "export";
    readonly name: string;
    readonly mismatch: Mismatch;
  };

  /** `other` is the instance that has the name, or one that counts as the same. */
  "instance-name-taken": { readonly name: string; readonly other: string };
  "invalid-instance-name": { readonly name: string };
  "unknown-instance": { readonly name: string };
  "invalid-package-name": { readonly name: string };
  "component-key-taken": { readonly key: string };

  "project-without-wac": NoParameters;
  "wit-without-package": NoParameters;
  "sidecar-unreadable": NoParameters;
  "sidecar-too-new": { readonly format: number; readonly known: number };
  "zip-unreadable": NoParameters;
  "zip-too-large": { readonly bytes: number; readonly files: number };

  "scenarios-unreadable": NoParameters;
  "scenarios-too-new": { readonly format: number; readonly known: number };
  /** `place` is a path in the file: `scenarios[2].steps[0].call`. */
  "scenario-malformed": { readonly place: string; readonly expected: string };
  "scenario-name-taken": { readonly name: string };
  "invalid-scenario-name": { readonly name: string };
  /** `what` is counted: `steps in a scenario`. */
  "too-many-scenarios": { readonly what: string; readonly bound: number };

  "not-a-composition": { readonly what: string; readonly byteOffset: number };
  "not-in-wac": { readonly what: string; readonly byteOffset: number };

  "nothing-to-plug": { readonly socket: string };
  "import-not-plugged": {
    readonly import: string;
    /** What came nearest: a plug's key and its export. */
    readonly offer: { readonly plug: string; readonly export: string } | null;
    /** Null where only the name stands in the way. */
    readonly mismatch: Mismatch | null;
  };
  "plugged-twice": { readonly import: string; readonly plugs: readonly string[] };
  "plug-unused": { readonly plug: string };

  "replacement-imports-more": { readonly name: string };
  "replacement-needs-more": { readonly name: string; readonly mismatch: Mismatch };
  "replacement-lacks-export": { readonly name: string };
  "replacement-changes-export": { readonly name: string; readonly mismatch: Mismatch };

  "tool-refused": { readonly tool: string; readonly message: string };
  "dependency-elsewhere": { readonly key: string };
  "section-dropped": { readonly name: string };

  "wac-unexpected-character": { readonly character: string; readonly span: Span };
  "wac-unterminated": { readonly what: "comment" | "string"; readonly span: Span };
  "wac-expected": { readonly expected: string; readonly found: string; readonly span: Span };
  "wac-too-deep": { readonly bound: number; readonly span: Span };
  "wac-invalid-version": { readonly version: string; readonly span: Span };
  "wac-unknown-name": { readonly name: string; readonly span: Span };
  "wac-name-taken": { readonly name: string; readonly span: Span };
  "wac-unknown-package": { readonly key: string; readonly span: Span };
  "wac-own-package": { readonly name: string; readonly span: Span };
  "wac-unknown-member": {
    readonly of: string;
    readonly name: string;
    readonly known: readonly string[];
    readonly span: Span;
  };
  "wac-wrong-kind": {
    readonly name: string;
    readonly expected: string;
    readonly found: string;
    readonly span: Span;
  };
  "wac-duplicate": { readonly what: string; readonly name: string; readonly span: Span };
  "wac-borrow-in-result": { readonly span: Span };
  "wac-own-type-in-import": { readonly name: string; readonly type: string; readonly span: Span };
  "wac-import-twice": { readonly name: string; readonly span: Span };
  "wac-invalid-import-name": { readonly name: string; readonly span: Span };
  "wac-export-needs-name": { readonly span: Span };
  "wac-include-conflict": { readonly name: string; readonly world: string; readonly span: Span };
  "wac-limit": { readonly limit: LimitName; readonly bound: number; readonly span: Span };
  "wac-unknown-import": {
    readonly key: string;
    readonly name: string;
    readonly known: readonly string[];
    readonly span: Span;
  };
  "wac-unknown-export": {
    readonly instance: string;
    readonly name: string;
    readonly known: readonly string[];
    readonly span: Span;
  };
  "wac-not-an-instance": { readonly name: string; readonly span: Span };
  "wac-missing-argument": { readonly name: string; readonly key: string; readonly span: Span };
  "wac-argument-twice": { readonly name: string; readonly span: Span };
  "wac-nothing-to-spread": { readonly name: string; readonly span: Span };
  "wac-export-twice": { readonly name: string; readonly span: Span };
}

export type DiagnosticKind = keyof DiagnosticParameters;

export type Diagnostic<K extends DiagnosticKind = DiagnosticKind> = {
  [P in K]: { readonly kind: P } & DiagnosticParameters[P];
}[K];
