// Commands → what the palette lists for a query.
// Nothing is left out for being disabled.

import { fuzzyMatch } from "./fuzzy.ts";

export interface PaletteCommand {
  readonly id: string;
  readonly title: string;
  /** `Graph`, `Run`, `View`. */
  readonly group: string;
  readonly shortcut: string | null;
  /** Why it can't be run now; it is still listed. */
  readonly disabledReason: string | null;
}

export interface PaletteGroup {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

export interface PaletteEntry {
  readonly command: PaletteCommand;
  /** Matched characters of the title. */
  readonly positions: readonly number[];
}

/** In groups without a query; with one, a single list with the best match first, even if it can't be run: it says why. */
export function listCommands(commands: readonly PaletteCommand[], query: string): readonly PaletteGroup[] {
  if (query.trim() === "") {
    const titles = [...new Set(commands.map((command) => command.group))];
    return titles.map((title) => ({
      title,
      entries: commands.filter((command) => command.group === title).map((command) => ({ command, positions: [] })),
    }));
  }
  const found = commands.flatMap((command) => {
    const match = matchCommand(command, query);
    return match === null ? [] : [{ command, ...match }];
  });
  const entries = found.toSorted((a, b) => b.score - a.score);
  return entries.length === 0 ? [] : [{ title: "", entries }];
}

/** The title counts; the group helps to find but ranks behind. */
function matchCommand(command: PaletteCommand, query: string) {
  const inTitle = fuzzyMatch(command.title, query);
  if (inTitle) return { score: inTitle.score + 100, positions: inTitle.positions };
  const withGroup = fuzzyMatch(`${command.group} ${command.title}`, query);
  if (!withGroup) return null;
  const shift = command.group.length + 1;
  return {
    score: withGroup.score,
    positions: withGroup.positions.map((position) => position - shift).filter((position) => position >= 0),
  };
}
