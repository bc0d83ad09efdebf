// Random compositions of components that do something, and all that a person can see of a run of one.

import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { WitValue } from "../../../core/values/value.ts";
import { ownedHandles } from "../../../core/values/owned-handles.ts";
import { type FunctionType, peel, type ValueType } from "../../../core/wit/types.ts";
import { type Random, randomFrom } from "../../../tests/random.ts";
import type { ComponentText } from "../../testbed/build-component.ts";
import * as components from "../../testbed/test-components.ts";
import { DEFAULT_DETERMINISM } from "../control/determinism.ts";
import { COMPOSED } from "../prepare/run-plan.ts";
import type { TreeEntry } from "../wasi/filesystem/snapshot.ts";
import type { Denial, Grants } from "../wasi/grants.ts";
import type { CallOutcome } from "./calls.ts";
import { evaluated, type GraphText, type TestRun } from "./run.fixtures.ts";

const PROGRAMS = new URL("../../../samples/conformance/built/", import.meta.url);
const program = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(name, PROGRAMS)));

const QUITTER = {
  wit: `package test:quit; world it { import wasi:cli/exit@0.2.0; export quit: func(status: u8); }
    package wasi:cli@0.2.0 { interface exit { exit: func(status: result); exit-with-code: func(code: u8); } }`,
  core: `(module
    (import "wasi:cli/exit@0.2.0" "exit-with-code" (func $exit (param i32)))
    (memory (export "memory") 1)
    (func (export "quit") (param i32) (call $exit (local.get 0))))`,
};

const POOL: readonly (readonly [stem: string, text: ComponentText])[] = [
  ["adder", components.ADDER],
  ["calc", components.CALC],
  ["clockwork", components.CLOCKWORK],
  ["editor", components.EDITOR],
  ["looper", components.LOOPER],
  ["passer", components.PASSER],
  ["printer", components.PRINTER],
  ["relay", components.RELAY],
  ["shop", components.SHOP],
  ["store", components.STORE],
  ["watcher", components.WATCHER],
  ["quitter", QUITTER],
  ["program", program("cli-c.wasm")],
  ["tool", program("cli-rust.wasm")],
];
/** jco takes no digits and no single letters in the label of an export. */
const ORDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const RUN = /^wasi:cli\/run@/;

interface DrawnCall {
  readonly instance: string;
  /** The exported interface, or null for a function of the world. */
  readonly interface: string | null;
  readonly function: string;
  readonly type: FunctionType;
  readonly seed: number;
}

interface Drawn {
  readonly text: GraphText;
  /** Under which name the whole has the export of an instance, by `instance export`. */
  readonly exported: ReadonlyMap<string, string>;
  readonly calls: readonly DrawnCall[];
  /** Instances that are commands; the first is run at the end. */
  readonly commands: readonly string[];
}

/** A composition of what `POOL` has, wired and granted at random, and calls of what it exports. */
export async function anyGraph(seed: number): Promise<Drawn> {
  const random = randomFrom(seed);
  const chosen = Object.fromEntries(
    Array.from({ length: 3 + random.below(5) }, (_, i) => {
      const [stem, component] = random.pick(POOL);
      return [`${stem}-${ORDINALS[i]}`, component];
    }),
  );
  const names = Object.keys(chosen);
  const { evaluation } = await evaluated({ components: chosen });
  const types = new Map(evaluation.instances.map(({ instance }) => [instance.name, instance.component.type]));
  const wires: string[] = [];
  const exported = new Map<string, string>();
  const exports: string[] = [];
  const calls: DrawnCall[] = [];
  const taken = new Set<string>();
  for (const [i, consumer] of names.entries()) {
    const { imports, exports: offered } = types.get(consumer)!;
    for (const wanted of imports.keys()) {
      const providers = names.slice(0, i).filter((name) => types.get(name)!.exports.has(wanted));
      if (providers.length > 0 && random.chance(0.8))
        wires.push(`${consumer}.${wanted} = ${random.pick(providers)}.${wanted}`);
    }
    for (const [name, extern] of offered) {
      // jco takes no interface under a label that uses another one's types.
      if (taken.has(name) && name.includes("store/shop")) continue;
      const as = taken.has(name) ? `also-${consumer}-${ORDINALS[exports.length]}` : name;
      taken.add(as);
      exported.set(`${consumer} ${name}`, as);
      exports.push(`${as} = ${consumer}.${name}`);
      const functions = extern.kind === "instance" ? [...extern.type.exports] : [[name, extern] as const];
      for (const [label, item] of functions) {
        if (item.kind !== "function" || RUN.test(name) || label.includes("hang")) continue;
        const owner = extern.kind === "instance" ? name : null;
        // Between instances a person can pass resources in one mode only; see `foreignResources`.
        if (/store\/shop/.test(name) && item.type.parameters.some(({ type }) => peel(type).kind !== "primitive"))
          continue;
        for (let times = 0; times < 2; times++) {
          calls.push({
            instance: consumer,
            interface: owner,
            function: label,
            type: item.type,
            seed: random.below(1e6),
          });
        }
      }
    }
  }
  // What ends a run comes last, mostly.
  const ending = /fail|quit/;
  const drawn = calls.filter((call) => !ending.test(call.function) || random.chance(0.5));
  const order = new Map(drawn.map((call) => [call, random.below(1000) + (ending.test(call.function) ? 900 : 0)]));
  return {
    text: {
      components: chosen,
      wires: wires.join("\n"),
      exports: exports.join("\n"),
      grants: Object.fromEntries(names.map((name) => [name, anyGrants(random)])),
      trees: { files: [{ kind: "file", path: "given.txt", bytes: new TextEncoder().encode("given"), modifiedMs: 0 }] },
      determinism: { ...DEFAULT_DETERMINISM, seed },
    },
    exported,
    calls: drawn.toSorted((a, b) => order.get(a)! - order.get(b)!),
    commands: names.filter((name) => [...types.get(name)!.exports.keys()].some((key) => RUN.test(key))),
  };
}

function anyGrants(random: Random): Partial<Grants> {
  const most = (): boolean => random.chance(0.7);
  const task = random.pick(["arguments", "environment", "input", "files", "errors", "random"]);
  return {
    arguments: most() ? ["program", task, "one", "two words"] : null,
    environment: most() ? [["ONE", "first"]] : null,
    stdin: most() ? new TextEncoder().encode("one\ntwo") : null,
    stdout: most(),
    stderr: most(),
    clocks: most(),
    random: most(),
    preopens: most() ? [{ path: "/", tree: "files", folder: "", access: most() ? "read-write" : "read" }] : [],
  };
}

/** What a person gets to see of a run. */
interface Seen {
  readonly outcomes: readonly unknown[];
  readonly output: Readonly<Record<string, string>>;
  readonly denied: readonly Denial[];
  readonly files: readonly (readonly [path: string, content: string | null])[];
}

/** Starts `run`, makes all calls of `drawn` until it ends, and then runs a command, if there is one. */
export async function seenBy(run: TestRun, drawn: Drawn, mode: "debug" | "release"): Promise<Seen> {
  expect(await run.start()).toBeNull();
  const outcomes: unknown[] = [];
  const held: WitValue[] = [];
  let isOver = false;
  for (const call of drawn.calls) {
    const args = argumentsFor(call, held);
    if (isOver || args === null) continue;
    const as = drawn.exported.get(`${call.instance} ${call.interface ?? call.function}`)!;
    const request = { ...call, arguments: args };
    const outcome = await run.session.call(
      mode === "debug"
        ? request
        : { ...request, instance: COMPOSED, ...(call.interface === null ? { function: as } : { interface: as }) },
    );
    outcomes.push([`${call.instance} ${call.function}`, shown(outcome)]);
    isOver = outcome.kind === "trapped" || outcome.kind === "exited" || outcome.kind === "stopped";
    if (outcome.kind !== "returned") continue;
    const given = new Set(
      call.type.parameters.flatMap(({ type }, i) => [...ownedHandles(args[i]!, type)]).map(({ id }) => id),
    );
    for (const [i, handle] of held.toReversed().entries()) {
      if (given.has((handle as { id: number }).id)) held.splice(held.length - 1 - i, 1);
    }
    if (call.type.result) held.push(...ownedHandles(outcome.value, call.type.result));
  }
  const [command] = drawn.commands;
  if (!isOver && command !== undefined) {
    outcomes.push([command, shown(await run.session.command(mode === "debug" ? command : COMPOSED))]);
  }
  return {
    outcomes,
    output: run.output,
    denied: run.events.flatMap((event) => (event.kind === "denied" ? [event] : [])),
    files: (run.session.files("files") ?? []).map(contentOf),
  };
}

function contentOf(entry: TreeEntry): readonly [string, string | null] {
  return [entry.path, entry.kind === "file" ? new TextDecoder().decode(entry.bytes) : null];
}

/** The outcome without times, and without the calls that only wires see. */
function shown(outcome: CallOutcome): unknown {
  if (outcome.kind === "returned") return outcome.value;
  if (outcome.kind !== "trapped") return outcome;
  const { calls: _, ...report } = outcome.report;
  return report;
}

/** Arguments that the call's seed draws; null where it needs a resource and none is held. */
function argumentsFor({ type, seed }: DrawnCall, held: readonly WitValue[]): WitValue[] | null {
  const random = randomFrom(seed);
  const args = type.parameters.map(({ type: parameter }) => anyValue(parameter, random, held));
  return args.includes(NONE) ? null : (args as WitValue[]);
}

const NONE = Symbol("no resource is held");

function anyValue(given: ValueType, random: Random, held: readonly WitValue[]): WitValue | typeof NONE {
  const type = peel(given);
  if (type.kind === "own" || type.kind === "borrow") return held.length > 0 ? random.pick(held) : NONE;
  if (type.kind === "list") {
    const element = peel(type.element);
    if (element.kind === "primitive" && element.primitive === "u8") {
      return Uint8Array.from({ length: random.below(200) }, () => random.below(256));
    }
    return held.slice(0, random.below(3));
  }
  if (type.kind !== "primitive") return expect.fail(`no values of ${type.kind} are drawn`);
  if (type.primitive === "string") return random.pick(["", "Ada", "drei – 三", "\ufeff\u0000 😀"]);
  return type.primitive === "u64" ? BigInt(random.below(50)) : random.below(50);
}
