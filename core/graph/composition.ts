// The composition: which components are instantiated, how their imports are wired, and what the whole exports.
// It is the only saved truth. Everything refers by name, never by index or object, so that it survives reloading.

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
}

export interface Position {
  /** Graph units: CSS pixels at 100 % zoom. */
  readonly x: number;
  readonly y: number;
}

/** A composition, where its instances stand, and what they may do when they are run. */
export interface Document {
  readonly composition: Composition;
  /** Top left corner of each instance, by name. */
  readonly positions: ReadonlyMap<string, Position>;
  readonly grants: InstanceGrants;
}

export const EMPTY_COMPOSITION: Composition = {
  packageName: "witloom:untitled",
  components: new Map(),
  instances: [],
  wires: [],
  worldImports: [],
  exports: [],
};

export const EMPTY_DOCUMENT: Document = { composition: EMPTY_COMPOSITION, positions: new Map(), grants: new Map() };

export function findInstance(composition: Composition, name: string): Instance | undefined {
  return composition.instances.find((instance) => instance.name === name);
}

/** The wire that satisfies an import; an import takes at most one. */
export function findWire(composition: Composition, consumer: string, importName: string): Wire | undefined {
  return composition.wires.find((wire) => wire.consumer === consumer && wire.import === importName);
}
