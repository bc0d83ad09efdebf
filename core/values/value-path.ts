// The way from a value to a part of it, as tests, traces and forms name it: `order.lines[3].sku`.

/** A field, case, `ok` or `err` by name; an element, map entry or parameter by number, from 0. */
export type PathStep = string | number;
export type ValuePath = readonly PathStep[];

/** `path` in one line; empty for the value itself. Options add no step of their own. */
export function printPath(path: ValuePath): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}
