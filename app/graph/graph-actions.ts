// What a person does to the graph: add, wire, export, rename, copy. Each is one step to undo.

import type { PortEnd, Position, Selection } from "../../components/canvas/canvas-model.ts";
import type { DocumentCommand, Fragment } from "../../core/graph/commands.ts";
import { fragmentOf } from "../../core/graph/commands.ts";
import type { ComponentReference } from "../../core/graph/composition.ts";
import { freeName, instanceLabel } from "../../core/graph/naming.ts";
import { activeDocument, EMPTY_SELECTION, updateDocument } from "../documents/documents-store.ts";
import { newDocument } from "../documents/new-document.ts";
import { edit, wireId } from "../documents/edit.ts";
import { useLibrary } from "../library/library-store.ts";

export function select(selection: Partial<Selection>): void {
  const active = activeDocument();
  if (active) updateDocument(active.id, (open) => ({ ...open, selection: { ...EMPTY_SELECTION, ...selection } }));
}

/** The reference that the composition in front knows a library component by: its own key for the bytes, if it has one. */
export function referenceTo(sha256: string): ComponentReference | null {
  const entry = useLibrary.getState().entries.get(sha256);
  if (!entry) return null;
  const components = activeDocument()?.history.present.composition.components;
  const known = [...(components?.values() ?? [])].find((reference) => reference.sha256 === sha256);
  return known ?? { key: entry.key, sha256 };
}

export interface Placing {
  readonly sha256: string;
  readonly position: Position;
}

/** Puts an instance of a library component on the canvas, with a wire if one is waiting. */
export function addInstance(placing: Placing, wiredTo?: (name: string) => DocumentCommand): readonly string[] {
  return addInstances([placing], wiredTo);
}

/**
 * Puts instances on the canvas in one step and selects them; in a new composition where none is open. Returns the names
 * that they got, none where they could not be added.
 */
export function addInstances(
  placings: readonly Placing[],
  wiredTo?: (name: string) => DocumentCommand,
): readonly string[] {
  if (!activeDocument()) newDocument();
  const names = activeDocument()!.history.present.composition.instances.map(({ name }) => name);
  const taken = [...names];
  const commands = placings.flatMap(({ sha256, position }): DocumentCommand[] => {
    const component = referenceTo(sha256);
    if (!component) return [];
    const name = freeName(instanceLabel(component.key), taken);
    taken.push(name);
    const add: DocumentCommand = { kind: "add-instance", component, name, position: snapped(position) };
    return wiredTo ? [add, wiredTo(name)] : [add];
  });
  const added = taken.slice(names.length);
  const label = added.length === 1 ? `adding ${added[0]}` : `adding ${added.length} instances`;
  if (added.length === 0 || !edit(commands, { label })) return [];
  select({ nodes: added });
  return added;
}

const GRID = 4;

function snapped({ x, y }: Position): Position {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}

/** The command that joins two ports, whichever way round they are given; null for two of one side. */
export function connectCommand(a: PortEnd, b: PortEnd): Extract<DocumentCommand, { kind: "connect" }> | null {
  const [source, target] = a.side === "export" ? [a, b] : [b, a];
  if (source.side !== "export" || target.side !== "import") return null;
  const wire = { consumer: target.node, import: target.port, provider: source.node, export: source.port };
  return { kind: "connect", wire };
}

export function connect(a: PortEnd, b: PortEnd): void {
  const command = connectCommand(a, b);
  if (!command) return;
  if (edit([command], { label: "wiring" })) select({ wires: [wireId(command.wire)] });
}

/** Puts the consumer's end of a wire on another import, or takes the wire away. */
export function moveWireEnd(id: string, to: PortEnd | null): void {
  const wire = activeDocument()?.history.present.composition.wires.find((candidate) => wireId(candidate) === id);
  if (!wire) return;
  const cut: DocumentCommand = { kind: "disconnect", consumer: wire.consumer, import: wire.import };
  if (!to) return void edit([cut], { label: "cutting a wire" });
  const moved = { ...wire, consumer: to.node, import: to.port };
  if (edit([cut, { kind: "connect", wire: moved }], { label: "moving a wire" })) select({ wires: [wireId(moved)] });
}

/** Leaves an import to the host, or exports an export under its own name. */
export function connectToWorld({ node, side, port }: PortEnd): void {
  const composition = activeDocument()?.history.present.composition;
  if (!composition) return;
  if (side === "import") {
    const cut: DocumentCommand = { kind: "disconnect", consumer: node, import: port };
    edit([cut, { kind: "import-from-world", import: port }], { label: `leaving ${port} to the host` });
    return;
  }
  const taken = composition.exports.map(({ name }) => name);
  const same = composition.exports.some((e) => e.instance === node && e.export === port);
  if (same) return;
  // An interface name can't be made free by a number: a label can.
  const name = taken.includes(port) ? freeName(node, taken) : port;
  edit([{ kind: "export", export: { name, instance: node, export: port } }], { label: `exporting ${name}` });
}

export function removeSelection(): void {
  const active = activeDocument();
  if (!active) return;
  const { selection, history } = active;
  const { wires } = history.present.composition;
  const commands: DocumentCommand[] = [
    ...selection.wires.flatMap((id): DocumentCommand[] => {
      const wire = wires.find((candidate) => wireId(candidate) === id);
      return wire ? [{ kind: "disconnect", consumer: wire.consumer, import: wire.import }] : [];
    }),
    ...selection.worldExports.map((name): DocumentCommand => ({ kind: "unexport", name })),
    ...selection.worldImports.map((name): DocumentCommand => ({ kind: "unimport-from-world", import: name })),
    { kind: "remove-instances", names: selection.nodes },
  ];
  edit(commands, { label: `deleting ${countOf(selection)}` });
}

export function countOf({ nodes, wires, worldImports, worldExports }: Selection): string {
  const count = nodes.length + wires.length + worldImports.length + worldExports.length;
  if (count === 1 && nodes[0] !== undefined) return nodes[0];
  return count === 1 ? "a wire" : `${count} things`;
}

export function isEmpty({ nodes, wires, worldImports, worldExports }: Selection): boolean {
  return nodes.length + wires.length + worldImports.length + worldExports.length === 0;
}

const CLIPBOARD_KIND = "witloom/fragment@1";
const PASTE_OFFSET: Position = { x: 32, y: 32 };
/** The system clipboard may be out of reach; this one never is. */
let clipboard: Fragment | null = null;

export function copySelection(): boolean {
  const active = activeDocument();
  if (!active || active.selection.nodes.length === 0) return false;
  clipboard = fragmentOf(active.history.present, active.selection.nodes);
  const text = JSON.stringify({ kind: CLIPBOARD_KIND, fragment: clipboard });
  void navigator.clipboard?.writeText(text).catch(() => undefined);
  return true;
}

export async function paste(): Promise<void> {
  const fragment = (await fragmentInClipboard()) ?? clipboard;
  if (fragment) pasteFragment(fragment, "pasting");
}

/** A fragment that another tab copied. */
async function fragmentInClipboard(): Promise<Fragment | null> {
  try {
    const parsed: unknown = JSON.parse(await navigator.clipboard.readText());
    const { kind, fragment } = parsed as { kind?: unknown; fragment?: Fragment };
    return kind === CLIPBOARD_KIND && fragment && Array.isArray(fragment.instances) ? fragment : null;
  } catch {
    return null;
  }
}

export function duplicateSelection(): void {
  const active = activeDocument();
  if (active) pasteFragment(fragmentOf(active.history.present, active.selection.nodes), "duplicating");
}

function pasteFragment(fragment: Fragment, label: string): void {
  const before = new Set(activeDocument()?.history.present.composition.instances.map(({ name }) => name));
  if (!edit([{ kind: "paste", fragment, offset: PASTE_OFFSET }], { label })) return;
  const added = activeDocument()!.history.present.composition.instances.filter(({ name }) => !before.has(name));
  select({ nodes: added.map(({ name }) => name) });
}
