// How an import or export looks as a port: its label, version, colour and shape. Derived from its name and type alone.

import { memoizeByIdentity } from "../base/memo.ts";
import { interfaceOf } from "../graph/fit.ts";
import { fullName, parseInterfaceName, unversioned } from "../wit/names.ts";
import { type AnyType, childrenOf, type Extern } from "../wit/types.ts";

/** A hue; what it looks like is the theme's. */
export type PortColour = "azure" | "jade" | "moss" | "orchid" | "violet" | "slate";

export interface PortLook {
  readonly label: string;
  readonly version: string | null;
  /** `shop:orders` of `shop:orders/store@1.2.0`; empty for a plain name. */
  readonly packageName: string;
  readonly colour: PortColour;
  readonly shape: "circle" | "diamond";
}

export function portLook(name: string, extern: Extern): PortLook {
  const parts = parseInterfaceName(fullName(name, extern.annotations));
  const interfaceName = interfaceOf({ name, extern });
  return {
    label: parts?.interfaceName ?? name,
    version: parts?.version ?? null,
    packageName: parts ? `${parts.namespace}:${parts.packageName}` : "",
    colour: interfaceColour(unversioned(interfaceName)),
    shape: carriesResources(extern) ? "diamond" : "circle",
  };
}

const COLOURS: readonly PortColour[] = ["azure", "jade", "moss", "orchid", "violet"];
const HASH_SEED = 2166136261;
const HASH_PRIME = 16777619;

/** A colour that an interface keeps in every version; slate for WASI. */
export function interfaceColour(interfaceName: string): PortColour {
  if (interfaceName.startsWith("wasi:")) return "slate";
  let hash = HASH_SEED;
  for (let i = 0; i < interfaceName.length; i++) hash = Math.imul(hash ^ interfaceName.charCodeAt(i), HASH_PRIME);
  return COLOURS[(hash >>> 0) % COLOURS.length]!;
}

/** True where resources are defined or handles pass. */
const carriesResources: (extern: Extern) => boolean = memoizeByIdentity((extern) => {
  const seen = new Set<AnyType>();
  const visit = (type: AnyType): boolean => {
    if (seen.has(type)) return false;
    seen.add(type);
    if (type.kind === "resource" || type.kind === "own" || type.kind === "borrow") return true;
    return childrenOf(type).some(visit);
  };
  return visit(extern.type);
});
