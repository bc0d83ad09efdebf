import { beforeAll, describe, expect, it } from "vitest";
import { folderOf, removeFoldersAfterwards, witloom } from "../../tests/run-cli.ts";
import { componentFromWit } from "../../tests/wasm-tools.ts";

removeFoldersAfterwards();

const HOST = `package demo:host@1.0.0;

/// What a name is.
interface types { type name = string; }
interface clock { use types.{name}; now: func(zone: name) -> u64; }
world plugin { import types; import clock; import wasi:io/poll@0.2.3; export run: func() -> bool; }
world idle { }
`;
const POLL = "package wasi:io@0.2.3;\ninterface poll { ready: func(); }\n";
const nested = (text: string): string => text.replace(/^(package [^;]+);([\s\S]*)$/, "$1 {$2}");

let folder = "";
beforeAll(async () => {
  const component = (body: string): Promise<Uint8Array> =>
    componentFromWit(`package a:b;\nworld w { ${body} }\n${nested(HOST)}\n${nested(POLL)}`, "w");
  folder = folderOf({
    "fits.wasm": await component("import demo:host/clock@1.0.0; export run: func() -> bool; export more: func();"),
    "older.wasm": await component("import wasi:io/poll@0.2.3; export run: func() -> bool;"),
    "lacks.wasm": await component("export other: func();"),
    "wants.wasm": await component("import extra: func(); export run: func() -> bool;"),
    "differs.wasm": await component("export run: func() -> u32;"),
    "host.wit": `${HOST}${nested(POLL)}`,
    "one.wit": "package a:one;\nworld only { export run: func() -> bool; }",
    "wit/a-types.wit": `${HOST.split("world")[0]}`,
    "wit/b-worlds.wit": `// The worlds, in a file that names no package.\n${HOST.slice(HOST.indexOf("world plugin"))}`,
    "wit/deps/io/poll.wit": `/* of WASI */\n${POLL}`,
    "broken.wit": "package a:b;\nworld w { import }",
    "deps/demo/part.wasm": await component("import demo:host/clock@1.0.0; export run: func() -> bool;"),
    "composition.wac": "package demo:whole;\nlet part = new demo:part { ... };\nexport part.run;",
    "wrong.wac": "package demo:whole;\nlet part = new demo:part { ... };\nexport part.run as walk;",
  });
});

const path = (name: string): string => `${folder}/${name}`;
const codes = (stderr: string): readonly string[] => stderr.match(/W\d{4}/g) ?? [];

describe("targets", () => {
  it.each([
    ["fits.wasm", ["host.wit", "--world", "plugin"]],
    ["older.wasm", ["host.wit", "--world", "plugin"]],
    ["fits.wasm", ["wit", "--world", "plugin"]],
  ])("%s fits the world in %j", async (file, [wit, ...rest]) => {
    const ran = await witloom("targets", path(file), "--wit", path(wit!), ...rest);
    expect(ran).toMatchObject({ status: 0, stdout: "", stderr: `${path(file)} fits\n` });
  });

  it.each([
    ["lacks.wasm", ["host.wit", "--world", "plugin"], "W3102"],
    ["wants.wasm", ["host.wit", "--world", "plugin"], "W3101"],
    ["differs.wasm", ["host.wit", "--world", "plugin"], "W3103"],
    // The only world of a package needs no name.
    ["older.wasm", ["one.wit"], "W3101"],
  ])("%s does not fit the world in %j: %s", async (file, [wit, ...rest], code) => {
    const ran = await witloom("targets", path(file), "--wit", path(wit!), ...rest);
    expect({ status: ran.status, codes: codes(ran.stderr) }).toEqual({ status: 1, codes: [code] });
  });

  it("takes a component as the target: its own world", async () => {
    expect((await witloom("targets", path("fits.wasm"), "--wit", path("fits.wasm"))).status).toBe(0);
    expect((await witloom("targets", path("lacks.wasm"), "--wit", path("fits.wasm"))).status).toBe(1);
  });

  it("takes a composition, as a WAC file or as a folder", async () => {
    for (const input of [path("composition.wac"), folder]) {
      expect((await witloom("targets", input, "--wit", path("host.wit"), "--world", "plugin")).status).toBe(0);
    }
    expect((await witloom("targets", path("wrong.wac"), "--wit", path("wit"), "--world", "plugin")).status).toBe(1);
  });

  it("tells the verdict as JSON", async () => {
    const [wit, world] = [path("host.wit"), "plugin"];
    const fits = await witloom("targets", path("fits.wasm"), "--wit", wit, "--world", world, "--json");
    expect(JSON.parse(fits.stdout)).toEqual({ targets: true, problems: [] });
    const lacks = await witloom("targets", path("lacks.wasm"), "--wit", wit, "--world", world, "--json");
    expect(JSON.parse(lacks.stdout)).toMatchObject({ targets: false, problems: [{ name: "run" }] });
  });

  it("asks which world, where there are several", async () => {
    const ran = await witloom("targets", path("fits.wasm"), "--wit", path("host.wit"));
    expect(ran.status).toBeGreaterThan(0);
    expect(ran.stderr).toContain("multiple worlds");
  });

  it("passes on what wasm-tools says of broken WIT", async () => {
    const ran = await witloom("targets", path("fits.wasm"), "--wit", path("broken.wit"));
    expect({ status: ran.status, codes: codes(ran.stderr) }).toEqual({ status: 1, codes: ["W6301"] });
  });
});
