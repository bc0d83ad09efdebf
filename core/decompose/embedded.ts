// The components that a composed component is made of: taken out of it byte for byte, or known by their import alone,
// each under a key. One that lies there twice is one component.

import { getOrInsert } from "../base/collections.ts";
import { catchDecodeFailure } from "../binary/decode.ts";
import type { DecodeError } from "../binary/cursor.ts";
import { ok, type Result } from "../base/result.ts";
import { NamePool, wacName } from "../graph/name-pool.ts";
import { parseComponentKey, toLabel } from "../graph/naming.ts";
import { parseInterfaceName, parseVersion } from "../wit/names.ts";
import { type Component, readComponent } from "../wit/read.ts";
import type { ComponentType } from "../wit/types.ts";
import { DecomposeFailure, type RootItem } from "./root-items.ts";
import { outwardReference } from "./standalone.ts";

export interface EmbeddedComponent {
  readonly key: string;
  readonly component: Component;
  /** A view into the composed file; null for one that is imported and lies elsewhere. */
  readonly bytes: Uint8Array | null;
}

/** `unlocked-dep=<shop:store@{>=1.2.0}>` */
const DEPENDENCY_NAME = /^unlocked-dep=<([^@<>]+)(?:@\{>=([^\s{}<>]+)\})?>$/;

export class EmbeddedComponents {
  readonly #bytes: Uint8Array;
  readonly #root: ComponentType;
  readonly #all: EmbeddedComponent[] = [];
  /** By namespace and version. */
  readonly #names = new Map<string, NamePool>();
  readonly #byPlace = new Map<string, EmbeddedComponent>();

  /** Of the file `bytes`, whose own type is `root`. */
  constructor(bytes: Uint8Array, root: ComponentType) {
    this.#bytes = bytes;
    this.#root = root;
  }

  get all(): readonly EmbeddedComponent[] {
    return this.#all;
  }

  /** The component that an instance is made of; `name` is what the file calls it, `instance` what its instance. */
  of(
    item: RootItem,
    name: string | undefined,
    instance: string | undefined,
    byteOffset: number,
  ): Result<EmbeddedComponent, DecodeError> {
    const place = item.kind === "embedded" ? String(item.range.start) : JSON.stringify(item);
    const known = this.#byPlace.get(place);
    if (known) return ok(known);
    const made =
      item.kind === "embedded" ? this.#embedded(item.range, name, instance) : this.#imported(item, byteOffset);
    if (made.ok) this.#byPlace.set(place, made.value);
    return made;
  }

  #embedded(
    range: { readonly start: number; readonly end: number },
    name: string | undefined,
    instance: string | undefined,
  ): Result<EmbeddedComponent, DecodeError> {
    const outward = catchDecodeFailure(() => outwardReference(this.#bytes, range));
    if (!outward.ok) return outward;
    if (outward.value !== null) {
      const what = "a component that refers to what lies around it";
      throw new DecomposeFailure({ kind: "not-in-wac", what, byteOffset: outward.value });
    }
    const bytes = this.#bytes.subarray(range.start, range.end);
    const same = this.#all.find((other) => other.bytes && equalBytes(other.bytes, bytes));
    if (same) return ok(same);
    const read = readComponent(bytes);
    if (!read.ok) return { ok: false, error: { ...read.error, byteOffset: read.error.byteOffset + range.start } };
    return ok(this.#add(keyFor(read.value, name, instance), read.value, bytes));
  }

  #imported(item: RootItem, byteOffset: number): Result<EmbeddedComponent, DecodeError> {
    const name = item.kind === "item" && item.item.kind === "import" ? item.item.name : "";
    const match = DEPENDENCY_NAME.exec(name);
    const extern = this.#root.imports.get(name);
    if (!match || extern?.kind !== "component") {
      const what = name === "" ? "an instance of a component that another exports" : `an instance of \`${name}\``;
      throw new DecomposeFailure({ kind: "not-in-wac", what, byteOffset });
    }
    const key = match[2] === undefined ? match[1]! : `${match[1]}@${match[2]}`;
    if (!isKey(key)) {
      throw new DecomposeFailure({ kind: "not-in-wac", what: `a package called \`${key}\``, byteOffset });
    }
    return ok(this.#add(key, componentOfType(extern.type), null));
  }

  #add(key: string, component: Component, bytes: Uint8Array | null): EmbeddedComponent {
    const made = { key: this.#freeKey(key), component, bytes };
    this.#all.push(made);
    return made;
  }

  /** `wanted`, or the same with a number after its name where another component has it. */
  #freeKey(wanted: string): string {
    const [base = "", version] = wanted.split("@");
    const suffix = version === undefined ? "" : `@${version}`;
    const namespace = base.slice(0, base.lastIndexOf(":") + 1);
    const pool = getOrInsert(this.#names, namespace + suffix, () => new NamePool());
    return namespace + pool.next(base.slice(namespace.length)) + suffix;
  }
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const FALLBACK_NAMESPACE = "local";

/**
 * What the file calls it, else what it calls itself, else the name of its instance or of what it exports, in the
 * namespace of an interface that it exports.
 */
function keyFor(component: Component, name: string | undefined, instance: string | undefined): string {
  const named = [name, component.root.name].find((text) => text !== undefined && text !== null && isKey(text));
  const version = component.root.metadata.get("version")?.trim();
  const suffix = version !== undefined && parseVersion(version) ? `@${version}` : "";
  if (named) return named.includes("@") ? named : named + suffix;
  const given = instance ?? name ?? component.root.name;
  const [first = "component"] = component.type.exports.keys();
  const label = wacName(toLabel(given ?? parseInterfaceName(first)?.interfaceName ?? first));
  for (const exported of component.type.exports.keys()) {
    const parts = parseInterfaceName(exported);
    if (parts && !parts.packageName.includes("/") && parts.namespace !== "wasi")
      return `${parts.namespace}:${label}${suffix}`;
  }
  return `${FALLBACK_NAMESPACE}:${label}${suffix}`;
}

function isKey(text: string): boolean {
  const version = parseComponentKey(text)?.version;
  return version === null || (version !== undefined && parseVersion(version) !== null);
}

/** A component of which only its type is known. */
function componentOfType(type: ComponentType): Component {
  const none = { customSections: [], producers: new Map(), metadata: new Map(), parts: [] };
  const root = { kind: "component", name: null, range: { start: 0, end: 0 }, ...none } as const;
  return { type, root, producers: new Map(), byteLength: 0, notices: [] };
}
