// What a run is started with: two that are alike do the same, so that one may stand for the other.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { Composition } from "../../core/graph/composition.ts";
import { type InstanceGrants, withGrants } from "../../core/graph/grants.ts";
import type { RunOptions } from "./run-options.ts";

export interface RunSetup {
  readonly composition: Composition;
  readonly grants: InstanceGrants;
  /** Given beside them, for this run alone. */
  readonly grantsOnce: InstanceGrants;
  /** The instance whose command is run, or null where functions are called. */
  readonly command: string | null;
  readonly input: CommandInput;
  /** What the command reads is typed while it runs. */
  readonly inTerminal: boolean;
  readonly options: RunOptions;
}

/** All that is given to the instances of a run. */
export function allGrants({ grants, grantsOnce }: RunSetup): InstanceGrants {
  return withGrants(grants, grantsOnce);
}

/** True where instances that are up with `a` are what `b` asks for. The arguments and the input of commands don't count. */
export function isSameSetup(a: RunSetup, b: RunSetup): boolean {
  return (
    isSameComposition(a, b) &&
    a.grantsOnce === b.grantsOnce &&
    a.command === b.command &&
    isSameData(variablesOf(a), variablesOf(b)) &&
    isSameData(lastingOptions(a.options), lastingOptions(b.options))
  );
}

/** True where both are of the same composition with the same grants. */
export function isSameComposition(
  a: Pick<RunSetup, "composition" | "grants">,
  b: Pick<RunSetup, "composition" | "grants">,
): boolean {
  return a.composition === b.composition && a.grants === b.grants;
}

/** Variables as an instance finds them. */
function variablesOf({ input }: RunSetup): unknown {
  return input.environment.filter(({ name }) => name !== "").map(({ name, value }) => [name, value]);
}

/** The options that a run has for as long as it lives. */
function lastingOptions({ restartOnChange: _, ...lasting }: RunOptions): Partial<RunOptions> {
  return lasting;
}

function isSameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
