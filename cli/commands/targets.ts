// `witloom targets FILE --wit WIT [--world WORLD]`: may a component, or what a composition comes to, stand in a world?

import { conformsTo } from "../../core/graph/conforms.ts";
import type { Command } from "../command.ts";
import { loadWhole } from "../compose-loaded.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { printResult, say, sayDiagnostic } from "../terminal.ts";
import { loadWorld } from "../wit-world.ts";

export const targets: Command = {
  name: "targets",
  summary: "Check that a component or a composition fits a world",
  usage: "FILE.wasm|FILE.wac|DIR --wit WIT [--world WORLD] [--deps-dir DIR] [-d PKG=FILE]… [--json]",
  help: `  --wit WIT           the world: a .wit file, a folder of them with its deps/, an encoded WIT package, or a component
  --world WORLD       its name, where there are several
  --json              { "targets": true, "problems": [{ "code", "message", "help", "name", … }] }
${DEPENDENCY_HELP}

  It may import less than the world offers, and export more than it asks for.

  Will the host take it?
    witloom targets app.wasm --wit wit/ --world proxy
  The same of a composition that isn't composed yet:
    witloom targets . --wit host.wit
  May it stand wherever another component does?
    witloom targets new.wasm --wit old.wasm`,
  options: { wit: { type: "string" }, world: { type: "string" }, ...DEPENDENCY_OPTIONS },
  async run([path, ...rest], options) {
    if (path === undefined || rest.length > 0) throw new Misuse("targets takes one component or composition");
    const { wit, world } = options;
    if (typeof wit !== "string") throw new Misuse("name the world's WIT with --wit");
    const { type } = await loadWhole(path, dependencyOptions(options));
    const target = await loadWorld(wit, typeof world === "string" ? world : undefined);
    const problems = conformsTo(type, target);
    for (const problem of problems) sayDiagnostic(problem, path);
    printResult({ targets: problems.length === 0 }, "");
    if (problems.length === 0) say(`${path} fits`);
    return problems.length === 0 ? EXIT.ok : EXIT.finding;
  },
};
