// The resources that a person holds: what calls returned, by the number that stands for it outside the worker.
// The table keeps them alive until they are dropped or given away.

import type { ResourceTable } from "../../../core/values/jco-rules.ts";
import type { OpaqueKind, OpaqueValue, ResourceHandle } from "../../../core/values/value.ts";
import { type AnyType, type HandleType, namesOf } from "../../../core/wit/types.ts";

interface Held {
  readonly object: object;
  readonly handle: ResourceHandle;
}

export class ResourceHandles implements ResourceTable {
  readonly #held = new Map<number, Held>();
  readonly #ids = new WeakMap<object, number>();
  readonly #countOf = new Map<string, number>();
  #lastId = 0;

  toHandle(object: object, { resource }: HandleType): ResourceHandle {
    const known = this.#held.get(this.#ids.get(object) ?? 0);
    if (known) return known.handle;
    const typeName = resourceName(resource);
    const count = (this.#countOf.get(typeName) ?? 0) + 1;
    this.#countOf.set(typeName, count);
    this.#lastId += 1;
    const handle: ResourceHandle = {
      kind: "resource",
      typeName,
      id: this.#lastId,
      label: `${typeName} #${count}`,
    };
    this.#held.set(handle.id, { object, handle });
    this.#ids.set(object, handle.id);
    return handle;
  }

  /** Streams and futures only come from asynchronous functions, which aren't run. */
  toOpaque(_object: object, of: OpaqueKind): OpaqueValue {
    throw new Error(`Bug: a ${of} in a run without asynchronous functions`);
  }

  toObject(handle: ResourceHandle | OpaqueValue): object | null {
    return this.#held.get(handle.id)?.object ?? null;
  }

  /** Forgets the resource without dropping it: it belongs to somebody else from now on. */
  release(id: number): object | null {
    const held = this.#held.get(id);
    if (!held) return null;
    this.#held.delete(id);
    this.#ids.delete(held.object);
    return held.object;
  }
}

/** The name that the definition of the resource gave it: the innermost. */
function resourceName(resource: AnyType): string {
  let name = "resource";
  for (const type of namesOf(resource)) if (type.kind === "named") name = type.name;
  return name;
}
