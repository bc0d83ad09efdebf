// What each grant is called, and what it lets an instance do.

import type { CapabilityKind } from "../../components/canvas/canvas-model.ts";
import type { Grant } from "../../core/graph/grants.ts";

interface GrantWords {
  readonly label: string;
  /** In a sentence: `was refused its arguments`. */
  readonly object: string;
  readonly detail: string;
  readonly kind: CapabilityKind;
}

export const GRANT_WORDS: Readonly<Record<Grant, GrantWords>> = {
  arguments: { label: "Arguments", object: "its arguments", detail: "the words of the argument line", kind: "cli" },
  environment: {
    label: "Environment",
    object: "its environment",
    detail: "the variables in the run panel",
    kind: "environment",
  },
  stdin: { label: "Standard input", object: "standard input", detail: "the text in the run panel", kind: "cli" },
  stdout: { label: "Standard output", object: "standard output", detail: "writes to the console", kind: "cli" },
  stderr: { label: "Standard error", object: "standard error", detail: "writes to the console", kind: "cli" },
  "read-folder": { label: "Read the folder", object: "the folder", detail: "the files kept here", kind: "filesystem" },
  "write-folder": {
    label: "Write to the folder",
    object: "writing to the folder",
    detail: "creates, changes and removes files kept here",
    kind: "filesystem",
  },
  clocks: { label: "Clocks", object: "the clocks", detail: "the time of day and elapsed time", kind: "clocks" },
  random: { label: "Randomness", object: "randomness", detail: "unpredictable numbers", kind: "random" },
};

const WHOLE_FOLDER = "the folder to read and write";

/** `its arguments, standard output and the folder` */
export function listObjects(grants: readonly Grant[]): string {
  const isWhole = grants.includes("read-folder") && grants.includes("write-folder");
  const objects = grants
    .filter((grant) => !isWhole || grant !== "write-folder")
    .map((grant) => (isWhole && grant === "read-folder" ? WHOLE_FOLDER : GRANT_WORDS[grant].object));
  const last = objects.at(-1) ?? "";
  return objects.length < 2 ? last : `${objects.slice(0, -1).join(", ")} and ${last}`;
}
