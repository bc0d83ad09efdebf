// What a run may touch: what the document grants each instance, with the values behind it. Everything is in memory:
// the document's own folder, clocks, randomness and standard streams.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import {
  type Grant,
  grantedHost,
  hostGrant,
  isGiven,
  type InstanceGrants,
  variableGrant,
} from "../../core/graph/grants.ts";
import { grantedPreopen, onePerPath, preopenGrant } from "../../core/graph/preopen-grants.ts";
import { type Grants, type NeededGrant, NO_GRANTS } from "../../workers/run/wasi/grants.ts";
import { splitArgumentLine } from "./argument-line.ts";

/** Where an instance finds the folder that it may see all of. */
const FOLDER_PATH = "/";
export const FOLDER_TREE = "folder";

/**
 * `command` is the instance whose command is run, or null: it alone gets the arguments and the input.
 * @param stdin what it reads; live input means that it runs in a terminal
 */
export function grantsFor(
  granted: InstanceGrants,
  instance: string,
  command: string | null,
  { argumentLine, environment }: CommandInput,
  stdin: Uint8Array | "live",
): Grants {
  const given = new Set<Grant>(granted.get(instance));
  const args = splitArgumentLine(argumentLine);
  const isCommand = instance === command;
  const variables = environment.filter(({ name }) => {
    return name !== "" && (given.has("environment") || given.has(variableGrant(name)));
  });
  const access = given.has("write-folder") ? "read-write" : "read";
  const seesFolder = given.has("read-folder") || given.has("write-folder");
  const parts = onePerPath([...given]).flatMap((grant) => grantedPreopen(grant) ?? []);
  return {
    ...NO_GRANTS,
    arguments: given.has("arguments") ? [instance, ...(isCommand && args.ok ? args.value : [])] : null,
    environment: isGiven("environment", [...given]) ? variables.map(({ name, value }) => [name, value] as const) : null,
    stdin: given.has("stdin") ? (isCommand ? stdin : new Uint8Array()) : null,
    stdout: given.has("stdout"),
    stderr: given.has("stderr"),
    terminal: stdin === "live",
    preopens: [
      ...(seesFolder ? [{ path: FOLDER_PATH, tree: FOLDER_TREE, folder: "", access } as const] : []),
      ...parts.map(({ path, part, access: of }) => ({ path, tree: FOLDER_TREE, folder: part, access: of })),
    ],
    clocks: given.has("clocks"),
    random: given.has("random"),
    http: [...given].flatMap((grant) => grantedHost(grant) ?? []),
    sockets: given.has("sockets"),
  };
}

/** The least that must be granted for a refused call to be answered; `given` is what the instance has. */
export function grantsNeeded(needs: NeededGrant, given: readonly Grant[] = []): readonly Grant[] {
  if (needs.kind === "http") return [hostGrant(needs.host)];
  if (needs.kind !== "preopen") return [needs.kind];
  const part = given.map(grantedPreopen).find((preopen) => preopen !== null && preopen.path === needs.path);
  if (part) return [preopenGrant({ ...part, access: needs.access })];
  // An instance without a folder can't say yet what it would do with one.
  return needs.path === null || needs.access === "read-write" ? ["read-folder", "write-folder"] : ["read-folder"];
}
