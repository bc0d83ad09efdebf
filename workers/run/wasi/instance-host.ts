// One instance's view of the host: its grants, and how a call that they don't cover is reported.

import type { Grants, NeededGrant } from "./grants.ts";
import type { FileTree } from "./filesystem/file-tree.ts";
import type { HostContext } from "./host-context.ts";

export interface InstanceHost {
  readonly instance: string;
  readonly grants: Grants;
  readonly context: HostContext;
  /** The trees that preopens name. */
  readonly trees: ReadonlyMap<string, FileTree>;
  /** Reports that a call was answered without doing what was asked. */
  denied(interfaceName: string, functionName: string, needs: NeededGrant): void;
}

/** The host of `instance`. The same denial is reported once. */
export function createInstanceHost(
  instance: string,
  grants: Grants,
  context: HostContext,
  trees: ReadonlyMap<string, FileTree>,
): InstanceHost {
  const reported = new Set<string>();
  return {
    instance,
    grants,
    context,
    trees,
    denied(interfaceName, functionName, needs) {
      const key = JSON.stringify([interfaceName, functionName, needs]);
      if (reported.has(key)) return;
      reported.add(key);
      context.thread.denied({ instance, interface: interfaceName, function: functionName, needs });
    },
  };
}
