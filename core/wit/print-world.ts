// A component's type → the WIT of its world and of every interface it mentions, as `wasm-tools component wit` lays it out.
// Spec: WIT.md, "Item: world", "Nested package definitions".

import { getOrInsert } from "../base/collections.ts";
import { fullName, packageOf, parseInterfaceName } from "./names.ts";
import { type TypeOwners, typeOwnersOf } from "./owners.ts";
import { printFunctionItem, printStatements, type Statement } from "./print-interface.ts";
import { externIdentifier, identifier, interfacePath } from "./print-type.ts";
import type { ComponentType, Extern, ExternMap } from "./types.ts";

const INDENT = "  ";

/** The whole text: package, world, then the packages of the interfaces it mentions. */
export function printWorld(component: ComponentType): string {
  const packages = packagesOf(component);
  const world = ["package root:component;", "", "world root {", ...indent(worldLines(component)), "}"];
  const nested = packages.map(([name, interfaces]) =>
    [`package ${interfacePath(name)} {`, ...indent(interfaces), "}"].join("\n"),
  );
  return `${world.join("\n")}\n${nested.join("\n\n\n")}${nested.length > 0 ? "\n" : ""}`;
}

/** `interface name { … }` of the import or export `name`, or null if it is no instance. */
export function printInterface(component: ComponentType, direction: "import" | "export", name: string): string | null {
  const extern = (direction === "import" ? component.imports : component.exports).get(name);
  if (extern?.kind !== "instance") return null;
  const short = parseInterfaceName(extern.annotations?.implements ?? name)?.interfaceName ?? name;
  return [`interface ${identifier(short)} {`, ...indent(bodyLines(component, name, extern.type.exports)), "}"].join(
    "\n",
  );
}

/** The import or export `name` as a statement of the world: one line, or several for an inline interface. */
export function printExternItem(component: ComponentType, direction: "import" | "export", name: string): string {
  const extern = (direction === "import" ? component.imports : component.exports).get(name);
  return extern ? worldItem(component, direction, name, extern).join("\n") : "";
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : INDENT + line));
}

function worldLines(component: ComponentType): string[] {
  const ownItems = new Map([...component.imports].filter(([, extern]) => extern.kind !== "instance"));
  const exportedTypes = [...component.exports].filter(([, extern]) => extern.kind === "type");
  const statements = printStatements(new Map([...ownItems, ...exportedTypes]), {
    owners: typeOwnersOf(component),
    self: null,
  }).filter((statement) => statement.group !== "function");
  const lines: string[] = [];
  for (const [name, extern] of component.imports) {
    if (extern.kind === "instance") lines.push(...worldItem(component, "import", name, extern));
  }
  lines.push(...spaced(statements, lines.length > 0));
  for (const [name, extern] of component.imports) {
    if (extern.kind === "function" || extern.kind === "component" || extern.kind === "module") {
      if (!name.startsWith("[") || extern.kind !== "function")
        lines.push(...worldItem(component, "import", name, extern));
    }
  }
  const exported = [...component.exports].filter(([name, extern]) => extern.kind !== "type" && !name.startsWith("["));
  if (exported.length > 0 && lines.length > 0) lines.push("");
  for (const [name, extern] of exported) lines.push(...worldItem(component, "export", name, extern));
  return lines;
}

function worldItem(component: ComponentType, direction: "import" | "export", name: string, extern: Extern): string[] {
  if (extern.kind === "instance") {
    const { annotations } = extern;
    if (annotations?.implements !== undefined)
      return [`${direction} ${identifier(name)}: ${interfacePath(annotations.implements)};`];
    if (parseInterfaceName(name)) return [`${direction} ${interfacePath(fullName(name, annotations))};`];
    const body = bodyLines(component, name, extern.type.exports);
    return [`${direction} ${externIdentifier(name)}: interface {`, ...indent(body), "}"];
  }
  if (extern.kind === "function") return [`${direction} ${printFunctionItem(name, extern.type)};`];
  return [`// ${direction} of a ${extern.kind}: ${name}`];
}

function bodyLines(component: ComponentType, self: string, items: ExternMap): string[] {
  const statements = printStatements(items, { owners: typeOwnersOf(component), self });
  return spaced(statements, false);
}

/** Statements with a blank line between them, but for `use`s, which stand together. */
function spaced(statements: readonly Statement[], afterSomething: boolean): string[] {
  const lines: string[] = [];
  for (const statement of statements) {
    if (statement.group !== "use" && (lines.length > 0 || afterSomething)) lines.push("");
    lines.push(...statement.lines);
  }
  return lines;
}

/** The interfaces of each package, as lines; a package comes after those that it uses types of. */
function packagesOf(component: ComponentType): [packageName: string, lines: string[]][] {
  const owners = typeOwnersOf(component);
  const interfaces = new Map<string, Map<string, Extern>>();
  for (const externs of [component.imports, component.exports]) {
    for (const [name, extern] of externs) {
      if (extern.kind === "instance") mergeInterface(interfaces, interfaceNameOf(name, extern), extern.type.exports);
    }
  }
  const packages = new Map<string, { lines: string[]; uses: Set<string> }>();
  for (const [name, items] of interfaces) {
    const parts = parseInterfaceName(name);
    if (!parts) continue;
    const { lines, uses } = getOrInsert(packages, packageOf(parts), () => ({ lines: [], uses: new Set<string>() }));
    const body = spaced(printStatements(items, { owners, self: name }), false);
    lines.push(`interface ${identifier(parts.interfaceName)} {`, ...indent(body), "}");
    for (const used of usedPackages(items, owners)) uses.add(used);
  }
  return providersFirst(packages);
}

/** The packages whose types `items` take over by `use`. */
function usedPackages(items: ExternMap, owners: TypeOwners): string[] {
  return [...items.values()].flatMap(({ type }) => {
    const origin = type.kind === "named" ? owners.get(type)?.origin : null;
    const home = origin && parseInterfaceName(owners.get(origin)?.extern ?? "");
    return home ? [packageOf(home)] : [];
  });
}

function providersFirst(packages: ReadonlyMap<string, { lines: string[]; uses: Set<string> }>): [string, string[]][] {
  const ordered = new Map<string, string[]>();
  const visited = new Set<string>();
  const visit = (name: string): void => {
    const entry = packages.get(name);
    if (!entry || visited.has(name)) return;
    visited.add(name);
    entry.uses.forEach(visit);
    ordered.set(name, entry.lines);
  };
  for (const name of packages.keys()) visit(name);
  return [...ordered];
}

/** The interface that an import or export is known by, with its full version. */
function interfaceNameOf(name: string, { annotations }: Extern): string {
  return fullName(annotations?.implements ?? name, annotations);
}

/** An interface that is imported and exported, or imported twice, prints once with all that is known of it. */
function mergeInterface(interfaces: Map<string, Map<string, Extern>>, name: string, items: ExternMap): void {
  const merged = getOrInsert(interfaces, name, () => new Map<string, Extern>());
  for (const [item, extern] of items) if (!merged.has(item)) merged.set(item, extern);
}
