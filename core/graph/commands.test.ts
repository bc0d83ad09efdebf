import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCommand, type DocumentCommand, fragmentOf } from "./commands.ts";
import { type Document, EMPTY_DOCUMENT } from "./composition.ts";
import { historyOf, record, redo, undo } from "./history.ts";

const SEED = Number(process.env["LAW_SEED"] ?? Date.now() % 2 ** 31);

const component = (name: string): { key: string; sha256: string } => ({ key: `test:${name}`, sha256: name });
const at = (x: number, y = 0): { x: number; y: number } => ({ x, y });

/** The document after `commands`; fails the test where one is refused. */
function after(...commands: DocumentCommand[]): Document {
  return commands.reduce((document: Document, command) => {
    const result = applyCommand(document, command);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  }, EMPTY_DOCUMENT);
}

const TWO = [
  { kind: "add-instance", component: component("log"), position: at(0) },
  { kind: "add-instance", component: component("app"), position: at(300) },
  { kind: "connect", wire: { consumer: "app", import: "log", provider: "log", export: "log" } },
  { kind: "export", export: { name: "run", instance: "app", export: "run" } },
] as const satisfies DocumentCommand[];

describe("applyCommand", () => {
  it("names instances after their component, and numbers the second", () => {
    const document = after(TWO[0], TWO[0]);
    expect(document.composition.instances.map(({ name }) => name)).toEqual(["log", "log2"]);
  });

  it("removes an instance with its wires, its exports, its position and its component", () => {
    const { composition, positions } = after(...TWO, { kind: "remove-instances", names: ["log"] });
    expect(composition.wires).toEqual([]);
    expect([...composition.components.keys()]).toEqual(["test:app"]);
    expect([...positions.keys()]).toEqual(["app"]);
    expect(after(...TWO, { kind: "remove-instances", names: ["app"] }).composition.exports).toEqual([]);
  });

  it("renames an instance everywhere", () => {
    const { composition, positions } = after(...TWO, { kind: "rename-instance", name: "log", to: "journal" });
    expect(composition.wires[0]?.provider).toBe("journal");
    expect(positions.get("journal")).toEqual(at(0));
  });

  it("keeps grants with their instance, and takes them from one whose component is replaced", () => {
    const granted = { kind: "set-grants", instance: "log", grants: ["stdout", "clocks"] } as const;
    const renamed = after(...TWO, granted, { kind: "rename-instance", name: "log", to: "journal" });
    expect([...renamed.grants]).toEqual([["journal", ["stdout", "clocks"]]]);
    const replaced = { kind: "replace-component", names: ["log"], component: component("other") } as const;
    expect([...after(...TWO, granted, replaced).grants]).toEqual([]);
    expect([...after(...TWO, granted, { ...granted, grants: [] }).grants]).toEqual([]);
  });

  it("keeps scenarios with the instances that they name, and refuses two of one name", () => {
    const step = { kind: "request", instance: "log", method: "GET", path: "/", headers: [], body: "" } as const;
    const steps = [
      { ...step, expected: { status: 200, headers: [], body: null } },
      { kind: "drop", handle: 1 } as const,
    ];
    const set = { kind: "set-scenarios", scenarios: [{ name: "a", steps }] } as const;
    const { scenarios } = after(...TWO, set, { kind: "rename-instance", name: "log", to: "journal" });
    expect(scenarios).toEqual([{ name: "a", steps: [{ ...steps[0], instance: "journal" }, steps[1]] }]);
    expect(after(...TWO, set, { kind: "remove-instances", names: ["log"] }).scenarios).toEqual(set.scenarios);
    const twice = applyCommand(after(...TWO), { ...set, scenarios: [...set.scenarios, ...set.scenarios] });
    expect(twice).toEqual({ ok: false, error: { kind: "scenario-name-taken", name: "a" } });
  });

  it.each([
    ["APP", "instance-name-taken"],
    ["not a name", "invalid-instance-name"],
    ["", "invalid-instance-name"],
  ])("refuses to rename to %j: %s", (to, kind) => {
    const result = applyCommand(after(...TWO), { kind: "rename-instance", name: "log", to });
    expect(result).toMatchObject({ ok: false, error: { kind } });
  });

  it("gives an import one wire only", () => {
    const wire = { consumer: "app", import: "log", provider: "log2", export: "log" };
    const { composition } = after(...TWO, TWO[0], { kind: "connect", wire });
    expect(composition.wires).toEqual([wire]);
  });

  it("refuses two components under one key", () => {
    const command: DocumentCommand = {
      kind: "add-instance",
      component: { key: "test:log", sha256: "other" },
      position: at(0),
    };
    expect(applyCommand(after(...TWO), command)).toMatchObject({ ok: false, error: { kind: "component-key-taken" } });
  });

  it("replaces a component and lets the old one's key go", () => {
    const replacement = { key: "test:log", sha256: "newer" };
    const { composition } = after(...TWO, { kind: "replace-component", names: ["log"], component: replacement });
    expect(composition.components.get("test:log")).toEqual(replacement);
    expect(composition.wires).toHaveLength(1);
  });

  it("pastes copies with the wires among them", () => {
    const fragment = fragmentOf(after(...TWO), ["log", "app"]);
    const { composition, positions } = after(...TWO, { kind: "paste", fragment, offset: at(0, 100) });
    expect(composition.wires.at(-1)).toEqual({ consumer: "app2", import: "log", provider: "log2", export: "log" });
    expect(positions.get("app2")).toEqual(at(300, 100));
  });
});

const NAMES = ["log", "log2", "app", "app2", "other"];
const name = fc.constantFrom(...NAMES);
const position = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) });
const anyCommand: fc.Arbitrary<DocumentCommand> = fc.oneof(
  fc.record({
    kind: fc.constant("add-instance" as const),
    component: fc.constantFrom(component("log"), component("app")),
    position,
  }),
  fc.record({ kind: fc.constant("remove-instances" as const), names: fc.array(name, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant("rename-instance" as const), name, to: name }),
  fc.record({
    kind: fc.constant("connect" as const),
    wire: fc.record({ consumer: name, import: name, provider: name, export: name }),
  }),
  fc.record({ kind: fc.constant("disconnect" as const), consumer: name, import: name }),
  fc.record({ kind: fc.constant("import-from-world" as const), import: name }),
  fc.record({ kind: fc.constant("export" as const), export: fc.record({ name, instance: name, export: name }) }),
  fc.record({ kind: fc.constant("unexport" as const), name }),
  fc.record({ kind: fc.constant("rename-export" as const), name, to: name }),
  fc.record({
    kind: fc.constant("replace-component" as const),
    names: fc.array(name, { maxLength: 2 }),
    component: fc.constantFrom(component("log"), component("app")),
  }),
  fc.record({
    kind: fc.constant("set-grants" as const),
    instance: name,
    grants: fc.array(fc.constantFrom("stdout" as const, "read-folder" as const), { maxLength: 2 }),
  }),
  position.map((p): DocumentCommand => ({ kind: "move", positions: new Map([["log", p]]) })),
);

describe(`history, seed ${SEED}`, () => {
  it("undo ∘ do = id, and redo ∘ undo = id, over any run of commands", () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
        let history = historyOf(EMPTY_DOCUMENT);
        for (const command of commands) {
          const before = history;
          const result = applyCommand(history.present, command);
          if (!result.ok) continue;
          history = record(history, result.value, command.kind);
          if (history === before) continue;
          expect(undo(history).present).toBe(before.present);
          expect(redo(undo(history)).present).toBe(history.present);
        }
      }),
      { seed: SEED },
    );
  });

  it("no command leaves anything that refers to an instance that isn't there", () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
        let document = EMPTY_DOCUMENT;
        for (const command of commands) {
          const result = applyCommand(document, command);
          if (result.ok) document = result.value;
        }
        const { composition, positions, grants } = document;
        const names = composition.instances.map((instance) => instance.name);
        const mentioned = [
          ...composition.wires.flatMap((wire) => [wire.consumer, wire.provider]),
          ...composition.exports.map(({ instance }) => instance),
        ];
        expect(names).toEqual(expect.arrayContaining([...mentioned, ...grants.keys()]));
        expect([...positions.keys()].toSorted()).toEqual(names.toSorted());
        const used = new Set(composition.instances.map((instance) => instance.component));
        expect(new Set(composition.components.keys())).toEqual(used);
      }),
      { seed: SEED },
    );
  });

  it("melts steps with one key into one", () => {
    const moved = (x: number): Document => after(TWO[0], { kind: "move", positions: new Map([["log", at(x)]]) });
    let history = historyOf(after(TWO[0]));
    for (const x of [4, 8, 12]) history = record(history, moved(x), "move", "drag 1");
    expect(history.past).toHaveLength(1);
    expect(undo(history).present.positions.get("log")).toEqual(at(0));
  });
});
