// The names of a WAC document and what they stand for, and how its statements report what is wrong.

import type { Diagnostic, Span } from "../base/diagnostics.ts";
import { DecodeFailure } from "../binary/cursor.ts";
import type { Item } from "../graph/graph.ts";
import { checkMeasure, type TypeMeasures } from "../wit/type-size.ts";
import type { AnyType, ComponentType, Extern, ExternMap, InstanceType } from "../wit/types.ts";
import type { Identifier } from "./syntax.ts";

export type WacResolveError = Diagnostic<
  | "wac-unknown-name"
  | "wac-name-taken"
  | "wac-unknown-package"
  | "wac-own-package"
  | "wac-unknown-import"
  | "wac-unknown-export"
  | "wac-unknown-member"
  | "wac-wrong-kind"
  | "wac-duplicate"
  | "wac-borrow-in-result"
  | "wac-own-type-in-import"
  | "wac-not-an-instance"
  | "wac-missing-argument"
  | "wac-argument-twice"
  | "wac-nothing-to-spread"
  | "wac-import-twice"
  | "wac-invalid-import-name"
  | "wac-export-needs-name"
  | "wac-export-twice"
  | "wac-include-conflict"
  | "wac-limit"
>;

/** An interface that was declared, here or in a package. */
export interface InterfaceDefinition {
  readonly kind: "interface";
  /** `shop:store/orders@1.2.0`; null for one without a name. */
  readonly id: string | null;
  readonly type: InstanceType;
  /** The interfaces whose types it uses, dependencies first. */
  readonly uses: ExternMap;
}

export interface WorldDefinition {
  readonly kind: "world";
  readonly id: string;
  readonly type: ComponentType;
}

/** What a name stands for. */
export type Binding =
  | InterfaceDefinition
  | WorldDefinition
  | { readonly kind: "type"; readonly type: AnyType }
  /** Something that can be an argument or an export; `id` is its interface, if it has one. */
  | { readonly kind: "item"; readonly item: Item; readonly extern: Extern; readonly id: string | null };

/** What a binding is, in words for a message. */
export function kindOf(binding: Binding): string {
  switch (binding.kind) {
    case "interface":
      return "an interface";
    case "world":
      return "a world";
    case "type":
      return binding.type.kind === "named" ? kindOfType(binding.type) : "a type";
    case "item":
      return binding.extern.kind === "function" ? "a function" : `an ${binding.extern.kind}`.replace("an c", "a c");
  }
}

function kindOfType(type: AnyType): string {
  let inner = type;
  while (inner.kind === "named") inner = inner.of;
  if (inner.kind === "resource") return "a resource";
  return inner.kind === "function" ? "a function type" : "a type";
}

/** Unwinds to the statement; its error is recorded already. */
class Abandoned extends Error {}

export class Report {
  readonly errors: WacResolveError[] = [];
  readonly #measures: TypeMeasures = new Map();

  fail(error: WacResolveError): never {
    this.errors.push(error);
    throw new Abandoned();
  }

  /** Fails where `type`, with all its names written out, is beyond what is resolved. */
  checkSize(type: AnyType, span: Span): void {
    this.limited(span, () => checkMeasure(type, this.#measures, 0));
  }

  /** Runs what may meet a limit; the error stands at `span`. */
  limited<T>(span: Span, run: () => T): T {
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof DecodeFailure) || thrown.error.kind !== "limit-exceeded") throw thrown;
      const { limit, bound } = thrown.error;
      return this.fail({ kind: "wac-limit", limit, bound, span });
    }
  }

  /** `resolve`'s result, or undefined where it failed with an error that is recorded. */
  attempt<T>(resolve: () => T): T | undefined {
    try {
      return resolve();
    } catch (thrown) {
      if (thrown instanceof Abandoned) return undefined;
      throw thrown;
    }
  }
}

/** Names in the order in which they were bound. */
export class Scope {
  /** `pending` while its statement is resolved; `failed` where that failed, so that one fault is told once. */
  readonly #bindings = new Map<string, Binding | "pending" | "failed">();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Takes the name before what it stands for is known. */
  reserve({ name, span }: Identifier): void {
    if (this.#bindings.has(name)) this.#report.fail({ kind: "wac-name-taken", name, span });
    this.#bindings.set(name, "pending");
  }

  bind({ name }: Identifier, binding: Binding): void {
    this.#bindings.set(name, binding);
  }

  /** Gives a name up whose statement failed. */
  abandon(name: string): void {
    if (this.#bindings.get(name) === "pending") this.#bindings.set(name, "failed");
  }

  has(name: string): boolean {
    return this.#bindings.has(name);
  }

  get(name: string, span: Span): Binding {
    const binding = this.#bindings.get(name);
    if (binding === "failed") throw new Abandoned();
    if (binding !== undefined && binding !== "pending") return binding;
    return this.#report.fail({ kind: "wac-unknown-name", name, span });
  }
}
