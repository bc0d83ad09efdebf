// The world that `targets` is given → its type: from WIT text in a file or folder, from an encoded WIT package, or from
// a component. Text goes through wasm-tools. Spec: WIT.md, "Package declaration", "Nested package definitions".

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { assert } from "../core/base/assert.ts";
import { customSection } from "../core/binary/custom-section.ts";
import { worldsIn } from "../core/wit/encoded-worlds.ts";
import { readComponent } from "../core/wit/read.ts";
import type { ComponentType } from "../core/wit/types.ts";
import { asking, loadWasmTools } from "../workers/toolchain/tools.ts";
import { Finding, Misuse } from "./exit-status.ts";
import { loadComponent } from "./load.ts";
import { withProgress } from "./progress.ts";
import { sayDiagnostic } from "./terminal.ts";
import { sayRefusal } from "./wat.ts";

/** The world called `name` in what lies at `path`, or the only one. @throws Misuse, Finding */
export async function loadWorld(path: string, name: string | undefined): Promise<ComponentType> {
  if (!existsSync(path)) throw new Misuse(`cannot read ${path}`);
  const isFolder = statSync(path).isDirectory();
  if (isFolder || path.endsWith(".wit")) return worldFromText(path, witText(path, isFolder), name);
  const { component } = await loadComponent(path);
  const worlds = worldsIn(component.type);
  // A component is a target itself: for its own world.
  if (worlds.size === 0 && name === undefined) return component.type;
  return pick(worlds, name, path);
}

function pick(worlds: ReadonlyMap<string, ComponentType>, name: string | undefined, path: string): ComponentType {
  const [only] = worlds.values();
  const found = name === undefined ? (worlds.size === 1 ? only : undefined) : worlds.get(name);
  if (found) return found;
  const names = [...worlds.keys()].join(", ");
  if (name !== undefined) throw new Misuse(`${path} has no world ${name}${names === "" ? "" : `; it has ${names}`}`);
  throw new Misuse(`${path} has several worlds: choose one of ${names} with --world`);
}

/** wasm-tools puts the world into a core module, as a component in a custom section of it. */
async function worldFromText(path: string, witSource: string, name: string | undefined): Promise<ComponentType> {
  const embedded = await withProgress(`Reading ${path}`, () =>
    asking(async () => {
      const { componentEmbed } = await loadWasmTools();
      return componentEmbed({ dummy: true, witSource, ...(name === undefined ? {} : { world: name }) });
    }),
  );
  if (!embedded.ok) return sayRefusal(embedded.error, path);
  const encoded = customSection(embedded.value, WORLD_SECTION);
  assert(encoded, "wasm-tools puts the world into a custom section");
  const read = readComponent(encoded);
  if (read.ok) return pick(worldsIn(read.value.type), undefined, path);
  sayDiagnostic(read.error, path);
  throw new Finding();
}

const WORLD_SECTION = "component-type";

/** A file as it is; the files of a folder as one package, with the packages in `deps` nested in it. */
function witText(path: string, isFolder: boolean): string {
  if (!isFolder) return readFileSync(path, "utf8");
  const { header, body } = packageIn(path);
  const deps = join(path, "deps");
  const names = existsSync(deps) ? readdirSync(deps).toSorted() : [];
  const nested = names.map((name) => {
    const { header: inner, body: items } = packageIn(join(deps, name));
    return `package ${inner} {\n${items}\n}`;
  });
  return [`package ${header};`, body, ...nested].join("\n\n");
}

interface PackageText {
  /** `wasi:io@0.2.3` */
  readonly header: string;
  readonly body: string;
}

/** The package in a folder of WIT files, or in one file: one of them names it. */
function packageIn(path: string): PackageText {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith(".wit"))
        .toSorted()
        .map((name) => join(path, name))
    : [path];
  const texts = files.map((file) => splitHeader(readFileSync(file, "utf8")));
  const header = texts.find((text) => text.header !== "")?.header;
  if (header === undefined) throw new Misuse(`no WIT file in ${path} names its package`);
  return { header, body: texts.map(({ body }) => body).join("\n") };
}

const COMMENTS_AND_SPACE = String.raw`(?:\s|//[^\n]*\n|/\*(?:[^*]|\*(?!/))*\*/)*`;
const PACKAGE_HEADER = new RegExp(String.raw`^(${COMMENTS_AND_SPACE})package\s+([^\s;{]+)\s*;`);

/** A file's `package` line, which only a comment may precede, and what stands around it. */
function splitHeader(text: string): PackageText {
  const match = PACKAGE_HEADER.exec(text);
  return match ? { header: match[2]!, body: text.slice(match[0].length) } : { header: "", body: text };
}
