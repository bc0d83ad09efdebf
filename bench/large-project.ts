// A generated project for the canvas: 1,000 instances and 3,000 wires in columns, each wired to a few columns before it.

import { componentFromWit } from "../tests/wasm-tools.ts";
import {
  type Composition,
  EMPTY_DOCUMENT,
  type Instance,
  type Position,
  type Wire,
} from "../core/graph/composition.ts";
import { writeProject } from "../core/deliver/project-files.ts";
import { zipProject } from "../core/deliver/zip.ts";
import { type Component, readComponent } from "../core/wit/read.ts";

const COLUMNS = 40;
const ROWS = 25;
const COLUMN_WIDTH = 340;
const ROW_HEIGHT = 190;
const WIRES = 3_000;
const NAMES = ["first", "second", "third", "fourth"] as const;

const WIT = `package bench:links@1.0.0;
${NAMES.map((name) => `interface ${name} { pass: func(value: u32) -> u32; }`).join("\n")}
${NAMES.map((_, i) => worldText(i)).join("\n")}
world takes-4 { ${NAMES.map((name) => `import ${name}; export ${name};`).join(" ")} }`;

/** A world that imports the first `count` interfaces and exports all. */
function worldText(count: number): string {
  const imports = NAMES.slice(0, count).map((name) => `import ${name};`);
  return `world takes-${count} { ${imports.join(" ")} ${NAMES.map((name) => `export ${name};`).join(" ")} }`;
}

interface Built {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly component: Component;
}

async function build(count: number): Promise<Built> {
  const bytes = await componentFromWit(WIT, `takes-${count}`);
  const read = readComponent(bytes);
  if (!read.ok) throw new Error(read.error.kind);
  return { key: `bench:takes-${count}@1.0.0`, bytes, component: read.value };
}

/** How many imports each instance has, so that all of them together make `WIRES`; the first column has none. */
function importCounts(): readonly number[] {
  const rest = COLUMNS * ROWS - ROWS;
  const withFour = WIRES - rest * 3;
  return Array.from({ length: COLUMNS * ROWS }, (_, i) => (i < ROWS ? 0 : i - ROWS < withFour ? 4 : 3));
}

/** The zip of the project, and what it holds. */
export async function largeProject(): Promise<{ zip: Uint8Array; instances: number; wires: number }> {
  const counts = importCounts();
  const built = new Map(await Promise.all([0, 3, 4].map(async (count) => [count, await build(count)] as const)));
  const instances = counts.map((count, i): Instance => ({ name: nameOf(i), component: built.get(count)!.key }));
  const wires = counts.flatMap((count, i) => NAMES.slice(0, count).map((name, k) => wireOf(i, k, name)));
  const positions = new Map(instances.map(({ name }, i): [string, Position] => [name, positionOf(i)]));
  const byKey = new Map([...built.values()].map((one) => [one.key, one]));
  const composition: Composition = {
    ...EMPTY_DOCUMENT.composition,
    packageName: "bench:large@1.0.0",
    components: new Map([...byKey.keys()].map((key) => [key, { key, sha256: key }])),
    instances,
    wires,
  };
  const document = { ...EMPTY_DOCUMENT, composition, positions };
  const files = writeProject(
    document,
    (key) => byKey.get(key)?.component,
    (key) => byKey.get(key)!.bytes,
  );
  return { zip: zipProject(files), instances: instances.length, wires: wires.length };
}

function nameOf(index: number): string {
  return `stage-${index}`;
}

function positionOf(index: number): Position {
  return { x: Math.floor(index / ROWS) * COLUMN_WIDTH, y: (index % ROWS) * ROW_HEIGHT };
}

/** A provider one to three columns back, a few rows off. */
function wireOf(consumer: number, import_: number, name: string): Wire {
  const column = Math.floor(consumer / ROWS);
  const back = Math.min(column, 1 + ((consumer + import_) % 3));
  const row = (consumer + import_ * 3 + ROWS - 3) % ROWS;
  const provider = (column - back) * ROWS + row;
  const port = `bench:links/${name}@1.0.0`;
  return { consumer: nameOf(consumer), import: port, provider: nameOf(provider), export: port };
}
