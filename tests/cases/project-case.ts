// A project: a folder `project` as it is on disk, or its zip as `project.hex`.
// Expected: `problems.txt`, why it can't be opened, each with the file concerned; nothing where it opens.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { ok } from "../../core/base/result.ts";
import { type ProjectFiles, readProject } from "../../core/deliver/project-files.ts";
import { unzipProject } from "../../core/deliver/zip.ts";
import { readComponent } from "../../core/wit/read.ts";
import { bytesFromHex } from "./bytes-from-hex.ts";
import { componentBytes, type Outcome, outcome, problemText, readText } from "./case-folder.ts";

export async function runProjectCase(folder: string): Promise<Outcome> {
  const zip = readText(`${folder}project.hex`);
  const unzipped = zip === null ? ok(await filesIn(`${folder}project/`)) : unzipProject(bytesFromHex(zip));
  if (!unzipped.ok) return outcome({ "problems.txt": problemText([unzipped.error]) });
  const project = await readProject(unzipped.value, async (_key, path, content) => {
    if (content.kind === "wit") throw new Error(`${path}: the WIT of a case stands for a component`);
    const read = readComponent(content.bytes);
    return read.ok ? ok({ sha256: "", component: read.value }) : read;
  });
  if (project.ok) return {};
  const text = project.error.map(({ path, error }) => `${path}: ${problemText([error])}`).join("");
  return outcome({ "problems.txt": text });
}

/** The files below `root`, its components made from their `.wit` or `.wat`. */
async function filesIn(root: string): Promise<ProjectFiles> {
  const files = new Map<string, Uint8Array>();
  const entries = existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : [];
  for (const entry of entries) {
    if (!entry.isFile() || entry.name === "README.md") continue;
    const path = `${entry.parentPath}/${entry.name}`.replaceAll("//", "/");
    const relative = path.slice(root.length);
    const component = /^deps\/.*\.(wit|wat|hex)$/.test(relative);
    const bytes = component ? await componentBytes(path.replace(/\.\w+$/, "")) : readFileSync(path);
    files.set(component ? relative.replace(/\.\w+$/, ".wasm") : relative, bytes!);
  }
  return files;
}
