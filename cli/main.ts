// The `witloom` command: picks the subcommand, reads its options, and ends with the status that scripts rely on.

import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT, type ExitStatus, Finding, Misuse } from "./exit-status.ts";
import { print, reporting, say } from "./terminal.ts";
import { VERSION } from "./version.ts";

/** Runs `args`, which come after `witloom`. */
export async function main(args: readonly string[]): Promise<ExitStatus> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-V") {
    print(VERSION);
    return EXIT.ok;
  }
  if (name === "help" && rest[0] !== undefined) return main([rest[0], "--help"]);
  if (name === "help" || name === "--help" || name === "-h") {
    print(overview());
    return EXIT.ok;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    say(name === undefined ? overview() : `witloom: no command \`${name}\`; see \`witloom help\``);
    return EXIT.misuse;
  }
  try {
    return await runCommand(command, rest);
  } catch (thrown) {
    if (thrown instanceof Finding) return EXIT.finding;
    if (!(thrown instanceof Misuse)) throw thrown;
    say(`witloom ${command.name}: ${thrown.message}\nusage: witloom ${command.name} ${command.usage}`);
    return EXIT.misuse;
  }
}

async function runCommand(command: Command, args: readonly string[]): Promise<ExitStatus> {
  const shared = { help: { type: "boolean", short: "h" }, json: { type: "boolean" } } as const;
  const parsed = readArguments(args, { ...command.options, ...shared });
  if (parsed.values["help"] === true) {
    print(`${command.summary}\n\nusage: witloom ${command.name} ${command.usage}\n\n${command.help}`);
    return EXIT.ok;
  }
  return reporting(parsed.values["json"] === true, () => command.run(parsed.positionals, parsed.values));
}

function readArguments(args: readonly string[], options: Command["options"]): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    throw new Misuse((thrown as Error).message);
  }
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const commands = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "Inspect, check, compose and take apart WebAssembly components.",
    "",
    "usage: witloom COMMAND …",
    "",
    ...commands,
    "",
    "`witloom COMMAND --help` shows options and examples. Exit status: 0 done, 1 a fault in the input, 2 misuse.",
    "With --json every command prints one object, in which `problems` holds what was found.",
  ].join("\n");
}
