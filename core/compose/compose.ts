// An evaluated graph → the bytes of one component, as a list of chunks that refers to the embedded components.
// Root imports first, dependencies before their users; then components and instances, providers first; then exports.

import { assert } from "../base/assert.ts";
import type { Diagnostic } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import type { ExternName } from "../binary/records.ts";
import type { EvaluatedExport } from "../graph/evaluate-exports.ts";
import { isLabel } from "../wit/names.ts";
import type { Evaluation, EvaluatedInstance, EvaluationProblem } from "../graph/evaluate.ts";
import type { GraphInstance, Item } from "../graph/graph.ts";
import type { ArgumentSource } from "../graph/implicit-imports.ts";
import { externOfItem, type ItemTypes } from "../graph/item-types.ts";
import { TypeBudget } from "../wit/substitution.ts";
import { type AnyType, childrenOf, type Extern, type ExternKind } from "../wit/types.ts";
import { componentNames, type IndexedName, producers } from "./custom-sections.ts";
import type { ImportLabels } from "./import-labels.ts";
import { defineType } from "./define-type.ts";
import { RootScope } from "./root-scope.ts";

export interface ComposeOptions {
  /** Name of the composed package, for the name section. */
  readonly packageName: string;
  /** True to embed each component once; false to import it under an `unlocked-dep` name. */
  readonly embed: boolean;
  readonly toolVersion: string;
  /** Imports that single instances get under labels of their own, beside those that all share: for a private build. */
  readonly labels?: ImportLabels;
}

export type ComposeError = EvaluationProblem | Diagnostic<"module-import">;

/**
 * The chunks of the composed component, in file order; embedded components are referred to, not copied.
 * @returns the evaluation's problems where it has any.
 */
export function compose(
  evaluation: Evaluation,
  bytesOf: (key: string) => Uint8Array,
  options: ComposeOptions,
): Result<readonly Uint8Array[], readonly ComposeError[]> {
  const problems: ComposeError[] = [...evaluation.problems];
  for (const { name, extern } of evaluation.imports) {
    if (importsOpaqueModule(extern)) problems.push({ kind: "module-import", name });
  }
  if (problems.length > 0) return fail(problems);
  return ok(new Composer(evaluation, bytesOf, options).run());
}

/** True for a core module whose type was not declared in a form that can be written again. */
function importsOpaqueModule(extern: Extern): boolean {
  const seen = new Set<AnyType>();
  const visit = (type: AnyType): boolean => {
    if (seen.has(type)) return false;
    seen.add(type);
    return type.kind === "module" ? type.bytes === null : childrenOf(type).some(visit);
  };
  return visit(extern.type);
}

interface IndexedItem {
  readonly sort: ExternKind;
  readonly index: number;
}

class Composer {
  readonly #evaluation: Evaluation;
  readonly #bytesOf: (key: string) => Uint8Array;
  readonly #options: ComposeOptions;
  readonly #root: RootScope;
  readonly #importIndices = new Map<string, number>();
  /** The imports that an instance has for itself, by instance and by the import that they stand for. */
  readonly #labelIndices = new Map<string, Map<string, number>>();
  /** Imports that are being written: an interface that needs itself in a circle is not written again. */
  readonly #writing = new Set<string>();
  readonly #componentIndices = new Map<string, number>();
  readonly #instanceIndices = new Map<string, number>();
  readonly #aliases = new Map<string, number>();
  readonly #types: ItemTypes;

  constructor(evaluation: Evaluation, bytesOf: (key: string) => Uint8Array, options: ComposeOptions) {
    this.#evaluation = evaluation;
    this.#bytesOf = bytesOf;
    this.#options = options;
    const representative = (type: AnyType): AnyType => evaluation.union.representative(type);
    this.#root = new RootScope({ representative, budget: new TypeBudget(), define: defineType });
    const instances = new Map(evaluation.instances.map(({ instance, type }) => [instance.name, type]));
    this.#types = {
      instance: (name) => {
        const type = instances.get(name);
        return type && { kind: "instance", type };
      },
      import: (name) => evaluation.findImport(name)?.extern,
    };
  }

  run(): readonly Uint8Array[] {
    this.#writeImports();
    this.#writeLabelledImports();
    for (const { name, type } of this.#evaluation.definitions) {
      this.#root.exportItem({ name }, { kind: "type", type }, this.#root.typeIndex(type.of));
    }
    for (const evaluated of this.#evaluation.instances) this.#writeInstance(evaluated);
    for (const exported of this.#evaluation.exports) {
      this.#root.exportItem(exportName(exported), exported.extern, this.#itemIndex(exported.item, null).index);
    }
    this.#writeCustomSections();
    return this.#root.finish();
  }

  #writeImports(): void {
    const { imports } = this.#evaluation;
    for (const { name, extern } of imports) {
      const owned = extern.kind === "instance" ? [...extern.type.exports.values()] : [extern];
      for (const item of owned) {
        if (item.kind === "type") this.#root.declareOnDemand(item.type, () => this.#writeImport(name));
      }
    }
    // Interfaces first: what stands beside them may use their types.
    for (const { name, extern } of imports) if (extern.kind === "instance") this.#writeImport(name);
    for (const { name } of imports) this.#writeImport(name);
  }

  #writeImport(name: string): void {
    if (this.#importIndices.has(name) || this.#writing.has(name)) return;
    this.#writing.add(name);
    const merged = this.#evaluation.findImport(name);
    assert(merged, "every import of the evaluation can be found by its name");
    this.#importIndices.set(name, this.#root.declare("import", name, merged.extern));
  }

  /** After the others, whose types they mention. */
  #writeLabelledImports(): void {
    for (const [instance, labels] of this.#options.labels ?? []) {
      const indices = new Map<string, number>();
      this.#labelIndices.set(instance, indices);
      for (const [name, label] of labels) {
        const merged = this.#evaluation.findImport(name);
        assert(merged, "a label stands for an import of the evaluation");
        const { annotations: _, ...extern } = merged.extern;
        indices.set(name, this.#root.declare("import", label, extern));
      }
    }
  }

  /** @param instance who uses it, or null for the composition itself */
  #importIndex(given: string, instance: string | null): number {
    const name = this.#evaluation.findImport(given)?.name ?? given;
    const own = instance === null ? undefined : this.#labelIndices.get(instance)?.get(name);
    const index = own ?? this.#importIndices.get(name);
    assert(index !== undefined, `import ${name} was written`);
    return index;
  }

  #writeInstance({ instance, sources }: EvaluatedInstance): void {
    const component = this.#componentIndex(instance);
    const args: (IndexedItem & { name: string })[] = [];
    for (const [name, extern] of instance.component.type.imports) {
      const source = sources.get(name);
      assert(source, `import ${name} has a source`);
      args.push({ name, sort: extern.kind, index: this.#sourceIndex(source, extern.kind, args, instance.name) });
    }
    this.#instanceIndices.set(instance.name, this.#root.instantiate(component, args));
  }

  #componentIndex({ key, component }: GraphInstance): number {
    const known = this.#componentIndices.get(key);
    if (known !== undefined) return known;
    const index = this.#options.embed
      ? this.#root.embedComponent(this.#bytesOf(key))
      : this.#root.declare("import", dependencyName(key), { kind: "component", type: component.type });
    this.#componentIndices.set(key, index);
    return index;
  }

  #sourceIndex(
    source: ArgumentSource,
    sort: ExternKind,
    earlier: readonly (IndexedItem & { name: string })[],
    instance: string,
  ): number {
    switch (source.kind) {
      case "item":
        return this.#itemIndex(source.item, instance).index;
      case "world-import":
        return this.#importIndex(source.name, instance);
      case "type-of-argument": {
        const argument = earlier.find(({ name }) => name === source.argument);
        assert(argument, "a used interface is imported before the type that comes from it");
        return this.#root.aliasExport(sort, argument.index, source.type);
      }
    }
  }

  /** @param user the instance that it is an argument of, or null for an export */
  #itemIndex(item: Item, user: string | null): IndexedItem {
    const extern = externOfItem(item, this.#types);
    assert(extern, "an evaluated item has a type");
    const sort = extern.kind;
    if (item.kind === "import") return { sort, index: this.#importIndex(item.name, user) };
    if (item.kind === "instance") return { sort, index: this.#instanceIndices.get(item.instance)! };
    const of = this.#itemIndex(item.of, user);
    const key = `${of.index} ${item.name}`;
    const known = this.#aliases.get(key);
    if (known !== undefined) return { sort, index: known };
    const index = this.#root.aliasExport(sort, of.index, item.name);
    this.#aliases.set(key, index);
    return { sort, index };
  }

  #writeCustomSections(): void {
    const named = (indices: ReadonlyMap<string, number>): IndexedName[] =>
      Array.from(indices, ([name, index]) => ({ name, index }));
    const { packageName, toolVersion } = this.#options;
    const names = componentNames(packageName, named(this.#componentIndices), named(this.#instanceIndices));
    this.#root.customSection("component-name", names);
    this.#root.customSection("producers", producers("witloom", toolVersion));
  }
}

/** A label goes on saying which interface it implements, and a canonical name the rest of its version. */
function exportName({ name, item, extern }: EvaluatedExport): ExternName {
  const { implements: implemented, versionSuffix } = extern.annotations ?? {};
  if (implemented !== undefined && isLabel(name)) return { name, implements: implemented };
  const keepsName = item.kind !== "instance" && item.name === name;
  return keepsName && versionSuffix !== undefined ? { name, versionSuffix } : { name };
}

/** How WAC names an imported component: `unlocked-dep=<shop:store@{>=1.2.0}>`. */
function dependencyName(key: string): string {
  const [name, version] = key.split("@");
  return version === undefined ? `unlocked-dep=<${name}>` : `unlocked-dep=<${name}@{>=${version}}>`;
}

/** One buffer with all `chunks`, for callers that need the bytes in one piece. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
