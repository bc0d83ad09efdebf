// `witloom diff A B`: what came, went and changed between two worlds, and whether B may replace A.

import { describeDiagnostic } from "../../core/base/wording.ts";
import { diffWorlds } from "../../core/diff/diff-worlds.ts";
import type { Command } from "../command.ts";
import { loadWhole } from "../compose-loaded.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { differenceText } from "../difference-text.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { printResult } from "../terminal.ts";

export const diff: Command = {
  name: "diff",
  summary: "Say what changed between two components, and whether the second may replace the first",
  usage: "A B [--deps-dir DIR] [-d PKG=FILE]… [--json]",
  help: `  --json              { "replaceable": false, "changes": [{ "direction", "kind", "before", "after", "items": [{ "kind",
                      "name", "signature", "lines": [{ "mark": "+", "text": "…" }] }], "problem": { "code", … } }], "problems": [] }
${DEPENDENCY_HELP}

  A and B are components, WAC files or project folders. B may replace A if it imports no more and exports no less:
  interfaces may lose imported functions and gain exported ones, types stay, versions stay on their track.
  The status is 0 if B may replace A, 1 if it may not.

  Is the new build safe to ship?
    witloom diff store-1.2.0.wasm store-1.3.0.wasm
  In CI, against what was released:
    witloom diff released.wasm build/app.wasm || echo "this needs a major version"
  The functions that came:
    witloom diff a.wasm b.wasm --json | jq -r '.changes[].items[] | select(.kind == "added").name'`,
  options: DEPENDENCY_OPTIONS,
  async run([before, after, ...rest], options) {
    if (before === undefined || after === undefined || rest.length > 0) throw new Misuse("diff takes two components");
    const dependencies = dependencyOptions(options);
    const [a, b] = [await loadWhole(before, dependencies), await loadWhole(after, dependencies)];
    const difference = diffWorlds(a.type, b.type);
    const changes = difference.changes.map(({ problem, ...change }) => {
      return { ...change, problem: problem && { ...problem, ...describeDiagnostic(problem) } };
    });
    const replaceable = difference.problems.length === 0;
    printResult(
      { replaceable, changes, unchanged: difference.unchanged },
      differenceText(difference, { before, after }),
    );
    return replaceable ? EXIT.ok : EXIT.finding;
  },
};
