// All subcommands, in the order in which help lists them.

import type { Command } from "./command.ts";
import { check } from "./commands/check.ts";
import { completionFor } from "./commands/completion.ts";
import { compose } from "./commands/compose.ts";
import { decompose } from "./commands/decompose.ts";
import { diff } from "./commands/diff.ts";
import { explain } from "./commands/explain.ts";
import { graph } from "./commands/graph.ts";
import { inspect } from "./commands/inspect.ts";
import { parse } from "./commands/parse.ts";
import { plug } from "./commands/plug.ts";
import { resolve } from "./commands/resolve.ts";
import { targets } from "./commands/targets.ts";
import { test } from "./commands/test.ts";
import { wit } from "./commands/wit.ts";

const WORKING: readonly Command[] = [
  inspect,
  wit,
  diff,
  check,
  test,
  compose,
  plug,
  targets,
  decompose,
  graph,
  parse,
  resolve,
  explain,
];

export const COMMANDS: readonly Command[] = [...WORKING, completionFor(WORKING)];
