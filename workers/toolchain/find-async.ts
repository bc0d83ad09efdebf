// Finds what a component needs of WASI 0.3's asynchronous calls, which generated code can't run without suspending.

import { type AnyType, childrenOf, type ComponentType, type Extern } from "../../core/wit/types.ts";

/** The first import or export that is or mentions an async function, a stream or a future; null where there is none. */
export function findAsync({ imports, exports }: ComponentType): string | null {
  for (const externs of [imports, exports]) for (const [name, extern] of externs) if (isAsync(extern)) return name;
  return null;
}

function isAsync({ type }: Extern): boolean {
  const seen = new Set<AnyType>();
  const visit = (inner: AnyType): boolean => {
    if (seen.has(inner)) return false;
    seen.add(inner);
    if (inner.kind === "stream" || inner.kind === "future") return true;
    return (inner.kind === "function" && inner.async) || childrenOf(inner).some(visit);
  };
  return visit(type);
}
