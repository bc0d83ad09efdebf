// Which interfaces the WASI host has. Apart from the host itself, so that planning a run doesn't load it.

import { parseInterfaceName, semverTrack, unversioned } from "../../../core/wit/names.ts";

export const WASI_INTERFACES = [
  "wasi:io/error",
  "wasi:io/poll",
  "wasi:io/streams",
  "wasi:clocks/monotonic-clock",
  "wasi:clocks/wall-clock",
  "wasi:clocks/timezone",
  "wasi:random/random",
  "wasi:random/insecure",
  "wasi:random/insecure-seed",
  "wasi:cli/environment",
  "wasi:cli/exit",
  "wasi:cli/stdin",
  "wasi:cli/stdout",
  "wasi:cli/stderr",
  "wasi:cli/terminal-input",
  "wasi:cli/terminal-output",
  "wasi:cli/terminal-stdin",
  "wasi:cli/terminal-stdout",
  "wasi:cli/terminal-stderr",
  "wasi:filesystem/types",
  "wasi:filesystem/preopens",
  "wasi:http/types",
  "wasi:http/outgoing-handler",
  "wasi:sockets/network",
  "wasi:sockets/instance-network",
  "wasi:sockets/ip-name-lookup",
  "wasi:sockets/tcp",
  "wasi:sockets/tcp-create-socket",
  "wasi:sockets/udp",
  "wasi:sockets/udp-create-socket",
] as const;

export type WasiInterfaceName = (typeof WASI_INTERFACES)[number];

/**
 * Those that ask nobody's grants: what they are given carries the right, as a network does, or was handed out by another
 * interface. All that define resources are among them, so that a resource is the same for all instances.
 */
const SHARED: ReadonlySet<WasiInterfaceName> = new Set([
  "wasi:io/error",
  "wasi:io/poll",
  "wasi:io/streams",
  "wasi:cli/terminal-input",
  "wasi:cli/terminal-output",
  "wasi:filesystem/types",
  "wasi:http/types",
  "wasi:sockets/network",
  "wasi:sockets/ip-name-lookup",
  "wasi:sockets/tcp",
  "wasi:sockets/udp",
] as const);

/** True for an interface of the host whose answers depend on the grants of the instance that asks. */
export function dependsOnGrants(importName: string): boolean {
  const name = wasiInterfaceOf(importName);
  return name !== null && !SHARED.has(name);
}

/**
 * The interface that the host implements for an import of this name, or null. All of 0.2 is one implementation:
 * later versions only add functions, and those that are missing are linked as stubs.
 */
export function wasiInterfaceOf(importName: string): WasiInterfaceName | null {
  const track = parseInterfaceName(importName)?.namespace === "wasi" ? semverTrack(importName) : null;
  if (track === null || !track.endsWith("@0.2")) return null;
  const name = unversioned(track);
  return WASI_INTERFACES.find((known) => known === name) ?? null;
}
