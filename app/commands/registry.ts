// Every action of the workbench under one name: menus, keys, the palette, tests and scripts all come through here.

import { busy } from "../idle.ts";
import { notify } from "../notices/notices-store.ts";

export interface AppCommand<Args = void> {
  /** `graph.connect`; stable, for scripts. */
  readonly id: string;
  /** As menus and the palette show it. */
  readonly title: string;
  readonly group: string;
  /** `Mod+Z`; Mod is Cmd on a Mac and Ctrl elsewhere. Several are tried in order, the first is shown. */
  readonly keys?: readonly string[];
  /** True for a command that needs arguments, which no menu or key can give. */
  readonly scripted?: boolean;
  /** Null where it can run now, else why not. */
  readonly disabledReason?: () => string | null;
  readonly run: (args: Args) => void | Promise<void>;
}

export type AnyCommand = AppCommand<never>;

const COMMANDS = new Map<string, AnyCommand>();

export function registerCommands(commands: readonly AnyCommand[]): void {
  for (const command of commands) COMMANDS.set(command.id, command);
}

export function allCommands(): readonly AnyCommand[] {
  return [...COMMANDS.values()];
}

export function findCommand(id: string): AnyCommand | undefined {
  return COMMANDS.get(id);
}

/** Runs a command; what keeps it from running, or goes wrong in it, is told to the person. */
export async function execute(id: string, args?: unknown): Promise<boolean> {
  const command = COMMANDS.get(id);
  if (!command) throw new Error(`There is no command ${id}`);
  const reason = command.disabledReason?.() ?? null;
  if (reason !== null) {
    notify({ tone: "info", message: reason });
    return false;
  }
  try {
    await busy(async () => command.run(args as never));
    return true;
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    notify({ tone: "error", message: `“${command.title}” failed: ${message}` });
    return false;
  }
}
