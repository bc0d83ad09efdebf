// public/samples/samples.json: what a static page needs to know to load a sample without listing folders.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { OUTPUT } from "./paths.mjs";

export function writeIndex(apps) {
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(join(OUTPUT, "samples.json"), indexText(apps));
}

/** JSON: id, title, summary and, in alphabetical order, the path and size in bytes of each file of each app. */
export function indexText(apps) {
  const index = apps.map(({ id, title, summary }) => ({ id, title, summary, files: filesBelow(join(OUTPUT, id)) }));
  return `${JSON.stringify(index, null, 2)}\n`;
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path: relative(folder, path).replaceAll("\\", "/"), bytes: statSync(path).size }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
