// A case is a directory under fixtures/composed: a component that some tool composed, and what comes of taking it apart,
// `composition.wac` or `problem.txt`. What is written must compose to the same world, be valid, and come apart the same.
// UPDATE_FIXTURES=1 writes what came of it instead; read the difference before you keep it.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../core/base/wording.ts";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { decompose } from "../core/decompose/decompose.ts";
import { projectOf } from "../core/decompose/project-of.ts";
import { evaluate } from "../core/graph/evaluate.ts";
import { printWorld } from "../core/wit/print-world.ts";
import { type Component, readComponent } from "../core/wit/read.ts";
import { componentFromWat, validationError } from "./wasm-tools.ts";

const ROOT = fileURLToPath(new URL("fixtures/composed/", import.meta.url));
const FILE = "some composition-2.wasm";
const UPDATE = process.env["UPDATE_FIXTURES"] !== undefined;

describe("composed components", () => {
  const cases = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of cases.filter((entry) => entry.name !== "sources")) {
    it(name, async () => {
      const folder = `${ROOT}${name}/`;
      const bytes = await composedBytes(folder);
      expect(await validationError(bytes), "the case itself is valid").toBeNull();
      const { file, text } = await outcome(bytes);
      const other = file === "problem.txt" ? "composition.wac" : "problem.txt";
      if (UPDATE) {
        writeFileSync(folder + file, text);
        rmSync(folder + other, { force: true });
      }
      expect(text).toBe(existsSync(folder + file) ? readFileSync(folder + file, "utf8") : `no ${file}`);
    });
  }
});

async function composedBytes(folder: string): Promise<Uint8Array> {
  const wat = `${folder}composed.wat`;
  return existsSync(wat)
    ? componentFromWat(readFileSync(wat, "utf8"))
    : new Uint8Array(readFileSync(`${folder}composed.wasm`));
}

async function outcome(bytes: Uint8Array): Promise<{ file: string; text: string }> {
  const project = projectOf(bytes, FILE);
  if (!project.ok) return { file: "problem.txt", text: `${formatDiagnostic(project.error)}\n` };
  const { files, missing, droppedSections } = project.value;
  if (missing.length === 0) await expectComposesAgain(bytes);
  const decoder = new TextDecoder();
  const notes = [...missing.map((key) => `// elsewhere: ${key}`), ...droppedSections.map((s) => `// dropped: ${s}`)];
  const dependencies = [...files.keys()].filter((path) => path.startsWith("deps/")).map((path) => `// ${path}`);
  const text = decoder.decode(files.get("composition.wac"));
  return { file: "composition.wac", text: `${text}${["", ...dependencies, ...notes].join("\n")}\n` };
}

function read(bytes: Uint8Array): Component {
  const result = readComponent(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Decomposing and composing again: valid to wasm-tools, the same world, and the same graph when taken apart again. */
async function expectComposesAgain(bytes: Uint8Array): Promise<void> {
  const whole = read(bytes);
  const first = decompose(bytes, whole, FILE);
  if (!first.ok) throw new Error(JSON.stringify(first.error));
  const { graph, components, packageName } = first.value;
  const bytesOf = new Map(components.map((component) => [component.key, component.bytes!]));
  const options = { packageName, embed: true, toolVersion: "0.0.0" };
  const composed = compose(evaluate(graph), (key) => bytesOf.get(key)!, options);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  const again = joinChunks(composed.value);
  expect(await validationError(again)).toBeNull();
  expect(sortedLines(printWorld(read(again).type))).toEqual(sortedLines(printWorld(whole.type)));
  const [a, b] = [projectOf(bytes, FILE), projectOf(again, FILE)];
  if (!a.ok || !b.ok) throw new Error("the composed component comes apart again");
  expect(withoutOrder(b.value.files)).toEqual(withoutOrder(a.value.files));
}

/** WAC text by statements, for another order of instances says the same; other files as they are. */
function withoutOrder(files: ReadonlyMap<string, Uint8Array>): unknown {
  const text = new TextDecoder().decode(files.get("composition.wac"));
  const rest = [...files].filter(([path]) => path !== "composition.wac");
  return { statements: text.split(/;\n+/).toSorted(), rest: rest.toSorted(([x], [y]) => (x < y ? -1 : 1)) };
}

function sortedLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .toSorted();
}
