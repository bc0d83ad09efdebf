// wasi:filesystem/preopens and the function of wasi:filesystem/types that stands beside its resources.

import { GuestTrap } from "../../trap/signals.ts";
import type { Preopen } from "../grants.ts";
import type { InstanceHost } from "../instance-host.ts";
import type { IoError } from "../io/io-error.ts";
import type { Descriptor, FolderGrant } from "./descriptor.ts";
import type { ErrorCode } from "./error-code.ts";
import type { DirectoryNode } from "./nodes.ts";

export function preopens(host: InstanceHost): object {
  return {
    getDirectories(): [Descriptor, string][] {
      const granted = host.grants.preopens;
      if (granted.length === 0) {
        const needs = { kind: "preopen", path: null, access: "read" } as const;
        host.denied("wasi:filesystem/preopens", "get-directories", needs);
      }
      return granted.map((preopen) => [openFolder(host, preopen), preopen.path]);
    },
  };
}

export function filesystemTypes({ context }: InstanceHost): object {
  return {
    Descriptor: context.classes.Descriptor,
    DirectoryEntryStream: context.classes.DirectoryEntryStream,
    filesystemErrorCode: (error: IoError): ErrorCode | undefined => error.codes.filesystem,
  };
}

function openFolder(host: InstanceHost, preopen: Preopen): Descriptor {
  const tree = host.trees.get(preopen.tree);
  if (!tree) throw new GuestTrap(`the preopened folder ${preopen.path} is of the unknown tree ${preopen.tree}`);
  const writable = preopen.access === "read-write";
  const grant: FolderGrant = {
    context: host.context,
    tree,
    writable,
    refused: (functionName) =>
      host.denied("wasi:filesystem/types", functionName, {
        kind: "preopen",
        path: preopen.path,
        access: "read-write",
      }),
  };
  const flags = writable ? { read: true, mutateDirectory: true } : { read: true };
  return new host.context.classes.Descriptor(grant, folderOf(tree.root, preopen), flags);
}

function folderOf(root: DirectoryNode, { path, folder }: Preopen): DirectoryNode {
  let directory = root;
  for (const name of folder.split("/").filter((part) => part !== "")) {
    const next = directory.entries.get(name);
    if (next?.type !== "directory") throw new GuestTrap(`the preopened folder ${path} is missing: ${folder}`);
    directory = next;
  }
  return directory;
}
