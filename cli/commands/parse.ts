// `witloom parse FILE.wac`: what a WAC text says, as a tree.

import { formatWac } from "../../core/wac/format.ts";
import type { Command } from "../command.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { loadText } from "../load.ts";
import { print } from "../terminal.ts";

export const parse: Command = {
  name: "parse",
  summary: "Parse a WAC file and print its tree as JSON",
  usage: "FILE.wac [--format]",
  help: `  --json     the tree as JSON; so it is printed anyway
  --format   the text itself instead, in the house layout

  witloom parse app.wac | jq '.statements[].kind'
  witloom parse app.wac --format > tidy.wac`,
  options: { json: { type: "boolean" }, format: { type: "boolean" } },
  async run([path, ...rest], { json, format }) {
    if (path === undefined || rest.length > 0) throw new Misuse("parse takes one WAC file");
    if (json === true && format === true) throw new Misuse("--json and --format exclude each other");
    const { text, document } = await loadText(path);
    print(format === true ? formatWac(document, text) : JSON.stringify(document, null, 2));
    return EXIT.ok;
  },
};
