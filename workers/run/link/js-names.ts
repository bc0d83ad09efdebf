// How generated code names what WIT names in kebab-case.

import { jcoName } from "../../../core/values/jco-rules.ts";
import { parseInterfaceName } from "../../../core/wit/names.ts";

/** `my-store` → `MyStore`: the class of a resource. */
export function className(resource: string): string {
  const name = jcoName(resource);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The property of a component's exports for one of them: interfaces keep their names. */
export function exportKey(name: string): string {
  return parseInterfaceName(name) ? name : jcoName(name);
}
