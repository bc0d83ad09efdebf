// wasi:http `fields`: headers and trailers. Names are kept in lower case, as Wasmtime does; several values of one name
// stand together. Fields that only the host may set are refused, and those of a message that came in can't be changed.

import { GuestTrap } from "../../trap/signals.ts";
import { failWith } from "../wasi-error.ts";
import { type FieldEntries, isToken } from "./http-values.ts";

/** What belongs to the connection, and is nobody's business but its owner's. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  "connection",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
]);

/** Bytes of all names and values of one list of fields. */
const MAX_BYTES = 128 * 1024;

type HeaderErrorTag = "invalid-syntax" | "forbidden" | "immutable";

/** Names and values by name. Several `fields` resources may look at one content. */
export class FieldContent {
  readonly #values = new Map<string, Uint8Array[]>();
  #bytes = 0;

  /** @param entries valid ones: of a message that came in, or checked already */
  constructor(entries: FieldEntries = []) {
    for (const [name, value] of entries) this.append(name.toLowerCase(), value);
  }

  get(name: string): readonly Uint8Array[] {
    return this.#values.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  append(name: string, value: Uint8Array): void {
    this.#bytes += name.length + value.length;
    if (this.#bytes > MAX_BYTES) throw new GuestTrap(`fields of more than ${MAX_BYTES} bytes`);
    const values = this.#values.get(name);
    if (values) values.push(value.slice());
    else this.#values.set(name, [value.slice()]);
  }

  delete(name: string): void {
    for (const value of this.get(name)) this.#bytes -= name.length + value.length;
    this.#values.delete(name);
  }

  entries(): [string, Uint8Array][] {
    return [...this.#values].flatMap(([name, values]) =>
      values.map((value): [string, Uint8Array] => [name, value.slice()]),
    );
  }
}

export class Fields {
  readonly content: FieldContent;
  readonly #isMutable: boolean;

  constructor(content = new FieldContent(), isMutable = true) {
    this.content = content;
    this.#isMutable = isMutable;
  }

  static fromList(entries: FieldEntries): Fields {
    const checked = entries.map(([name, value]) => {
      const key = settableName(name);
      requireValue(value);
      return [key, value] as const;
    });
    return new this(new FieldContent(checked));
  }

  get(name: string): Uint8Array[] {
    return this.content.get(name.toLowerCase()).map((value) => value.slice());
  }

  has(name: string): boolean {
    return this.content.has(name.toLowerCase());
  }

  set(name: string, values: readonly Uint8Array[]): void {
    const key = settableName(name);
    for (const value of values) requireValue(value);
    this.#requireMutable();
    this.content.delete(key);
    for (const value of values) this.content.append(key, value);
  }

  delete(name: string): void {
    const key = settableName(name);
    this.#requireMutable();
    this.content.delete(key);
  }

  append(name: string, value: Uint8Array): void {
    const key = settableName(name);
    requireValue(value);
    this.#requireMutable();
    this.content.append(key, value);
  }

  entries(): [string, Uint8Array][] {
    return this.content.entries();
  }

  /** A copy that can be changed, of the same class. */
  clone(): Fields {
    const { constructor } = this as { constructor: unknown };
    return new (constructor as typeof Fields)(new FieldContent(this.entries()));
  }

  #requireMutable(): void {
    if (!this.#isMutable) fail("immutable");
  }
}

/** `name` in lower case. Fails where it is none, or one that a guest may not set. */
function settableName(name: string): string {
  if (!isToken(name)) fail("invalid-syntax");
  const key = name.toLowerCase();
  return FORBIDDEN.has(key) ? fail("forbidden") : key;
}

/** A value has visible characters, spaces, tabs and bytes above ASCII. */
function requireValue(value: Uint8Array): void {
  if (value.some((byte) => (byte < 0x20 && byte !== 0x09) || byte === 0x7f)) fail("invalid-syntax");
}

function fail(tag: HeaderErrorTag): never {
  return failWith({ tag });
}

/** True where a message that came in has no more fields than `fields` may have. */
export function fieldsFit(entries: FieldEntries): boolean {
  return entries.reduce((bytes, [name, value]) => bytes + name.length + value.length, 0) <= MAX_BYTES;
}

/** What `content-length` says, or null where it says nothing or nonsense. */
export function contentLengthOf(content: FieldContent): bigint | null {
  const [value, ...others] = content.get("content-length").map((bytes) => new TextDecoder().decode(bytes));
  return value !== undefined && others.length === 0 && /^\d{1,19}$/.test(value) ? BigInt(value) : null;
}
