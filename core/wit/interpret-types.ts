// Type records → the type model. Indices are resolved in the scope at hand; declarators open a scope of their own.
// Spec: Explainer.md, "Type Definitions".

import { unreachable } from "../base/assert.ts";
import { DecodeFailure } from "../binary/cursor.ts";
import type { DeclarationRecord, TypeRecord, ValueTypeRecord } from "../binary/records.ts";
import { externOf, type InterpretContext, interpretAlias, moduleTypeOf } from "./interpret-externs.ts";
import { Scope } from "./scope.ts";
import { checkMeasure } from "./type-size.ts";
import { type AnyType, primitive, UNKNOWN_TYPE, type ValueType } from "./types.ts";

/** The type that `record` defines. */
export function interpretType(
  context: InterpretContext,
  scope: Scope,
  record: TypeRecord,
  byteOffset: number,
): AnyType {
  context.budget.spend(1);
  const type = build(context, scope, record, byteOffset);
  checkMeasure(type, scope.measures, byteOffset);
  return type;
}

function build(context: InterpretContext, scope: Scope, record: TypeRecord, byteOffset: number): AnyType {
  const value = (type: ValueTypeRecord): ValueType => valueType(scope, type, byteOffset);
  const optional = (type: ValueTypeRecord | null): ValueType | null => (type === null ? null : value(type));
  const labelled = ({ name, type }: { name: string; type: ValueTypeRecord }): { name: string; type: ValueType } => ({
    name,
    type: value(type),
  });
  switch (record.kind) {
    case "primitive":
      return primitive(record.primitive);
    case "record":
      return { kind: "record", fields: record.fields.map(labelled) };
    case "variant":
      return { kind: "variant", cases: record.cases.map(({ name, type }) => ({ name, type: optional(type) })) };
    case "list":
      return { kind: "list", element: value(record.element), length: record.length };
    case "map":
      return { kind: "map", key: value(record.key), value: value(record.value) };
    case "tuple":
      return { kind: "tuple", elements: record.elements.map(value) };
    case "flags":
    case "enum":
      return { kind: record.kind, labels: record.labels };
    case "option":
      return { kind: "option", element: value(record.element) };
    case "result":
      return { kind: "result", ok: optional(record.ok), error: optional(record.error) };
    case "own":
    case "borrow":
      return { kind: record.kind, resource: scope.types.get(record.resource, byteOffset) };
    case "stream":
    case "future":
      return { kind: record.kind, element: optional(record.element) };
    case "function":
      return {
        kind: "function",
        async: record.async,
        parameters: record.parameters.map(labelled),
        result: optional(record.result),
      };
    case "resource":
      return scope.defineResource();
    case "component":
      return declared(context, scope, "component-type", record.declarations, byteOffset).componentType();
    case "instance": {
      const inner = declared(context, scope, "instance-type", record.declarations, byteOffset);
      return { kind: "instance", exports: inner.exports, resources: inner.definedResources };
    }
    case "unknown":
      return UNKNOWN_TYPE;
    default:
      return unreachable(record);
  }
}

const NOT_VALUE_TYPES: ReadonlySet<AnyType["kind"]> = new Set([
  "function",
  "instance",
  "component",
  "module",
  "resource",
]);

function valueType(scope: Scope, record: ValueTypeRecord, byteOffset: number): ValueType {
  if (typeof record === "string") return primitive(record);
  const type = scope.types.get(record, byteOffset);
  if (NOT_VALUE_TYPES.has(type.kind)) {
    throw new DecodeFailure({ kind: "unexpected-sort", expected: "value type", found: type.kind, byteOffset });
  }
  return type as ValueType;
}

/** The scope of a component or instance type after its declarations. */
function declared(
  context: InterpretContext,
  parent: Scope,
  kind: "component-type" | "instance-type",
  declarations: readonly DeclarationRecord[],
  byteOffset: number,
): Scope {
  const scope = new Scope(kind, parent);
  for (const declaration of declarations) {
    switch (declaration.kind) {
      case "core-type":
        scope.coreTypes.push(moduleTypeOf(declaration.type));
        break;
      case "type":
        scope.types.push(interpretType(context, scope, declaration.type, byteOffset));
        break;
      case "alias":
        interpretAlias(scope, declaration.alias, byteOffset);
        break;
      case "import":
      case "export":
        scope.declare(
          declaration.kind,
          declaration.name,
          externOf(context, scope, declaration.desc, byteOffset),
          byteOffset,
        );
        break;
      default:
        unreachable(declaration);
    }
  }
  return scope;
}
