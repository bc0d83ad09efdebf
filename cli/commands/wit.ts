// `witloom wit FILE`: a component's world as WIT text, interfaces included.

import { printWorld } from "../../core/wit/print-world.ts";
import type { Command } from "../command.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { loadComponent } from "../load.ts";
import { printResult } from "../terminal.ts";

export const wit: Command = {
  name: "wit",
  summary: "Print a component's world as WIT",
  usage: "FILE [--json]",
  help: `  --json   { "wit": "package root:component; …" }

  Keep a component's world beside it:
    witloom wit greeter.wasm > greeter.wit
  What has changed since?
    witloom wit greeter.wasm | diff greeter.wit -`,
  options: {},
  async run([file, ...rest]) {
    if (file === undefined || rest.length > 0) throw new Misuse("wit takes one file");
    const { component } = await loadComponent(file);
    const text = printWorld(component.type);
    printResult({ wit: text }, text);
    return EXIT.ok;
  },
};
