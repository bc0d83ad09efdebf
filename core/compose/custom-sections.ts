// The custom sections of a composed component: names for debuggers and for opening it again, and who made it.
// Spec: Binary.md, "Name Section"; tool-conventions, "Producers Section".

import { Writer } from "../binary/writer.ts";

export interface IndexedName {
  readonly index: number;
  readonly name: string;
}

const NAME_SUBSECTION = { component: 0, sort: 1 } as const;
const SORT = { component: 4, instance: 5 } as const;

/** The payload of a `component-name` section: the component's own name, its components' and its instances'. */
export function componentNames(
  own: string,
  components: readonly IndexedName[],
  instances: readonly IndexedName[],
): Uint8Array {
  const out = new Writer();
  subsection(out, NAME_SUBSECTION.component, (body) => body.name(own));
  for (const [sort, names] of [
    [SORT.component, components],
    [SORT.instance, instances],
  ] as const) {
    if (names.length === 0) continue;
    subsection(out, NAME_SUBSECTION.sort, (body) =>
      body.u8(sort).vec(
        names.toSorted((a, b) => a.index - b.index),
        ({ index, name }) => body.u32(index).name(name),
      ),
    );
  }
  return out.finish();
}

function subsection(out: Writer, id: number, write: (body: Writer) => void): void {
  const body = new Writer();
  write(body);
  out.u8(id).u32(body.byteLength).bytes(body.view());
}

/** The payload of a `producers` section that says which tool composed the component. */
export function producers(tool: string, version: string): Uint8Array {
  return new Writer().u32(1).name("processed-by").u32(1).name(tool).name(version).finish();
}
