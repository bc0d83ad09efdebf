// The packages that a WAC document names, so that they can be fetched before it is resolved.

import type {
  ExternType,
  Expression,
  InterfaceItem,
  PackageReference,
  Reference,
  WacDocument,
  WorldItem,
} from "./syntax.ts";

/** `shop:store@1.2.0` of a package or of a path into it. */
export function packageKey({ name, version }: PackageReference): string {
  return version === null ? name : `${name}@${version}`;
}

/** Keys such as `shop:store@1.2.0`, each once, in the order in which they appear. */
export function packagesIn(document: WacDocument): readonly string[] {
  const keys = new Set<string>();
  const add = (reference: PackageReference): void => void keys.add(packageKey(reference));
  const addReference = (reference: Reference): void => {
    // A path into the document's own package leads to its own types.
    if (reference.kind === "path" && reference.package.name !== document.package.name) add(reference.package);
  };
  const addExpression = (expression: Expression): void => {
    if (expression.kind === "access") addExpression(expression.of);
    if (expression.kind !== "new") return;
    add(expression.package);
    for (const argument of expression.arguments) if (argument.kind === "named") addExpression(argument.value);
  };
  const addItem = (item: InterfaceItem | WorldItem): void => {
    if (item.kind === "use") addReference(item.from);
    if (item.kind === "include") addReference(item.world);
    if (item.kind === "import" || item.kind === "export") addType(item.type);
  };
  const addType = (type: ExternType): void => {
    if (type.kind === "interface") type.items.forEach(addItem);
    else if (type.kind !== "function") addReference(type);
  };
  const { targets } = document;
  if (targets) addReference({ kind: "path", package: targets, span: targets.span });
  for (const statement of document.statements) {
    if (statement.kind === "let" || statement.kind === "export") addExpression(statement.value);
    if (statement.kind === "import") addType(statement.type);
    if (statement.kind === "interface" || statement.kind === "world") statement.items.forEach(addItem);
  }
  return [...keys];
}
