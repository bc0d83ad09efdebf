// What a person can do to a document, as data, and what comes of it. Every change goes through here.
// A command is applied whole or refused with a reason; the document before it is never touched.

import type { Diagnostic } from "../base/diagnostics.ts";
import { unreachable } from "../base/assert.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { type Scenario, withInstanceRenamed } from "../scenarios/scenario.ts";
import { checkScenarios, type ScenarioListError } from "../scenarios/scenario-list.ts";
import { isLabel, uniquenessKey } from "../wit/names.ts";
import {
  type ComponentReference,
  type Composition,
  type CompositionExport,
  type Document,
  findInstance,
  type Instance,
  type Position,
  type Wire,
} from "./composition.ts";
import { type Grant, knownGrants } from "./grants.ts";
import { wacName } from "./name-pool.ts";
import { freeName, instanceLabel, parseComponentKey } from "./naming.ts";

export type DocumentCommand =
  /** Without a name, the instance is named after its component. */
  | {
      readonly kind: "add-instance";
      readonly component: ComponentReference;
      readonly name?: string;
      readonly position: Position;
    }
  | { readonly kind: "remove-instances"; readonly names: readonly string[] }
  | { readonly kind: "rename-instance"; readonly name: string; readonly to: string }
  /** The new component gets none of the old one's grants. */
  | { readonly kind: "replace-component"; readonly names: readonly string[]; readonly component: ComponentReference }
  /** Takes the place of a wire that the import already has. */
  | { readonly kind: "connect"; readonly wire: Wire }
  | { readonly kind: "disconnect"; readonly consumer: string; readonly import: string }
  | { readonly kind: "import-from-world"; readonly import: string }
  | { readonly kind: "unimport-from-world"; readonly import: string }
  | { readonly kind: "export"; readonly export: CompositionExport }
  | { readonly kind: "unexport"; readonly name: string }
  | { readonly kind: "rename-export"; readonly name: string; readonly to: string }
  | { readonly kind: "move"; readonly positions: ReadonlyMap<string, Position> }
  /** Adds instances with the wires between them; names that are taken are changed. */
  | { readonly kind: "paste"; readonly fragment: Fragment; readonly offset: Position }
  | { readonly kind: "rename-package"; readonly to: string }
  /** Takes the place of what the instance was granted before. */
  | { readonly kind: "set-grants"; readonly instance: string; readonly grants: readonly Grant[] }
  /** Takes the place of all that there were. */
  | { readonly kind: "set-scenarios"; readonly scenarios: readonly Scenario[] };

/** A part of a document that can be copied: instances, what they are made of, and the wires among them. */
export interface Fragment {
  readonly components: readonly ComponentReference[];
  readonly instances: readonly (Instance & { readonly position: Position })[];
  readonly wires: readonly Wire[];
}

export type CommandError =
  | ScenarioListError
  | Diagnostic<
      | "unknown-instance"
      | "instance-name-taken"
      | "invalid-instance-name"
      | "invalid-export-name"
      | "duplicate-export"
      | "invalid-package-name"
      | "component-key-taken"
    >;

export type CommandResult = Result<Document, CommandError>;

/** The document after `command`. */
export function applyCommand(document: Document, command: DocumentCommand): CommandResult {
  switch (command.kind) {
    case "add-instance":
      return addInstance(document, command.component, command.name, command.position);
    case "remove-instances":
      return ok(removeInstances(document, new Set(command.names)));
    case "rename-instance":
      return renameInstance(document, command.name, command.to);
    case "replace-component":
      return replaceComponent(document, new Set(command.names), command.component);
    case "connect":
      return connect(document, command.wire);
    case "disconnect":
      return ok(edit(document, { wires: document.composition.wires.filter((wire) => !satisfies(wire, command)) }));
    case "import-from-world":
      return ok(edit(document, { worldImports: withItem(document.composition.worldImports, command.import) }));
    case "unimport-from-world":
      return ok(edit(document, { worldImports: without(document.composition.worldImports, command.import) }));
    case "export":
      return addExport(document, command.export);
    case "unexport":
      return ok(edit(document, { exports: document.composition.exports.filter(({ name }) => name !== command.name) }));
    case "rename-export":
      return renameExport(document, command.name, command.to);
    case "move":
      return ok(move(document, command.positions));
    case "paste":
      return paste(document, command.fragment, command.offset);
    case "rename-package":
      return parseComponentKey(command.to)
        ? ok(edit(document, { packageName: command.to }))
        : fail({ kind: "invalid-package-name", name: command.to });
    case "set-grants":
      return setGrants(document, command.instance, command.grants);
    case "set-scenarios":
      return setScenarios(document, command.scenarios);
    default:
      return unreachable(command);
  }
}

function edit(document: Document, change: Partial<Composition>): Document {
  return { ...document, composition: { ...document.composition, ...change } };
}

function satisfies(wire: Wire, place: { consumer: string; import: string }): boolean {
  return wire.consumer === place.consumer && wire.import === place.import;
}

function withItem(items: readonly string[], item: string): readonly string[] {
  return items.includes(item) ? items : [...items, item];
}

function without(items: readonly string[], item: string): readonly string[] {
  return items.filter((other) => other !== item);
}

function addInstance(
  document: Document,
  component: ComponentReference,
  wanted: string | undefined,
  position: Position,
): CommandResult {
  const { composition, positions } = document;
  const taken = composition.instances.map(({ name }) => name);
  const name = wanted ?? freeName(instanceLabel(component.key), taken);
  const problem = checkInstanceName(name, taken);
  if (problem) return fail(problem);
  const components = addComponent(composition.components, component);
  if (!components.ok) return components;
  const instances = [...composition.instances, { name, component: component.key }];
  const changed = edit(document, { components: components.value, instances });
  return ok({ ...changed, positions: new Map(positions).set(name, position) });
}

function checkInstanceName(name: string, taken: readonly string[]): CommandError | null {
  // Words that begin with a digit are labels, but not names that WAC tools read.
  if (!isLabel(name) || wacName(name) !== name) return { kind: "invalid-instance-name", name };
  const key = uniquenessKey(name);
  const other = taken.find((each) => uniquenessKey(each) === key);
  return other === undefined ? null : { kind: "instance-name-taken", name, other };
}

type Components = Composition["components"];

function addComponent(components: Components, component: ComponentReference): Result<Components, CommandError> {
  const existing = components.get(component.key);
  if (existing && existing.sha256 !== component.sha256)
    return fail({ kind: "component-key-taken", key: component.key });
  return ok(existing ? components : new Map(components).set(component.key, component));
}

/** The components that some instance is made of, and the packages that the composition's text takes types from. */
function usedComponents(
  components: Components,
  instances: readonly Instance[],
  packages: readonly string[] = [],
): Components {
  const used = new Set([...packages, ...instances.map(({ component }) => component)]);
  return new Map([...components].filter(([key]) => used.has(key)));
}

function removeInstances(document: Document, names: ReadonlySet<string>): Document {
  const { composition, positions } = document;
  const instances = composition.instances.filter(({ name }) => !names.has(name));
  const changed = edit(document, {
    instances,
    components: usedComponents(composition.components, instances, composition.source?.packages),
    wires: composition.wires.filter(({ consumer, provider }) => !names.has(consumer) && !names.has(provider)),
    exports: composition.exports.filter(({ instance }) => !names.has(instance)),
  });
  return { ...changed, positions: withoutKeys(positions, names), grants: withoutKeys(document.grants, names) };
}

function withoutKeys<V>(map: ReadonlyMap<string, V>, keys: ReadonlySet<string>): ReadonlyMap<string, V> {
  return new Map([...map].filter(([key]) => !keys.has(key)));
}

function renameInstance(document: Document, name: string, to: string): CommandResult {
  const { composition, positions } = document;
  if (!findInstance(composition, name)) return fail({ kind: "unknown-instance", name });
  if (name === to) return ok(document);
  const others = composition.instances.map((instance) => instance.name).filter((other) => other !== name);
  const problem = checkInstanceName(to, others);
  if (problem) return fail(problem);
  const renamed = (other: string): string => (other === name ? to : other);
  const changed = edit(document, {
    instances: composition.instances.map((instance) => ({ ...instance, name: renamed(instance.name) })),
    wires: composition.wires.map((w) => ({ ...w, consumer: renamed(w.consumer), provider: renamed(w.provider) })),
    exports: composition.exports.map((e) => ({ ...e, instance: renamed(e.instance) })),
  });
  const renamedKeys = <V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> =>
    new Map(Array.from(map, ([key, value]) => [renamed(key), value]));
  return ok({
    ...changed,
    positions: renamedKeys(positions),
    grants: renamedKeys(document.grants),
    scenarios: withInstanceRenamed(document.scenarios, name, to),
  });
}

function replaceComponent(
  document: Document,
  names: ReadonlySet<string>,
  component: ComponentReference,
): CommandResult {
  const { composition } = document;
  if (names.size === 0) return ok(document);
  for (const name of names) if (!findInstance(composition, name)) return fail({ kind: "unknown-instance", name });
  const instances = composition.instances.map((instance) =>
    names.has(instance.name) ? { ...instance, component: component.key } : instance,
  );
  // What no instance uses any more may give its key to the new component.
  const kept = usedComponents(
    composition.components,
    composition.instances.filter(({ name }) => !names.has(name)),
    composition.source?.packages,
  );
  const components = addComponent(kept, component);
  if (!components.ok) return components;
  const changed = edit(document, { instances, components: components.value });
  return ok({ ...changed, grants: withoutKeys(document.grants, names) });
}

function connect(document: Document, wire: Wire): CommandResult {
  const { composition } = document;
  for (const name of [wire.consumer, wire.provider]) {
    if (!findInstance(composition, name)) return fail({ kind: "unknown-instance", name });
  }
  const others = composition.wires.filter((other) => !satisfies(other, wire));
  return ok(edit(document, { wires: [...others, wire] }));
}

function addExport(document: Document, added: CompositionExport): CommandResult {
  const { composition } = document;
  if (!findInstance(composition, added.instance)) return fail({ kind: "unknown-instance", name: added.instance });
  const other = composition.exports.find(({ name }) => uniquenessKey(name) === uniquenessKey(added.name));
  if (other) return fail({ kind: "duplicate-export", name: added.name, other: other.name });
  return ok(edit(document, { exports: [...composition.exports, added] }));
}

function renameExport(document: Document, name: string, to: string): CommandResult {
  const { exports } = document.composition;
  const other = exports.find((e) => e.name !== name && uniquenessKey(e.name) === uniquenessKey(to));
  if (other) return fail({ kind: "duplicate-export", name: to, other: other.name });
  return ok(edit(document, { exports: exports.map((e) => (e.name === name ? { ...e, name: to } : e)) }));
}

function move(document: Document, moved: ReadonlyMap<string, Position>): Document {
  const positions = new Map(document.positions);
  for (const [name, position] of moved) if (positions.has(name)) positions.set(name, position);
  return { ...document, positions };
}

function setGrants(document: Document, instance: string, grants: readonly Grant[]): CommandResult {
  if (!findInstance(document.composition, instance)) return fail({ kind: "unknown-instance", name: instance });
  const changed = new Map(document.grants);
  if (grants.length === 0) changed.delete(instance);
  else changed.set(instance, knownGrants(grants));
  return ok({ ...document, grants: changed });
}

function setScenarios(document: Document, scenarios: readonly Scenario[]): CommandResult {
  const problem = checkScenarios(scenarios);
  return problem ? fail(problem) : ok({ ...document, scenarios });
}

function paste(document: Document, fragment: Fragment, offset: Position): CommandResult {
  let changed = document;
  const names = new Map<string, string>();
  const references = new Map(fragment.components.map((component) => [component.key, component]));
  for (const { name, component, position } of fragment.instances) {
    const reference = references.get(component) ?? document.composition.components.get(component);
    if (!reference) continue;
    const free = freeName(
      name,
      changed.composition.instances.map((instance) => instance.name),
    );
    names.set(name, free);
    const added = addInstance(changed, reference, free, { x: position.x + offset.x, y: position.y + offset.y });
    if (!added.ok) return added;
    changed = added.value;
  }
  const wires = fragment.wires.flatMap((wire) => {
    const [consumer, provider] = [names.get(wire.consumer), names.get(wire.provider)];
    return consumer !== undefined && provider !== undefined ? [{ ...wire, consumer, provider }] : [];
  });
  return ok(edit(changed, { wires: [...changed.composition.wires, ...wires] }));
}

/** The named instances with the wires among them, for copying. */
export function fragmentOf(document: Document, names: readonly string[]): Fragment {
  const { composition, positions } = document;
  const chosen = new Set(names);
  const instances = composition.instances
    .filter(({ name }) => chosen.has(name))
    .map((instance) => ({ ...instance, position: positions.get(instance.name) ?? { x: 0, y: 0 } }));
  return {
    components: [...usedComponents(composition.components, instances).values()],
    instances,
    wires: composition.wires.filter(({ consumer, provider }) => chosen.has(consumer) && chosen.has(provider)),
  };
}
