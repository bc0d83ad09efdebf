// WAC is read from top to bottom: pieces of text in an order in which every name is bound before it is used.

import type { Expression, Statement } from "./syntax.ts";

/** The names that an expression mentions. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "name":
      return [expression.name];
    case "access":
      return namesIn(expression.of);
    case "new":
      return expression.arguments.flatMap((argument) => {
        if (argument.kind === "fill") return [];
        return argument.kind === "named" ? namesIn(argument.value) : [argument.name.name];
      });
  }
}

/** Positions of `statements` in an order that works, as near to their own as can be; users keep their places. */
export function workingOrder(statements: readonly Statement[]): readonly number[] {
  const definedAt = new Map<string, number>();
  for (const [i, statement] of statements.entries()) {
    if (statement.kind === "let" || statement.kind === "import") definedAt.set(statement.name.name, i);
  }
  const needs = statements.map((statement) => {
    if (statement.kind !== "let" && statement.kind !== "export") return [];
    return namesIn(statement.value).flatMap((name) => definedAt.get(name) ?? []);
  });
  const order: number[] = [];
  const entered = new Set<number>();
  for (const first of statements.keys()) {
    // Depth first without recursion: a chain of instances may be as long as the text.
    const path = entered.has(first) ? [] : [{ at: first, rest: [...needs[first]!] }];
    entered.add(first);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        order.push(top.at);
        path.pop();
      } else if (!entered.has(next)) {
        entered.add(next);
        path.push({ at: next, rest: [...needs[next]!] });
      }
    }
  }
  return order;
}
