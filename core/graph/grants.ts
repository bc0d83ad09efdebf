// What an instance may do when it is run, granted one by one. Nothing is granted by default.

import { memoizeByIdentity } from "../base/memo.ts";
import { unversioned } from "../wit/names.ts";
import type { ComponentType } from "../wit/types.ts";

/** In the order in which they are shown. */
const GRANTS = [
  "arguments",
  "environment",
  "stdin",
  "stdout",
  "stderr",
  "read-folder",
  "write-folder",
  "clocks",
  "random",
  "sockets",
] as const;

export type PlainGrant = (typeof GRANTS)[number];

/** `http:api.example.com`: requests to that host, with its port where it isn't the usual one. */
type HostGrant = `http:${string}`;

export type Grant = PlainGrant | HostGrant;

/** Grants by the name of the instance; an instance that is left out has none. */
export type InstanceGrants = ReadonlyMap<string, readonly Grant[]>;

const ASKED_BY: Readonly<Record<string, readonly PlainGrant[]>> = {
  "wasi:cli/environment": ["arguments", "environment"],
  "wasi:cli/stdin": ["stdin"],
  "wasi:cli/stdout": ["stdout"],
  "wasi:cli/stderr": ["stderr"],
  "wasi:filesystem/preopens": ["read-folder", "write-folder"],
  "wasi:clocks/monotonic-clock": ["clocks"],
  "wasi:clocks/wall-clock": ["clocks"],
  "wasi:clocks/timezone": ["clocks"],
  "wasi:random/random": ["random"],
  "wasi:random/insecure": ["random"],
  "wasi:random/insecure-seed": ["random"],
  "wasi:sockets/instance-network": ["sockets"],
  "wasi:sockets/tcp-create-socket": ["sockets"],
  "wasi:sockets/udp-create-socket": ["sockets"],
};

/** What lets a component send requests; which hosts it asks for shows only when it does. */
const OUTGOING_HTTP = "wasi:http/outgoing-handler";

/** The grants that `component` can make use of, by what it imports; hosts aren't among them. */
export const grantsAskedBy: (component: ComponentType) => readonly PlainGrant[] = memoizeByIdentity((component) => {
  const asked = new Set(Array.from(component.imports.keys()).flatMap((name) => ASKED_BY[unversioned(name)] ?? []));
  return GRANTS.filter((grant) => asked.has(grant));
});

/** The grants that using an interface of WASI takes; none for one that gives no right of its own. */
export function grantsOfInterface(name: string): readonly Grant[] {
  return ASKED_BY[unversioned(name)] ?? [];
}

/** Whether `component` can send HTTP requests, to hosts that it must be granted. */
export function asksForHosts(component: ComponentType): boolean {
  return Array.from(component.imports.keys()).some((name) => unversioned(name) === OUTGOING_HTTP);
}

export function hostGrant(host: string): Grant {
  return `http:${host}`;
}

/** The host that `grant` allows requests to, or null for another grant. */
export function grantedHost(grant: Grant): string | null {
  return grant.startsWith(HTTP) ? grant.slice(HTTP.length) : null;
}

const HTTP = "http:";

/** `grants` without what isn't one, each once, those of hosts last. */
export function knownGrants(grants: Iterable<unknown>): readonly Grant[] {
  const given = new Set(grants);
  const hosts = [...given].filter((grant): grant is HostGrant => typeof grant === "string" && isHostGrant(grant));
  return [...GRANTS.filter((grant) => given.has(grant)), ...hosts];
}

function isHostGrant(grant: string): grant is HostGrant {
  return grant.length > HTTP.length && grant.startsWith(HTTP);
}
