// How large and how deep a type is when every alias in it is written out: a chain of `tuple<t, t>` doubles at each
// step, so this is bounded before anything walks a type without remembering where it has been.

import { type LimitName, LIMITS } from "../base/limits.ts";
import { DecodeFailure } from "../binary/cursor.ts";
import { type AnyType, childrenOf } from "./types.ts";

interface TypeMeasure {
  /** Nodes, shared ones counted each time they are mentioned. */
  readonly size: number;
  /** Structural levels; names and aliases add none. */
  readonly depth: number;
  /** Names and aliases on the way down. */
  readonly aliases: number;
}

/** The measures of the types of one file. */
export type TypeMeasures = Map<AnyType, TypeMeasure>;

/** The measure of `type`; those of its parts are remembered, so a definition costs its own size only. */
function measureType(type: AnyType, measures: TypeMeasures): TypeMeasure {
  let measure = measures.get(type);
  if (!measure) {
    let size = 1;
    let depth = 0;
    let aliases = 0;
    for (const child of childrenOf(type)) {
      const inner = measureType(child, measures);
      size += inner.size;
      depth = Math.max(depth, inner.depth);
      aliases = Math.max(aliases, inner.aliases);
    }
    measure = type.kind === "named" ? { size, depth, aliases: aliases + 1 } : { size, depth: depth + 1, aliases };
    measures.set(type, measure);
  }
  return measure;
}

/** @throws DecodeFailure `limit-exceeded` where `type` is too large, too deep or too often renamed. */
export function checkMeasure(type: AnyType, measures: TypeMeasures, byteOffset: number): void {
  if (type.kind === "primitive") return;
  const { size, depth, aliases } = measureType(type, measures);
  const check = (limit: LimitName, found: number): void => {
    const bound = LIMITS[limit];
    if (found > bound) throw new DecodeFailure({ kind: "limit-exceeded", limit, bound, found, byteOffset });
  };
  check("typeSize", size);
  check("nestingDepth", depth);
  check("aliasDepth", aliases);
}
