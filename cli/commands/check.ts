// `witloom check DIR|FILE.wac`: everything that is wrong with a composition or still open.

import { describeDiagnostic } from "../../core/base/wording.ts";
import { diagnose, isError } from "../../core/graph/diagnose.ts";
import type { Command } from "../command.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { loadComposition } from "../load.ts";
import { print, say, sayDiagnostic } from "../terminal.ts";

export const check: Command = {
  name: "check",
  summary: "Check a composition and name every problem in it",
  usage: "DIR|FILE.wac [--json] [--deps-dir DIR] [-d PKG=FILE]…",
  help: `  --json              the problems as JSON
${DEPENDENCY_HELP}

  witloom check .
  witloom check app.wac -d shop:store=build/store.wasm`,
  options: { json: { type: "boolean" }, ...DEPENDENCY_OPTIONS },
  async run([path, ...rest], options) {
    if (path === undefined || rest.length > 0) throw new Misuse("check takes one folder or WAC file");
    const { composition, componentOf } = await loadComposition(path, dependencyOptions(options));
    const { problems } = diagnose(composition, componentOf);
    if (options["json"] === true) {
      print(
        JSON.stringify(
          problems.map((problem) => ({ ...problem, ...describeDiagnostic(problem) })),
          null,
          2,
        ),
      );
    } else {
      for (const problem of problems) sayDiagnostic(problem, null);
      const { length } = problems.filter(isError);
      say(
        length === 0
          ? `${composition.instances.length} instances, no errors`
          : `${length} ${length === 1 ? "error" : "errors"}`,
      );
    }
    return problems.some(isError) ? EXIT.finding : EXIT.ok;
  },
};
