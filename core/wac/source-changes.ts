// What became of the parts of a WAC text in the composition that was read from it: kept, renamed, removed.

import { memoizeByIdentity } from "../base/memo.ts";
import type { Composition, CompositionSource, Instance, SourceInstance } from "../graph/composition.ts";
import type { ExportPlace } from "../base/diagnostics.ts";
import type { ComponentLookup } from "../graph/graph.ts";
import type { NewExpression } from "./instance-names.ts";
import { parseWac } from "./parser.ts";
import { inferred } from "./resolve-expressions.ts";
import { namesIn } from "./statement-order.ts";
import type { Expression, WacDocument } from "./syntax.ts";

/** The tree of the text; it was parsed before, so it can be again. */
export const documentOf: (source: CompositionSource) => WacDocument | null = memoizeByIdentity((source) => {
  const parsed = parseWac(source.text);
  return parsed.ok ? parsed.value : null;
});

export class SourceChanges {
  readonly composition: Composition;
  /** Instances of the text by the offsets at which their `new` begins. */
  readonly #sources: ReadonlyMap<number, SourceInstance>;
  readonly #current: ReadonlyMap<string, Instance>;
  /** Names of the text that stand for something no longer there. */
  readonly #removed = new Set<string>();
  /** New names of instances, by those in the text. */
  readonly #renamed = new Map<string, string>();

  readonly #lets = new Map<string, Expression>();
  readonly #componentOf: ComponentLookup;

  constructor(
    composition: Composition,
    source: CompositionSource,
    document: WacDocument,
    componentOf: ComponentLookup,
  ) {
    this.composition = composition;
    this.#componentOf = componentOf;
    this.#sources = new Map(source.instances.map((instance) => [instance.start, instance]));
    const named = composition.instances.filter(({ sourceName }) => sourceName !== undefined);
    this.#current = new Map(named.map((instance) => [instance.sourceName!, instance]));
    for (const statement of document.statements) {
      if (statement.kind !== "let") continue;
      const { name } = statement.name;
      this.#lets.set(name, statement.value);
      if (this.isGone(statement.value)) this.#removed.add(name);
      const instance = statement.value.kind === "new" ? this.instanceOf(statement.value) : undefined;
      if (instance && instance.name !== name) this.#renamed.set(name, instance.name);
    }
  }

  sourceOf(expression: NewExpression): SourceInstance | undefined {
    return this.#sources.get(expression.span.start);
  }

  /** The instance that a `new` expression of the text is now; undefined where it was removed. */
  instanceOf(expression: NewExpression): Instance | undefined {
    const source = this.sourceOf(expression);
    return source && this.#current.get(source.name);
  }

  /** What an identifier of the text is called now. */
  nameNow(name: string): string {
    return this.#renamed.get(name) ?? name;
  }

  /** Where an export of an instance of the text is now, or null where the instance was removed. */
  placeNow(place: ExportPlace): ExportPlace | null {
    const instance = this.#current.get(place.instance);
    return instance ? { ...place, instance: instance.name } : null;
  }

  /** True where what `expression` is taken from was removed. */
  isGone(expression: Expression): boolean {
    if (expression.kind === "access") return this.isGone(expression.of) || this.#isLost(expression);
    if (expression.kind === "new") return this.instanceOf(expression) === undefined;
    return this.#removed.has(expression.name);
  }

  /** True for an export that an instance had until it was made of another component. */
  #isLost({ of, name }: Extract<Expression, { kind: "access" }>): boolean {
    const expression = of.kind === "name" ? this.#lets.get(of.name) : of;
    if (expression?.kind !== "new") return false;
    const now = this.instanceOf(expression);
    const exports = now && this.#componentOf(now.component)?.type.exports;
    if (!exports || now.component === this.sourceOf(expression)?.component) return false;
    return !exports.has(inferred(name, exports));
  }

  /** True where `expression` mentions something that was removed, anywhere. */
  mentionsRemoved(expression: Expression): boolean {
    return this.isGone(expression) || namesIn(expression).some((name) => this.#removed.has(name));
  }
}
