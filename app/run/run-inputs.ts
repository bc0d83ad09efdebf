// What a person has put into the run panel of a document: kept across reloads, beside the document.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { HttpDraft } from "../../components/run/http-model.ts";
import type { ValueDraft } from "../../components/values/drafts/value-draft.ts";
import { DEFAULT_RUN_OPTIONS, type RunOptions, runOptionsFrom } from "./run-options.ts";

export interface RunInputs {
  /** What is chosen to be called. */
  readonly selectedId: string | null;
  /** The arguments of functions, by target. */
  readonly drafts: ReadonlyMap<string, ValueDraft>;
  readonly command: CommandInput;
  readonly request: HttpDraft;
  /** Where the live preview was last, or null before the first. */
  readonly preview: { readonly instance: string; readonly path: string } | null;
  readonly options: RunOptions;
  /** The file of the folder that is looked at. */
  readonly selectedPath: string | null;
}

export const EMPTY_INPUTS: RunInputs = {
  selectedId: null,
  drafts: new Map(),
  command: { argumentLine: "", environment: [], stdin: "" },
  request: { method: "GET", path: "/", headers: [], body: "", instances: "shared" },
  preview: null,
  options: DEFAULT_RUN_OPTIONS,
  selectedPath: null,
};

/** Inputs as they were kept, which may be by an earlier version that had less of them. */
export function inputsFrom(saved: Partial<RunInputs>): RunInputs {
  return { ...EMPTY_INPUTS, ...saved, options: runOptionsFrom(saved.options ?? {}) };
}
