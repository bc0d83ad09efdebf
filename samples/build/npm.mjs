// The packages of samples/package.json that are used as libraries.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NODE_MODULES } from "./paths.mjs";

/** The package's module. Throws an error that says how to get it. */
export async function importPackage(name) {
  try {
    return await import(name);
  } catch (cause) {
    throw new Error(`the npm package ${name} is missing. Install it (npm install, in samples/).`, { cause });
  }
}

export function packageVersion(name) {
  return JSON.parse(readFileSync(join(NODE_MODULES, name, "package.json"), "utf8")).version;
}
