// shop:validation: whether a draft makes sense. Each rule looks at one part of it and yields what is wrong there.
import type { Draft, Line, Problem } from "./types";

const MOST_LINES = 20;
const MOST_PIECES = 1000;
const SKU = /^[A-Z]{3}-[A-Z0-9]{2,8}$/;

/** The interface shop:orders/validation. The error of a WIT result is thrown. */
export const validation = {
  check(draft: Draft): void {
    const problems = [...customerProblems(draft.customer), ...linesProblems(draft.lines)];
    if (problems.length > 0) throw problems;
  },
};

function* customerProblems(customer: string): Iterable<Problem> {
  const field = "customer";
  if (customer.trim() === "") yield { field, message: "is empty" };
  if (Array.from(customer).length > 60) yield { field, message: "has more than 60 characters" };
}

function* linesProblems(lines: Line[]): Iterable<Problem> {
  if (lines.length === 0) yield { field: "lines", message: "is empty" };
  if (lines.length > MOST_LINES) yield { field: "lines", message: `has more than ${MOST_LINES} entries` };
  for (const [index, { sku, quantity }] of lines.entries()) {
    const field = `lines[${index}]`;
    const first = lines.findIndex((line) => line.sku === sku);
    if (!SKU.test(sku)) yield { field: `${field}.sku`, message: `"${sku}" is not an article number like TEA-EARL` };
    if (first < index) yield { field: `${field}.sku`, message: `repeats lines[${first}]` };
    if (quantity < 1) yield { field: `${field}.quantity`, message: "is less than 1" };
    if (quantity > MOST_PIECES) yield { field: `${field}.quantity`, message: `is more than ${MOST_PIECES}` };
  }
}
