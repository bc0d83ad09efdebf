import { describe, expect, it } from "vitest";
import { componentFromWit } from "../../tests/wasm-tools.ts";
import { type Component, readComponent } from "../wit/read.ts";
import { conformsTo } from "./conforms.ts";

async function world(body: string, version = "1.0.0"): Promise<Component["type"]> {
  const log = `interface log { resource sink { put: func(line: string); } open: func() -> sink; }`;
  const read = readComponent(await componentFromWit(`package a:b@${version};\n${log}\nworld w { ${body} }`));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.type;
}

describe("conformsTo", () => {
  it.each([
    ["itself", "import log; export run: func();", "import log; export run: func();"],
    ["a world that offers more", "export run: func();", "import log; export run: func();"],
    ["a world that asks for less", "import log; export run: func(); export stop: func();", "import log;"],
  ])("takes %s", async (_what, body, target) => {
    expect(conformsTo(await world(body), await world(target))).toEqual([]);
  });

  it("takes another version of the same track", async () => {
    expect(conformsTo(await world("import log;"), await world("import log;", "1.2.0"))).toEqual([]);
  });

  it("names each import that the world doesn't offer and each export that it misses", async () => {
    const found = conformsTo(await world("import log; export stop: func();"), await world("export run: func();"));
    expect(found).toEqual([
      { kind: "import-not-in-target", name: "a:b/log@1.0.0", known: [] },
      { kind: "target-export-missing", name: "run", known: ["stop"] },
    ]);
  });

  it("says where types differ", async () => {
    const found = conformsTo(
      await world("import ask: func(a: u8); export run: func();"),
      await world("import ask: func(a: u16); export run: func() -> u8;"),
    );
    expect(found.map((problem) => problem.kind === "target-mismatch" && [problem.direction, problem.name])).toEqual([
      ["import", "ask"],
      ["export", "run"],
    ]);
  });
});
