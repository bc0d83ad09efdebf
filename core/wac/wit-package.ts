// WIT text, one file or a folder → the package that it declares, as a binary in which interfaces and worlds can be
// looked up. What the text means is for wasm-tools to say; here it is only put together. Spec: WIT.md, "Package format".

import { assert } from "../base/assert.ts";
import type { Diagnostic } from "../base/diagnostics.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { Cursor } from "../binary/cursor.ts";
import { compose, joinChunks } from "../compose/compose.ts";
import { evaluate } from "../graph/evaluate.ts";
import type { Graph } from "../graph/graph.ts";
import { usedInterfaces } from "../graph/implicit-imports.ts";
import { readComponent } from "../wit/read.ts";
import { type ComponentType, type Extern, type NamedType, peel } from "../wit/types.ts";
import { lex, type Token } from "./lexer.ts";
import { componentType, typesOnly } from "./package-definitions.ts";
import { identifier } from "./words.ts";

/** Puts the type of a world into an empty core module, as `wasm-tools component embed` does. */
export type EmbedWorld = (witSource: string, world: string) => Promise<Uint8Array>;

export type WitPackageError = Diagnostic<"wit-without-package">;

/** A file of WIT, with its path below the package's folder. */
export interface WitFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The encoded package of `files`; those below `deps` are the packages that it uses.
 * @throws what `embed` throws where the text makes no sense.
 */
export async function encodeWitPackage(
  files: readonly WitFile[],
  embed: EmbedWorld,
): Promise<Result<Uint8Array, WitPackageError>> {
  const own = files.filter(({ path }) => !path.startsWith("deps/"));
  const survey = surveyOf(own);
  if (survey === null) return fail({ kind: "wit-without-package" });
  const source = [survey.text, ...dependencyTexts(files)].join("\n");
  const { name, version } = survey;
  const idOf = (item: string): string => `${name}/${item}${version}`;
  const definitions: { name: string; type: NamedType }[] = [];
  const define = (item: string, uses: ReadonlyMap<string, Extern>, extern: Extern): void => {
    const of = componentType(uses, new Map([[idOf(item), extern]]));
    definitions.push({ name: item, type: { kind: "named", name: item, of } });
  };
  if (survey.interfaces.length > 0) {
    // A world that imports every interface has the types of all.
    const imports = survey.interfaces.map((item) => `import ${identifier(item)};`).join(" ");
    const all = worldIn(await embed(`${source}\nworld ${ALL} { ${imports} }`, ALL));
    for (const item of survey.interfaces) {
      const extern = all.imports.get(idOf(item));
      assert(extern, `interface ${item} is imported by the world of all`);
      const uses = new Map<string, Extern>();
      for (const used of usedInterfaces(all, extern)) {
        const owner = all.imports.get(used);
        if (owner?.kind === "instance") uses.set(used, { ...owner, type: typesOnly(owner.type) });
      }
      define(item, uses, extern);
    }
  }
  for (const item of survey.worlds) {
    define(item, new Map(), { kind: "component", type: worldIn(await embed(source, item)) });
  }
  const graph: Graph = { instances: [], imports: [], exports: [], definitions };
  const options = { packageName: name + version, embed: true, toolVersion: "" };
  const composed = compose(evaluate(graph), () => new Uint8Array(), options);
  assert(composed.ok, "declared types can be written");
  return ok(joinChunks(composed.value));
}

const ALL = "witloom-all-interfaces";

interface Survey {
  readonly name: string;
  /** `@1.2.0`, or empty. */
  readonly version: string;
  readonly interfaces: readonly string[];
  readonly worlds: readonly string[];
  /** The text of all files under one `package` line. */
  readonly text: string;
}

/** What the files of one package declare at their top; null where none of them names it. */
function surveyOf(files: readonly WitFile[]): Survey | null {
  const found = files.map(({ text }) => declarationsIn(text));
  const header = found.find((file) => file.header !== null)?.header;
  if (header === undefined || header === null) return null;
  const [name = "", version] = header.split("@");
  return {
    name,
    version: version === undefined ? "" : `@${version}`,
    interfaces: found.flatMap((file) => file.interfaces),
    worlds: found.flatMap((file) => file.worlds),
    text: `package ${header};\n${found.map((file) => file.body).join("\n")}`,
  };
}

interface FileDeclarations {
  readonly header: string | null;
  readonly interfaces: readonly string[];
  readonly worlds: readonly string[];
  /** The text without its `package` line. */
  readonly body: string;
}

function declarationsIn(text: string): FileDeclarations {
  const { tokens } = lex(text);
  const names: Record<"interface" | "world", string[]> = { interface: [], world: [] };
  let header: string | null = null;
  let body = text;
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (isPunctuation(token, "{")) depth += 1;
    if (isPunctuation(token, "}")) depth -= 1;
    const next = tokens[i + 1];
    if (depth > 0 || token.kind !== "identifier" || token.escaped || !next) continue;
    const isDeclaration = next.kind === "identifier" && isPunctuation(tokens[i + 2], "{");
    if (isDeclaration && (token.text === "interface" || token.text === "world")) names[token.text].push(next.text);
    const end = tokens[i + 2];
    if (token.text === "package" && next.kind === "package" && end && isPunctuation(end, ";")) {
      header = next.text;
      const { start } = token.span;
      body = text.slice(0, start) + " ".repeat(end.span.end - start) + text.slice(end.span.end);
    }
  }
  return { header, interfaces: names.interface, worlds: names.world, body };
}

function isPunctuation(token: Token | undefined, text: string): boolean {
  return token?.kind === "punctuation" && token.text === text;
}

/** Each package below `deps`, a folder or a file, as a package in braces. */
function dependencyTexts(files: readonly WitFile[]): readonly string[] {
  const packages = new Map<string, WitFile[]>();
  for (const file of files) {
    const folder = /^deps\/([^/]+)/.exec(file.path)?.[1];
    if (folder !== undefined) packages.set(folder, [...(packages.get(folder) ?? []), file]);
  }
  return Array.from(packages.values()).flatMap((group) => {
    const survey = surveyOf(group);
    if (!survey) return [];
    const body = group.map(({ text }) => declarationsIn(text).body).join("\n");
    return [`package ${survey.name}${survey.version} {\n${body}\n}`];
  });
}

const CUSTOM_SECTION = 0;
const PREAMBLE_BYTES = 8;

/** The world in the `component-type` section of `module`. */
function worldIn(module: Uint8Array): ComponentType {
  const cursor = new Cursor(module, PREAMBLE_BYTES);
  while (!cursor.atEnd) {
    const sectionId = cursor.u8();
    const body = cursor.slice(cursor.u32());
    if (sectionId !== CUSTOM_SECTION || body.name() !== "component-type") continue;
    const read = readComponent(module.slice(body.offset, body.end));
    assert(read.ok, "wasm-tools writes what can be read");
    for (const extern of read.value.type.exports.values()) {
      const wrapper = peel(extern.type);
      const [world] = wrapper.kind === "component" ? wrapper.exports.values() : [];
      if (world?.kind === "component") return world.type;
    }
  }
  return assert(false, "an embedded world has its type beside it") as never;
}
