// What the instances of a WAC document are called: as their `let` says, else after their component.

import { instanceLabel } from "../graph/naming.ts";
import { uniquenessKey } from "../wit/names.ts";
import { packageKey } from "./packages.ts";
import type { Expression, WacDocument } from "./syntax.ts";

export type NewExpression = Extract<Expression, { kind: "new" }>;

/** The name of the instance that each `new` expression makes; free of the names that the text itself binds. */
export function instanceNames(document: WacDocument): ReadonlyMap<NewExpression, string> {
  const names = new Map<NewExpression, string>();
  const free = new FreeNames();
  for (const statement of document.statements) {
    if (statement.kind === "let" || statement.kind === "import") free.take(statement.name.name);
    if (statement.kind === "let" && statement.value.kind === "new") names.set(statement.value, statement.name.name);
  }
  const visit = (expression: Expression): void => {
    if (expression.kind === "access") visit(expression.of);
    if (expression.kind !== "new") return;
    for (const argument of expression.arguments) if (argument.kind === "named") visit(argument.value);
    if (!names.has(expression)) names.set(expression, free.next(instanceLabel(packageKey(expression.package))));
  };
  for (const statement of document.statements) {
    if (statement.kind === "let" || statement.kind === "export") visit(statement.value);
  }
  return names;
}

/** `store`, `store-2`, `store-3` …, each once; a text may have thousands. */
class FreeNames {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  take(name: string): void {
    this.#taken.add(uniquenessKey(name));
  }

  next(wanted: string): string {
    let count = this.#counts.get(wanted) ?? 1;
    const numbered = (): string => (count === 1 ? wanted : `${wanted}-${count}`);
    while (this.#taken.has(uniquenessKey(numbered()))) count += 1;
    const name = numbered();
    this.take(name);
    this.#counts.set(wanted, count);
    return name;
  }
}
