// The `witloom` command: picks the subcommand, reads its options, and ends with the status that scripts rely on.

import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { check } from "./commands/check.ts";
import { compose } from "./commands/compose.ts";
import { explain } from "./commands/explain.ts";
import { inspect } from "./commands/inspect.ts";
import { wit } from "./commands/wit.ts";
import { EXIT, type ExitStatus, Finding, Misuse } from "./exit-status.ts";
import { print, say } from "./terminal.ts";
import { VERSION } from "./version.ts";

const COMMANDS: readonly Command[] = [inspect, wit, check, compose, explain];

/** Runs `args`, which come after `witloom`. */
export async function main(args: readonly string[]): Promise<ExitStatus> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-V") {
    print(VERSION);
    return EXIT.ok;
  }
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
  const options = { ...command.options, help: { type: "boolean", short: "h" } } as const;
  const parsed = readArguments(args, options);
  if (parsed.values["help"] === true) {
    print(`${command.summary}\n\nusage: witloom ${command.name} ${command.usage}\n\n${command.help}`);
    return EXIT.ok;
  }
  return command.run(parsed.positionals, parsed.values);
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
    "Inspect, check and compose WebAssembly components.",
    "",
    "usage: witloom COMMAND …",
    "",
    ...commands,
    "",
    "`witloom COMMAND --help` shows options and examples. Exit status: 0 done, 1 a fault in the input, 2 misuse.",
  ].join("\n");
}
