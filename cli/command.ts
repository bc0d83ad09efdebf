// The shape of a subcommand: what it is called, how it is used, what it does.

import type { ParseArgsConfig } from "node:util";
import type { ExitStatus } from "./exit-status.ts";

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** After `witloom <name>`: `FILE [--json]`. */
  readonly usage: string;
  /** What each option does, and examples. */
  readonly help: string;
  /** All but `--help` and `--json`, which every command has. */
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  readonly run: (positionals: readonly string[], options: OptionValues) => Promise<ExitStatus>;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
