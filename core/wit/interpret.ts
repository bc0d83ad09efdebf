// Records of a component → its type, by interpreting the definitions in order as a validator does.
// Nested components are typed only when something instantiates or exports them; core code is never looked at.
// Spec: Binary.md and Explainer.md; validation rules beyond what typing needs are left to validators.

import { LIMITS, typeNodesOfFile } from "../base/limits.ts";
import { DecodeFailure } from "../binary/cursor.ts";
import { SECTION } from "../binary/opcodes.ts";
import { decodeComponentOrThrow, type UnknownConstructNotice } from "../binary/decode.ts";
import {
  type ByteRange,
  type CanonRecord,
  type ExportRecord,
  type InstanceRecord,
  isExternSort,
  type ItemReference,
  type SectionRecord,
} from "../binary/records.ts";
import { expectKind, externOf, type InterpretContext, interpretAlias, moduleTypeOf } from "./interpret-externs.ts";
import { interpretType } from "./interpret-types.ts";
import { type LazyComponent, Scope } from "./scope.ts";
import { instantiate, Substitution, TypeBudget } from "./substitution.ts";
import {
  type ComponentType,
  type Extern,
  type ExternMap,
  type InstanceType,
  peel,
  UNKNOWN_FUNCTION,
  withType,
} from "./types.ts";

export interface InterpretedComponent {
  readonly type: ComponentType;
  readonly notices: readonly UnknownConstructNotice[];
}

/**
 * The type of the component in `bytes` (borrowed for as long as the call runs).
 * @throws DecodeFailure with a byte offset; call inside `catchDecodeFailure`.
 */
export function interpretComponentOrThrow(bytes: Uint8Array): InterpretedComponent {
  const context: InterpretContext = {
    bytes,
    notices: [],
    budget: new TypeBudget(typeNodesOfFile(bytes.length)),
    usedInstanceTypes: new WeakSet(),
  };
  const type = interpretComponent(context, { start: 0, end: bytes.length }, null);
  return { type, notices: context.notices };
}

function interpretComponent(context: InterpretContext, range: ByteRange, parent: Scope | null): ComponentType {
  const { sections, notices } = decodeComponentOrThrow(context.bytes, range);
  context.notices.push(...notices);
  const scope = new Scope("component", parent);
  for (const section of sections) interpretSection(context, scope, section);
  return scope.componentType();
}

function interpretSection(context: InterpretContext, scope: Scope, section: SectionRecord): void {
  switch (section.kind) {
    case "custom":
      return;
    case "core-module":
      return scope.modules.push({ kind: "module", bytes: null });
    case "component":
      return scope.components.push(lazyComponent(context, section.range, scope));
    case "core-type":
      return section.items.forEach((item) => scope.coreTypes.push(moduleTypeOf(item)));
    case "type":
      return section.items.forEach((item, i) =>
        scope.types.push(interpretType(context, scope, item, section.offsets[i]!)),
      );
    case "alias":
      return section.items.forEach((item, i) => interpretAlias(scope, item, section.offsets[i]!));
    case "instance":
      return section.items.forEach((item, i) => interpretInstance(context, scope, item, section.offsets[i]!));
    case "canon":
      return section.items.forEach((item, i) => interpretCanon(scope, item, section.offsets[i]!));
    case "import":
      return section.items.forEach((item, i) => {
        const byteOffset = section.offsets[i]!;
        scope.declare("import", item.name, externOf(context, scope, item.desc, byteOffset), byteOffset);
      });
    case "export":
      return section.items.forEach((item, i) => interpretExport(context, scope, item, section.offsets[i]!));
    case "opaque":
      if (!section.known) scope.loseCertainty();
      // What these define is not looked at.
      else if (section.sectionId === SECTION.start || section.sectionId === SECTION.value) scope.values.loseCertainty();
      return;
  }
}

function lazyComponent(context: InterpretContext, range: ByteRange, parent: Scope): LazyComponent {
  let type: ComponentType | undefined;
  let depth = 0;
  for (let scope: Scope | null = parent; scope; scope = scope.parent) depth += 1;
  return () => {
    if (type) return type;
    if (depth > LIMITS.nestingDepth) {
      const { start: byteOffset } = range;
      throw new DecodeFailure({
        kind: "limit-exceeded",
        limit: "nestingDepth",
        bound: LIMITS.nestingDepth,
        found: depth,
        byteOffset,
      });
    }
    return (type = interpretComponent(context, range, parent));
  };
}

function interpretInstance(context: InterpretContext, scope: Scope, record: InstanceRecord, byteOffset: number): void {
  if (record.kind === "inline") {
    const exports = new Map<string, Extern>();
    for (const item of record.exports) {
      const extern = referencedExtern(scope, item, byteOffset);
      if (extern) exports.set(item.name.name, extern);
    }
    const type: InstanceType = { kind: "instance", exports, resources: [] };
    context.usedInstanceTypes.add(type);
    return scope.instances.push(type);
  }
  const component = scope.components.get(record.component, byteOffset)();
  const args = new Map<string, Extern>();
  for (const argument of record.arguments) {
    const extern = referencedExtern(scope, argument, byteOffset);
    if (extern) args.set(argument.name, extern);
  }
  const instance = instantiate(component, args, context.budget);
  scope.definedResources.push(...instance.resources);
  scope.instances.push(instance);
}

function referencedExtern(scope: Scope, { sort, index }: ItemReference, byteOffset: number): Extern | null {
  return isExternSort(sort) ? scope.lookUp(sort, index, byteOffset) : null;
}

function interpretCanon(scope: Scope, canon: CanonRecord, byteOffset: number): void {
  if (canon.kind === "unknown") return scope.functions.loseCertainty();
  if (canon.kind === "core") return;
  const type = expectKind(scope.types.get(canon.type, byteOffset), "function", byteOffset);
  scope.functions.push(type ?? UNKNOWN_FUNCTION);
}

function interpretExport(context: InterpretContext, scope: Scope, record: ExportRecord, byteOffset: number): void {
  if (!isExternSort(record.sort)) {
    throw new DecodeFailure({
      kind: "unexpected-sort",
      expected: "component-level item",
      found: record.sort,
      byteOffset,
    });
  }
  const actual = scope.lookUp(record.sort, record.index, byteOffset);
  const ascribed = record.ascribed && externOf(context, scope, record.ascribed, byteOffset);
  scope.declare("export", record.name, ascribedExtern(context, actual, ascribed), byteOffset);
}

/** An export under an ascribed type: that type's shape, with the identities of the actual item. */
function ascribedExtern(context: InterpretContext, actual: Extern, ascribed: Extern | "resource" | null): Extern {
  if (ascribed === null || ascribed === "resource" || ascribed.kind === "type") return actual;
  if (ascribed.kind !== "instance" || actual.kind !== "instance") return ascribed;
  const substitution = new Substitution(context.budget);
  keepIdentities(substitution, ascribed.type.exports, actual.type.exports);
  return withType(ascribed, substitution.apply(ascribed.type));
}

function keepIdentities(substitution: Substitution, ascribed: ExternMap, actual: ExternMap): void {
  for (const [name, extern] of ascribed) {
    const found = actual.get(name);
    if (extern.kind !== "type" || found?.kind !== "type") continue;
    substitution.replace(extern.type, found.type);
    const inner = peel(extern.type);
    if (inner.kind === "resource") substitution.replace(inner, peel(found.type));
  }
}
