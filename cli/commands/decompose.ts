// `witloom decompose FILE -o DIR`: a composed component, from any tool, back to WAC text and its components.

import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DecomposedProject, projectOf } from "../../core/decompose/project-of.ts";
import { counted } from "../counted.ts";
import type { Command } from "../command.ts";
import { EXIT, Finding, Misuse } from "../exit-status.ts";
import { loadComponent } from "../load.ts";
import { printResult, say, sayDiagnostic } from "../terminal.ts";

export const decompose: Command = {
  name: "decompose",
  summary: "Take a composed component apart, into WAC text and its components",
  usage: "FILE -o DIR [--force] [--json]",
  help: `  -o, --output DIR    the folder to write: composition.wac, deps/ with each component byte for byte, witloom.json
  -f, --force         write into a folder that holds something already
  --json              { "packageName", "output", "files": ["composition.wac", …], "instances": [], "problems": [] }

  It takes what wac, wasm-tools, jco and Witloom have composed. What composes again to the same world, with the same
  instances and arguments, is written; else it says what WAC has no words for, and nothing is written.

  Open a component to see how it is made up:
    witloom decompose app.wasm -o app && cat app/composition.wac
  Exchange a part of it:
    witloom decompose app.wasm -o app
    cp store.wasm app/deps/shop/store/1.2.0.wasm
    witloom compose app -o app.wasm`,
  options: { output: { type: "string", short: "o" }, force: { type: "boolean", short: "f" } },
  async run([file, ...rest], { output, force }) {
    if (file === undefined || rest.length > 0) throw new Misuse("decompose takes one file");
    if (typeof output !== "string") throw new Misuse("name the folder to write with -o");
    const isTaken = existsSync(output) && readdirSync(output).length > 0;
    if (isTaken && force !== true) throw new Misuse(`${output} is not empty; --force writes into it all the same`);
    const { bytes } = await loadComponent(file);
    const project = projectOf(bytes, file);
    if (!project.ok) {
      sayDiagnostic(project.error, file);
      throw new Finding();
    }
    const { packageName, files, instances, components, missing, droppedSections } = project.value;
    await writeFiles(output, files);
    for (const key of missing) sayDiagnostic({ kind: "dependency-elsewhere", key }, file);
    for (const name of droppedSections) sayDiagnostic({ kind: "section-dropped", name }, file);
    printResult({ packageName, output, files: [...files.keys()], instances, components }, "");
    say(`${output}: ${counted(instances.length, "instance")} of ${counted(components.length, "component")}`);
    return EXIT.ok;
  },
};

async function writeFiles(folder: string, files: DecomposedProject["files"]): Promise<void> {
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true })
      .then(() => writeFile(target, bytes))
      .catch(() => {
        throw new Misuse(`cannot write ${target}`);
      });
  }
}
