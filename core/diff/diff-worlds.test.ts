import { describe, expect, it } from "vitest";
import { componentFromWit } from "../../tests/wasm-tools.ts";
import { describeDiagnostic } from "../base/wording.ts";
import type { ComponentType } from "../wit/types.ts";
import { readComponent } from "../wit/read.ts";
import { diffWorlds, versionStep } from "./diff-worlds.ts";

async function world(body: string, packages: string): Promise<ComponentType> {
  const read = readComponent(await componentFromWit(`package a:b;\nworld w { ${body} }\n${packages}`, "w"));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.type;
}

const log = (version: string, body: string): string => `package demo:log@${version} { interface lines { ${body} } }`;
const WRITE = "write: func(line: string);";
const FLUSH = "flush: func();";

/** `imports` or `exports` the interface in its two forms; the codes of what forbids the replacement. */
const verdictOn = async (
  direction: "import" | "export",
  [before, bodyBefore]: readonly [string, string],
  [after, bodyAfter]: readonly [string, string],
): Promise<readonly string[]> => {
  const a = await world(`${direction} demo:log/lines@${before};`, log(before, bodyBefore));
  const b = await world(`${direction} demo:log/lines@${after};`, log(after, bodyAfter));
  return diffWorlds(a, b).problems.map((problem) => describeDiagnostic(problem).code);
};

describe("replacement", () => {
  it.each([
    // What changes, the verdict on an export, the verdict on an import.
    ["nothing", ["1.0.0", WRITE], ["1.0.0", WRITE], [], []],
    ["a function more", ["1.0.0", WRITE], ["1.0.0", WRITE + FLUSH], [], ["W6202"]],
    ["a function less", ["1.0.0", WRITE + FLUSH], ["1.0.0", WRITE], ["W6204"], []],
    ["a parameter's type", ["1.0.0", WRITE], ["1.0.0", "write: func(line: u8);"], ["W6204"], ["W6202"]],
    ["a parameter's name", ["1.0.0", WRITE], ["1.0.0", "write: func(text: string);"], ["W6204"], ["W6202"]],
    ["a later version of the track", ["1.0.0", WRITE], ["1.4.0", WRITE], [], []],
    ["an earlier version of the track", ["1.4.0", WRITE], ["1.0.0", WRITE], [], []],
    ["another track", ["1.0.0", WRITE], ["2.0.0", WRITE], ["W6204"], ["W6202"]],
    ["another track before 1.0", ["0.2.0", WRITE], ["0.3.0", WRITE], ["W6204"], ["W6202"]],
  ] as const)("%s", async (_what, before, after, onExport, onImport) => {
    expect(await verdictOn("export", before, after)).toEqual(onExport);
    expect(await verdictOn("import", before, after)).toEqual(onImport);
  });

  it.each([
    ["an import that came", "", "import demo:log/lines@1.0.0;", ["W6201"]],
    ["an import that went", "import demo:log/lines@1.0.0;", "", []],
    ["an export that came", "", "export demo:log/lines@1.0.0;", []],
    ["an export that went", "export demo:log/lines@1.0.0;", "", ["W6203"]],
    ["a function that came as an import", "", "import now: func() -> u64;", ["W6201"]],
    ["an export that became an import", "export now: func();", "import now: func();", ["W6201", "W6203"]],
  ] as const)("%s", async (_what, before, after, codes) => {
    const a = await world(before, log("1.0.0", WRITE));
    const b = await world(after, log("1.0.0", WRITE));
    expect(diffWorlds(a, b).problems.map((problem) => describeDiagnostic(problem).code)).toEqual(codes);
  });

  it("a world may replace itself, and says that nothing changed", async () => {
    const type = await world("import demo:log/lines@1.0.0; export run: func();", log("1.0.0", WRITE));
    expect(diffWorlds(type, type)).toEqual({ changes: [], unchanged: { imports: 1, exports: 1 }, problems: [] });
  });
});

describe("changes", () => {
  it("pair up the versions of an interface, the same track first", async () => {
    const packages = ["1.0.0", "1.1.0", "2.0.0"].map((version) => log(version, WRITE)).join("\n");
    const a = await world("export demo:log/lines@1.0.0;", packages);
    const b = await world("export demo:log/lines@2.0.0; export demo:log/lines@1.1.0;", packages);
    expect(diffWorlds(a, b).changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ["changed", "demo:log/lines@1.0.0", "demo:log/lines@1.1.0"],
      ["added", null, "demo:log/lines@2.0.0"],
    ]);
  });

  it("name functions and types, with the lines of what differs", async () => {
    const one = "record entry { text: string, at: u32 } write: func(e: entry); gone: func();";
    const two = "record entry { text: string, at: u64 } write: func(e: entry); came: func() -> bool;";
    const a = await world("export demo:log/lines@1.0.0;", log("1.0.0", one));
    const b = await world("export demo:log/lines@1.0.0;", log("1.0.0", two));
    const [change] = diffWorlds(a, b).changes;
    expect(change?.items.map(({ kind, name }) => [kind, name])).toEqual([
      ["changed", "entry"],
      ["changed", "write"],
      ["removed", "gone"],
      ["added", "came"],
    ]);
    expect(change?.items[0]?.lines).toEqual([
      { mark: " ", text: "record entry" },
      { mark: " ", text: "  text: string" },
      { mark: "-", text: "  at: u32" },
      { mark: "+", text: "  at: u64" },
    ]);
  });
});

describe("versionStep", () => {
  it.each([
    ["a:b/c@1.0.0", "a:b/c@1.2.0", -1],
    ["a:b/c@1.2.0", "a:b/c@1.0.0", 1],
    ["a:b/c@1.2.0", "a:b/c@1.2.0", 0],
    ["a:b/c", "a:b/c@1.2.0", null],
  ])("from %s to %s: %s", (before, after, sign) => {
    const step = versionStep(before, after);
    expect(step === null ? null : Math.sign(step)).toBe(sign);
  });
});
