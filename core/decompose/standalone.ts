// Can a component that lies inside another be taken out of it? Not if it refers to types or components around it.
// Spec: Explainer.md, "Alias Definitions" (outer aliases).

import { LIMITS } from "../base/limits.ts";
import { DecodeFailure } from "../binary/cursor.ts";
import { decodeComponentOrThrow } from "../binary/decode.ts";
import type { AliasRecord, ByteRange, DeclarationRecord, TypeRecord } from "../binary/records.ts";

/**
 * Where the component in `range` first refers to what is around it, in bytes from the start of the file; null if it
 * stands on its own. @throws DecodeFailure where it can't be read
 */
export function outwardReference(bytes: Uint8Array, range: ByteRange, depth = 0): number | null {
  const bound = LIMITS.nestingDepth;
  if (depth > bound) {
    throw new DecodeFailure({
      kind: "limit-exceeded",
      limit: "nestingDepth",
      bound,
      found: depth,
      byteOffset: range.start,
    });
  }
  for (const section of decodeComponentOrThrow(bytes, range).sections) {
    if (section.kind === "component") {
      const inner = outwardReference(bytes, section.range, depth + 1);
      if (inner !== null) return inner;
    } else if (section.kind === "alias") {
      const index = section.items.findIndex((alias) => leads(alias, depth));
      if (index >= 0) return section.offsets[index]!;
    } else if (section.kind === "type") {
      const index = section.items.findIndex((type) => type.kind !== "unknown" && typeLeads(type, depth));
      if (index >= 0) return section.offsets[index]!;
    }
  }
  return null;
}

/** True for an alias that, `depth` components deep, names something outside of the outermost. */
function leads(alias: AliasRecord, depth: number): boolean {
  return alias.kind === "outer" && alias.depth > depth;
}

/** Component and instance types count as a level of their own. */
function typeLeads(type: TypeRecord, depth: number): boolean {
  if (type.kind !== "component" && type.kind !== "instance") return false;
  return type.declarations.some((declaration) => declarationLeads(declaration, depth + 1));
}

function declarationLeads(declaration: DeclarationRecord, depth: number): boolean {
  if (declaration.kind === "alias") return leads(declaration.alias, depth);
  return declaration.kind === "type" && typeLeads(declaration.type, depth);
}
