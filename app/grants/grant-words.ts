// What each grant is called, and what it lets an instance do.

import { type Grant, grantedHost, grantedVariable, type PlainGrant } from "../../core/graph/grants.ts";
import { grantedPreopen } from "../../core/graph/preopen-grants.ts";

interface GrantWords {
  readonly label: string;
  /** In a sentence: `was refused its arguments`. */
  readonly object: string;
  readonly detail: string;
}

const PLAIN: Readonly<Record<PlainGrant, GrantWords>> = {
  arguments: { label: "Arguments", object: "its arguments", detail: "the words of the argument line" },
  environment: {
    label: "Environment",
    object: "its environment",
    detail: "the variables in the run panel",
  },
  stdin: {
    label: "Standard input",
    object: "standard input",
    detail: "what is typed, or given in the run panel",
  },
  stdout: { label: "Standard output", object: "standard output", detail: "writes to the console" },
  stderr: { label: "Standard error", object: "standard error", detail: "writes to the console" },
  "read-folder": { label: "Read the folder", object: "the folder", detail: "the files kept here" },
  "write-folder": {
    label: "Write to the folder",
    object: "writing to the folder",
    detail: "creates, changes and removes files kept here",
  },
  clocks: { label: "Clocks", object: "the clocks", detail: "the time of day and elapsed time" },
  random: { label: "Randomness", object: "randomness", detail: "unpredictable numbers" },
  sockets: { label: "Sockets", object: "sockets", detail: "talks to other instances of this run" },
};

export function wordsOf(grant: Grant): GrantWords {
  const host = grantedHost(grant);
  if (host !== null) {
    return { label: host, object: `requests to ${host}`, detail: "HTTP requests, as far as CORS lets them" };
  }
  const preopen = grantedPreopen(grant);
  if (preopen !== null) {
    const { path, part, access } = preopen;
    const what = part === "" ? "the folder" : `${part} of the folder`;
    const verb = access === "read" ? "reads" : "reads and writes";
    return { label: path, object: `${what} at ${path}`, detail: `${verb} ${what} there` };
  }
  const variable = grantedVariable(grant);
  if (variable === null) return PLAIN[grant as PlainGrant];
  return { label: variable, object: `the variable ${variable}`, detail: "this variable of the environment" };
}

const WHOLE_FOLDER = "the folder (read and write)";

/** `its arguments, standard output and the folder` */
export function listObjects(grants: readonly Grant[]): string {
  const isWhole = grants.includes("read-folder") && grants.includes("write-folder");
  const objects = grants
    .filter((grant) => !isWhole || grant !== "write-folder")
    .map((grant) => (isWhole && grant === "read-folder" ? WHOLE_FOLDER : wordsOf(grant).object));
  const last = objects.at(-1) ?? "";
  return objects.length < 2 ? last : `${objects.slice(0, -1).join(", ")} and ${last}`;
}
