// The `component-name` section of a component → what it calls its components and instances, and itself.
// Names are hints: a section that can't be read gives as many as could be read before. Spec: Binary.md, "Name Section".

import { Cursor, DecodeFailure } from "./cursor.ts";
import type { ByteRange } from "./records.ts";

export interface ComponentNames {
  readonly own: string | null;
  /** By index in the space of components. */
  readonly components: ReadonlyMap<number, string>;
  /** By index in the space of instances. */
  readonly instances: ReadonlyMap<number, string>;
}

export const COMPONENT_NAME_SECTION = "component-name";

const SUBSECTION = { own: 0, sort: 1 } as const;
const CORE_SORT = 0;
const SORT = { component: 4, instance: 5 } as const;

/** The names in the payload that `range` marks, which begins after the section's own name; `bytes` are borrowed. */
export function readComponentNames(bytes: Uint8Array, range: ByteRange): ComponentNames {
  const names = { own: null as string | null, components: new Map<number, string>(), instances: new Map() };
  try {
    const cursor = new Cursor(bytes, range.start, range.end);
    while (!cursor.atEnd) {
      const id = cursor.u8();
      const body = cursor.slice(cursor.u32());
      if (id === SUBSECTION.own) names.own = body.name();
      if (id === SUBSECTION.sort) readSortNames(body, names);
    }
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure)) throw thrown;
  }
  return names;
}

function readSortNames(body: Cursor, into: { components: Map<number, string>; instances: Map<number, string> }): void {
  const sort = body.u8();
  if (sort === CORE_SORT) return;
  const names = sort === SORT.component ? into.components : sort === SORT.instance ? into.instances : null;
  if (!names) return;
  body.vec("sectionItems", () => names.set(body.u32(), body.name()));
}
