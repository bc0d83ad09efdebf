// The composition: which components are instantiated, how their imports are wired, and what the whole exports.
// It is the only saved truth. Everything refers by name, never by index or object, so that it survives reloading.

import type { ExportPlace } from "../base/diagnostics.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import type { InstanceGrants } from "./grants.ts";

/** A component under the name that the composition knows it by: `shop:store@1.2.0`, as WAC writes it. */
export interface ComponentReference {
  readonly key: string;
  /** SHA-256 of the component's bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface Instance {
  /** A label, unique in the composition. */
  readonly name: string;
  /** Key of its component. */
  readonly component: string;
  /** The name it had in the text that the composition was read from, if it stood there. */
  readonly sourceName?: string;
}

/** One export of one instance given to one import of another. */
export interface Wire {
  readonly consumer: string;
  readonly import: string;
  readonly provider: string;
  readonly export: string;
}

export interface CompositionExport {
  /** The name under which the whole exports it. */
  readonly name: string;
  readonly instance: string;
  readonly export: string;
}

/** WAC text that a composition was read from, with what each part of it says on the canvas. Offsets as in `Span`. */
export interface CompositionSource {
  readonly text: string;
  /** True where the canvas can't draw all that the text says: types, imports, parts of instances. */
  readonly saysMore: boolean;
  /** Keys of the packages whose types the text uses. */
  readonly packages: readonly string[];
  readonly instances: readonly SourceInstance[];
  readonly exports: readonly SourceExport[];
}

/** One `new` expression. */
export interface SourceInstance {
  readonly name: string;
  readonly component: string;
  /** Where the expression begins. */
  readonly start: number;
  readonly arguments: readonly SourceArgument[];
}

export interface SourceArgument {
  /** Where the argument begins. */
  readonly start: number;
  /** The imports that it satisfies, and by which export of which instance; null where the canvas can't draw that. */
  readonly gives: readonly { readonly import: string; readonly from: ExportPlace | null }[];
}

/** One `export` statement. */
export interface SourceExport {
  /** Where the statement begins. */
  readonly start: number;
  /** Those exports of the statement that the canvas can draw. */
  readonly exports: readonly CompositionExport[];
}

export interface Composition {
  /** The name of the composed package: `demo:greeting`, with a version or without. */
  readonly packageName: string;
  /** The components that instances are made of, by key. */
  readonly components: ReadonlyMap<string, ComponentReference>;
  /** In the order in which they were added. */
  readonly instances: readonly Instance[];
  readonly wires: readonly Wire[];
  /** Imports that are meant to be left to the host; others that nothing satisfies are reported. */
  readonly worldImports: readonly string[];
  readonly exports: readonly CompositionExport[];
  /** Absent for a composition that has no text of its own: it is printed from the rest. */
  readonly source?: CompositionSource;
}

export interface Position {
  /** Graph units: CSS pixels at 100 % zoom. */
  readonly x: number;
  readonly y: number;
}

/** A composition, where its instances stand, what they may do when they are run, and what must come of it. */
export interface Document {
  readonly composition: Composition;
  /** Top left corner of each instance, by name. */
  readonly positions: ReadonlyMap<string, Position>;
  readonly grants: InstanceGrants;
  /** In the order in which they are run. */
  readonly scenarios: readonly Scenario[];
}

export const EMPTY_COMPOSITION: Composition = {
  packageName: "witloom:untitled",
  components: new Map(),
  instances: [],
  wires: [],
  worldImports: [],
  exports: [],
};

export const EMPTY_DOCUMENT: Document = {
  composition: EMPTY_COMPOSITION,
  positions: new Map(),
  grants: new Map(),
  scenarios: [],
};

export function findInstance(composition: Composition, name: string): Instance | undefined {
  return composition.instances.find((instance) => instance.name === name);
}

/** The wire that satisfies an import; an import takes at most one. */
export function findWire(composition: Composition, consumer: string, importName: string): Wire | undefined {
  return composition.wires.find((wire) => wire.consumer === consumer && wire.import === importName);
}
