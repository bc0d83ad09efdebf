// What imports, exports and aliases refer to → externs, for components and for their types alike.
// Spec: Explainer.md, "Import and Export Definitions", "Alias Definitions".

import { DecodeFailure } from "../binary/cursor.ts";
import type { UnknownConstructNotice } from "../binary/decode.ts";
import type { AliasRecord, CoreTypeRecord, ExternDescRecord } from "../binary/records.ts";
import type { Scope } from "./scope.ts";
import { Substitution, type TypeBudget } from "./substitution.ts";
import {
  type AnyType,
  type Extern,
  type InstanceType,
  type ModuleType,
  peel,
  primitive,
  UNKNOWN_COMPONENT,
  UNKNOWN_FUNCTION,
  UNKNOWN_INSTANCE,
  type ValueType,
} from "./types.ts";

/** What one file's interpretation shares: its bytes, what it noticed, and what it may still spend. */
export interface InterpretContext {
  readonly bytes: Uint8Array;
  readonly notices: UnknownConstructNotice[];
  readonly budget: TypeBudget;
  /** Instance types already used by an import or export: the next use introduces types of its own. */
  readonly usedInstanceTypes: WeakSet<InstanceType>;
}

export function moduleTypeOf(record: CoreTypeRecord): ModuleType | null {
  if (record.kind !== "module") return null;
  return { kind: "module", bytes: record.selfContained ? record.bytes.slice() : null };
}

/** What an `externdesc` says; `resource` for `(sub resource)`. */
export function externOf(
  context: InterpretContext,
  scope: Scope,
  desc: ExternDescRecord,
  byteOffset: number,
): Extern | "resource" {
  switch (desc.sort) {
    case "module":
      return { kind: "module", type: scope.coreTypes.get(desc.type, byteOffset) ?? { kind: "module", bytes: null } };
    case "value": {
      const type = typeof desc.type === "string" ? primitive(desc.type) : scope.types.get(desc.type, byteOffset);
      return { kind: "value", type: type as ValueType };
    }
    case "type":
      return desc.type === null ? "resource" : { kind: "type", type: scope.types.get(desc.type, byteOffset) };
    case "function": {
      const type = expectKind(scope.types.get(desc.type, byteOffset), "function", byteOffset);
      return { kind: "function", type: type ?? UNKNOWN_FUNCTION };
    }
    case "component": {
      const type = expectKind(scope.types.get(desc.type, byteOffset), "component", byteOffset);
      return { kind: "component", type: type ?? UNKNOWN_COMPONENT };
    }
    case "instance": {
      const type = expectKind(scope.types.get(desc.type, byteOffset), "instance", byteOffset);
      return { kind: "instance", type: type ? ownInstanceType(context, type) : UNKNOWN_INSTANCE };
    }
  }
}

/** `type` itself at its first use, a copy at each further one. */
function ownInstanceType(context: InterpretContext, type: InstanceType): InstanceType {
  if (context.usedInstanceTypes.has(type)) return new Substitution(context.budget).freshenInstance(type);
  context.usedInstanceTypes.add(type);
  return type;
}

/** `type` if it is of `kind`, null if it is unknown. @throws DecodeFailure `unexpected-sort` */
export function expectKind<K extends AnyType["kind"]>(
  type: AnyType,
  kind: K,
  byteOffset: number,
): Extract<AnyType, { kind: K }> | null {
  // A type that was exported under a name is still what it is.
  const inner = peel(type);
  if (inner.kind === kind) return inner as Extract<AnyType, { kind: K }>;
  if (inner.kind === "unknown") return null;
  throw new DecodeFailure({ kind: "unexpected-sort", expected: `${kind} type`, found: inner.kind, byteOffset });
}

export function interpretAlias(scope: Scope, alias: AliasRecord, byteOffset: number): void {
  switch (alias.kind) {
    case "export": {
      const instance = scope.instances.get(alias.instance, byteOffset);
      const extern = instance.exports.get(alias.name);
      if (!extern) {
        if (instance.opaque) return scope.loseCertainty();
        throw new DecodeFailure({ kind: "missing-instance-export", name: alias.name, byteOffset });
      }
      if (extern.kind !== alias.sort) {
        throw new DecodeFailure({ kind: "unexpected-sort", expected: alias.sort, found: extern.kind, byteOffset });
      }
      return scope.define(extern);
    }
    case "core-export":
      if (alias.sort === "module") scope.modules.push({ kind: "module", bytes: null });
      return;
    case "outer": {
      const outer = scope.outer(alias.depth, byteOffset);
      if (alias.sort === "type") scope.types.push(outer.types.get(alias.index, byteOffset));
      else if (alias.sort === "component") scope.components.push(outer.components.get(alias.index, byteOffset));
      else if (alias.sort === "module") scope.modules.push(outer.modules.get(alias.index, byteOffset));
      else if (alias.sort === "core-type") scope.coreTypes.push(outer.coreTypes.get(alias.index, byteOffset));
      else throw new DecodeFailure({ kind: "malformed", what: `an outer alias of a ${alias.sort}`, byteOffset });
    }
  }
}
