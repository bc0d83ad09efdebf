// What an instance may do when it is run, granted one by one. Nothing is granted by default.

import { memoizeByIdentity } from "../base/memo.ts";
import { unversioned } from "../wit/names.ts";
import type { ComponentType } from "../wit/types.ts";
import { grantedPreopen, onePerPath, type PreopenGrant } from "./preopen-grants.ts";

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

/** `http:https://api.example.com`: requests to what `hostGrant` names. */
type HostGrant = `http:${string}`;

/** `environment:LANG`: that variable alone. */
type VariableGrant = `environment:${string}`;

export type Grant = PlainGrant | HostGrant | VariableGrant | PreopenGrant;

/** Grants by the name of the instance; an instance that is left out has none. */
export type InstanceGrants = ReadonlyMap<string, readonly Grant[]>;

/** What either of the two gives. */
export function withGrants(grants: InstanceGrants, more: InstanceGrants): InstanceGrants {
  const all = new Map(grants);
  for (const [instance, given] of more) all.set(instance, [...new Set([...(all.get(instance) ?? []), ...given])]);
  return all;
}

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

/**
 * Requests to a host: `https://api.example.com:8443`. Without a scheme both are allowed, without a port the scheme's
 * own. `*.example.com` stands for all below it, `*` for every host.
 */
export function hostGrant(host: string): Grant {
  return `${HTTP}${host}`;
}

/** The host that `grant` allows requests to, or null for another grant. */
export function grantedHost(grant: Grant): string | null {
  return grant.startsWith(HTTP) ? grant.slice(HTTP.length) : null;
}

export function variableGrant(name: string): Grant {
  return `${VARIABLE}${name}`;
}

/** The variable of the environment that `grant` lets an instance see, or null for another grant. */
export function grantedVariable(grant: Grant): string | null {
  return grant.startsWith(VARIABLE) ? grant.slice(VARIABLE.length) : null;
}

/** True where what `asked` stands for is given: also some variables of the environment, or a part of the folder. */
export function isGiven(asked: Grant, given: readonly Grant[]): boolean {
  if (given.includes(asked)) return true;
  if (asked === "environment") return given.some((grant) => grantedVariable(grant) !== null);
  const access = FOLDER_ACCESS.get(asked);
  return access !== undefined && given.some((grant) => access.includes(grantedPreopen(grant)?.access ?? ""));
}

/** What access by way of a preopen stands for seeing the folder and for writing to it. */
const FOLDER_ACCESS: ReadonlyMap<Grant, readonly string[]> = new Map([
  ["read-folder", ["read", "read-write"]],
  ["write-folder", ["read-write"]],
]);

const HTTP = "http:";
const VARIABLE = "environment:";

/** `grants` without what isn't one, each once, those with a name in them last. */
export function knownGrants(grants: Iterable<unknown>): readonly Grant[] {
  const given = new Set(grants);
  const named = [...given].filter((grant): grant is HostGrant | VariableGrant | PreopenGrant => {
    if (typeof grant !== "string") return false;
    return grantedPreopen(grant) !== null || [HTTP, VARIABLE].some((kind) => hasName(grant, kind));
  });
  return [...GRANTS.filter((grant) => given.has(grant)), ...onePerPath(named)];
}

function hasName(grant: string, kind: string): boolean {
  return grant.length > kind.length && grant.startsWith(kind);
}
