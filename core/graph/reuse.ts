// What of an earlier evaluation still holds: an instance made of the same component with the same arguments is what it
// was, and one with other arguments may still offer the same types, so that a change stops where nothing follows from it.

import { memoizeByIdentity } from "../base/memo.ts";
import { type AnyType, childrenOf, type ComponentType, type Extern, type ExternMap } from "../wit/types.ts";

/** True if both have the same arguments, of the very same types. */
export function sameArguments(a: ExternMap, b: ExternMap): boolean {
  if (a.size !== b.size) return false;
  for (const [name, { kind, type }] of a) {
    const other = b.get(name);
    if (other?.type !== type || other.kind !== kind) return false;
  }
  return true;
}

/** True if the exports of `component` come out the same for both: all types that they take from arguments are the same. */
export function sameExports(component: ComponentType, a: ExternMap, b: ExternMap): boolean {
  return typesTakenFromImports(component).every((path) => typeAt(path, a) === typeAt(path, b));
}

/** The import, and the path of names inside it. */
type ImportPath = readonly string[];

function typeAt([name, ...rest]: ImportPath, externs: ExternMap): AnyType | undefined {
  const extern = externs.get(name!);
  if (rest.length === 0) return extern?.type;
  return extern?.kind === "instance" ? typeAt(rest, extern.type.exports) : undefined;
}

/** The types that `component` imports and that its exports mention: an instantiation binds them to its arguments'. */
const typesTakenFromImports = memoizeByIdentity((component: ComponentType): readonly ImportPath[] => {
  const mentioned = new Set<AnyType>();
  const rest: AnyType[] = Array.from(component.exports.values(), ({ type }) => type);
  for (let type = rest.pop(); type; type = rest.pop()) {
    if (mentioned.has(type)) continue;
    mentioned.add(type);
    rest.push(...childrenOf(type));
  }
  const paths: ImportPath[] = [];
  const visit = (extern: Extern, path: ImportPath): void => {
    if (extern.kind === "instance") {
      for (const [name, item] of extern.type.exports) visit(item, [...path, name]);
    } else if (extern.kind === "type") {
      const { type } = extern;
      const introduced = type.kind === "named" && type.of.kind === "resource" ? type.of : type;
      if (mentioned.has(type) || mentioned.has(introduced)) paths.push(path);
    }
  };
  for (const [name, extern] of component.imports) visit(extern, [name]);
  return paths;
});
