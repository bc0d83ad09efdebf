// Names that people don't have to think of: instances after their component, components after their file.

import { isLabel } from "../wit/names.ts";
import { NamePool, wacName } from "./name-pool.ts";

/** `text` as a kebab-case label that WAC tools read too: `My Filter_v2` → `my-filter-v2`, `left 2` → `left2`. */
export function toLabel(text: string): string {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  // Only a label's first word has to begin with a letter.
  if (words[0] && !/^[a-z]/.test(words[0])) words.unshift("c");
  return wacName(words.join("-")) || "component";
}

/** `wanted`, or `wanted2`, `wanted3` … where that is taken. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  return new NamePool(taken).next(wanted);
}

/** A component key in its parts: `shop:store@1.2.0`. */
export interface ComponentKey {
  readonly namespace: string;
  readonly name: string;
  readonly version: string | null;
}

const COMPONENT_KEY = /^([^:@/]+(?::[^:@/]+)*):([^:@/]+)(?:@(.+))?$/;

/** The parts of a key, or null where it isn't one. */
export function parseComponentKey(key: string): ComponentKey | null {
  const match = COMPONENT_KEY.exec(key);
  if (!match) return null;
  const [namespace, name] = [match[1]!, match[2]!];
  const valid = [...namespace.split(":"), name].every((label) => isLabel(label) && label === label.toLowerCase());
  return valid ? { namespace, name, version: match[3] ?? null } : null;
}

/** The label that an instance of the component is named after: `store`. */
export function instanceLabel(key: string): string {
  return toLabel(parseComponentKey(key)?.name ?? key);
}
