// The packages that a WAC document names, so that they can be fetched before it is resolved.

import type { Expression, WacDocument } from "./syntax.ts";

/** Keys such as `shop:store@1.2.0`, each once, in the order in which they appear. */
export function packagesIn(document: WacDocument): readonly string[] {
  const keys = new Set<string>();
  const visit = (expression: Expression): void => {
    if (expression.kind === "access") visit(expression.of);
    if (expression.kind !== "new") return;
    const { name, version } = expression.package;
    keys.add(version === null ? name : `${name}@${version}`);
    for (const argument of expression.arguments) if (argument.kind === "named") visit(argument.value);
  };
  for (const statement of document.statements) if (statement.kind !== "other") visit(statement.value);
  return [...keys];
}
