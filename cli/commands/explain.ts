// `witloom explain CODE`: the page of a diagnostic, with what causes it and what helps. The pages are bundled.

import type { Command } from "../command.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { printResult } from "../terminal.ts";

/** Pages by their path, as the bundler finds them. */
const PAGES = import.meta.glob<string>("../../docs/diagnostics/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

const INDEX = "README";

export const explain: Command = {
  name: "explain",
  summary: "Explain a diagnostic: what causes it and what helps",
  usage: "CODE|--list [--json]",
  help: `  --list   all codes with their titles
  --json   { "code": "W3006", "text": "# W3006: …" }

  What does this message mean?
    witloom explain W3006
  Which messages are there?
    witloom explain --list`,
  options: { list: { type: "boolean" } },
  async run([code, ...rest], { list }) {
    if ((code === undefined) !== (list === true) || rest.length > 0) throw new Misuse("explain takes one code");
    const wanted = code?.toUpperCase() ?? INDEX;
    const page = pageOf(wanted);
    if (page === null) throw new Misuse(`there is no diagnostic \`${code}\`; \`witloom explain --list\` names all`);
    printResult({ code: code === undefined ? null : wanted, text: page }, page);
    return EXIT.ok;
  },
};

function pageOf(name: string): string | null {
  return PAGES[`../../docs/diagnostics/${name}.md`] ?? null;
}
