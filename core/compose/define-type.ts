// One type of the model → its record, with what it mentions as indices of the scope it is defined in.
// Spec: Binary.md, "Type Definitions".

import { assert } from "../base/assert.ts";
import type { DeclarationRecord, LabelledType, TypeRecord, ValueTypeRecord } from "../binary/records.ts";
import { freshenComponent } from "../wit/substitution.ts";
import type { ComponentType, InstanceType, ValueType } from "../wit/types.ts";
import { type DefinableType, type ScopeItem, TypeScope } from "./type-scope.ts";

/** The definition of `type` in `scope`; what it needs is written to the scope before. */
export function defineType(type: DefinableType, scope: TypeScope): TypeRecord {
  const value = (inner: ValueType): ValueTypeRecord => scope.valueType(inner);
  const optional = (inner: ValueType | null): ValueTypeRecord | null => inner && value(inner);
  const labelled = (item: { name: string; type: ValueType }): LabelledType => ({
    name: item.name,
    type: value(item.type),
  });
  switch (type.kind) {
    case "primitive":
      return { kind: "primitive", primitive: type.primitive };
    case "record":
      return { kind: "record", fields: type.fields.map(labelled) };
    case "variant":
      return { kind: "variant", cases: type.cases.map((c) => ({ name: c.name, type: optional(c.type) })) };
    case "list":
      return { kind: "list", element: value(type.element), length: type.length };
    case "map":
      return { kind: "map", key: value(type.key), value: value(type.value) };
    case "tuple":
      return { kind: "tuple", elements: type.elements.map(value) };
    case "flags":
    case "enum":
      return { kind: type.kind, labels: type.labels };
    case "option":
      return { kind: "option", element: value(type.element) };
    case "result":
      return { kind: "result", ok: optional(type.ok), error: optional(type.error) };
    case "own":
    case "borrow":
      return { kind: type.kind, resource: scope.typeIndex(type.resource) };
    case "stream":
    case "future":
      return { kind: type.kind, element: optional(type.element) };
    case "function":
      return {
        kind: "function",
        async: type.async,
        parameters: type.parameters.map(labelled),
        result: optional(type.result),
      };
    case "instance":
      return { kind: "instance", declarations: instanceDeclarations(type, scope) };
    case "component":
      return { kind: "component", declarations: componentDeclarations(type, scope) };
    case "module":
    case "unknown":
      return assert(false, `a ${type.kind} type is refused before it is written`) as never;
  }
}

/** A component type or instance type while its declarations are written. */
class DeclarationScope extends TypeScope {
  readonly declarations: DeclarationRecord[] = [];

  protected override write(item: ScopeItem): void {
    this.declarations.push(item);
  }
}

function instanceDeclarations(type: InstanceType, parent: TypeScope): readonly DeclarationRecord[] {
  const scope = new DeclarationScope(parent.context, parent);
  for (const [name, extern] of type.exports) {
    if (extern.kind === "type") scope.declareOnDemand(extern.type, () => scope.declare("export", name, extern));
  }
  for (const [name, extern] of type.exports) {
    if (extern.kind === "type") scope.declarePending(extern.type);
    else scope.declare("export", name, extern);
  }
  return scope.declarations;
}

function componentDeclarations(given: ComponentType, parent: TypeScope): readonly DeclarationRecord[] {
  // Renamed apart: a resource that the enclosing scope knows must not be taken for the component's own.
  const type = freshenComponent(given, parent.context.budget);
  const scope = new DeclarationScope({ ...parent.context, representative: (inner) => inner }, parent);
  for (const [name, extern] of type.imports) scope.declare("import", name, extern);
  for (const [name, extern] of type.exports) scope.declare("export", name, extern);
  return scope.declarations;
}
