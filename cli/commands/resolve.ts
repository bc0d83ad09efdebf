// `witloom resolve FILE.wac`: the graph that a WAC text describes, for Graphviz or as JSON.

import { diagnose, isError } from "../../core/graph/diagnose.ts";
import { drawDot } from "../../core/graph/draw-dot.ts";
import { graphRecord } from "../../core/graph/graph-record.ts";
import type { Command } from "../command.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { loadComposition } from "../load.ts";
import { print, sayDiagnostic } from "../terminal.ts";

export const resolve: Command = {
  name: "resolve",
  summary: "Resolve a WAC file and print its graph as DOT or JSON",
  usage: "FILE.wac [--json] [--deps-dir DIR] [-d PKG=FILE]…",
  help: `  --json              the graph as JSON
${DEPENDENCY_HELP}

  witloom resolve app.wac | dot -Tsvg > app.svg
  witloom resolve app.wac --json | jq '.nodes[] | select(.kind == "import").name'`,
  options: { json: { type: "boolean" }, ...DEPENDENCY_OPTIONS },
  async run([path, ...rest], options) {
    if (path === undefined || rest.length > 0) throw new Misuse("resolve takes one WAC file");
    const { composition, graph, componentOf } = await loadComposition(path, dependencyOptions(options));
    const errors = diagnose(composition, componentOf, undefined, graph).problems.filter(isError);
    for (const error of errors) sayDiagnostic(error, path);
    if (errors.length > 0) return EXIT.finding;
    const record = graphRecord(graph);
    print(options["json"] === true ? JSON.stringify(record, null, 2) : drawDot(record));
    return EXIT.ok;
  },
};
