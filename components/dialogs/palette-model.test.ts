import { describe, expect, it } from "vitest";

import { listCommands, type PaletteCommand } from "./palette-model.ts";

/** `Graph: Tidy layout`, with `!` in front where it is disabled. */
function command(text: string): PaletteCommand {
  const [group = "", title = ""] = text.replace("!", "").split(": ");
  return { id: title, title, group, shortcut: null, disabledReason: text.startsWith("!") ? "not now" : null };
}

const COMMANDS = ["Graph: Tidy layout", "Run: Stop", "!Run: Run", "Graph: Remove", "View: Fit everything"].map(command);
const drawn = (query: string) =>
  listCommands(COMMANDS, query).map(
    ({ title, entries }) => `${title}: ${entries.map((each) => each.command.title).join(", ")}`,
  );

describe("listCommands", () => {
  it("groups without a query", () =>
    expect(drawn("")).toEqual(["Graph: Tidy layout, Remove", "Run: Stop, Run", "View: Fit everything"]));
  it("ranks titles before groups", () => expect(drawn("run")).toEqual([": Run, Stop"]));
  it("finds nothing", () => expect(drawn("zzz")).toEqual([]));
  it("marks the matched letters of the title", () =>
    expect(listCommands(COMMANDS, "graph tidy")[0]?.entries[0]?.positions).toEqual([0, 1, 2, 3]));
});
