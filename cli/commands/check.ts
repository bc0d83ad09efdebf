// `witloom check DIR|FILE.wac`: everything that is wrong with a composition or still open.

import { diagnose, isError } from "../../core/graph/diagnose.ts";
import { counted } from "../counted.ts";
import type { Command } from "../command.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { loadComposition } from "../load.ts";
import { printResult, say, sayDiagnostic } from "../terminal.ts";

export const check: Command = {
  name: "check",
  summary: "Check a composition and name every problem in it",
  usage: "DIR|FILE.wac [--json] [--deps-dir DIR] [-d PKG=FILE]…",
  help: `  --json              { "instances": 3, "problems": [{ "code", "severity", "message", "help", "place", "instance", … }] }
${DEPENDENCY_HELP}

  Before composing, or in CI; the status is 1 if there is an error:
    witloom check .
  With one component taken from where it was just built:
    witloom check app.wac -d shop:store=build/store.wasm
  Every import that nothing satisfies:
    witloom check . --json | jq -r '.problems[] | select(.code == "W3009").import'`,
  options: DEPENDENCY_OPTIONS,
  async run([path, ...rest], options) {
    if (path === undefined || rest.length > 0) throw new Misuse("check takes one folder or WAC file");
    const { composition, graph, componentOf } = await loadComposition(path, dependencyOptions(options));
    const { problems } = diagnose(composition, componentOf, undefined, graph);
    for (const problem of problems) sayDiagnostic(problem, null);
    const instances = composition.instances.length;
    const errors = problems.filter(isError).length;
    printResult({ instances }, "");
    say(errors === 0 ? `${counted(instances, "instance")}, no errors` : counted(errors, "error"));
    return problems.some(isError) ? EXIT.finding : EXIT.ok;
  },
};
