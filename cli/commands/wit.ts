// `witloom wit FILE`: a component's world as WIT text, interfaces included.

import { printWorld } from "../../core/wit/print-world.ts";
import type { Command } from "../command.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { loadComponent } from "../load.ts";
import { print } from "../terminal.ts";

export const wit: Command = {
  name: "wit",
  summary: "Print a component's world as WIT",
  usage: "FILE",
  help: "  witloom wit greeter.wasm > greeter.wit",
  options: {},
  async run([file, ...rest]) {
    if (file === undefined || rest.length > 0) throw new Misuse("wit takes one file");
    const { component } = await loadComponent(file);
    print(printWorld(component.type));
    return EXIT.ok;
  },
};
