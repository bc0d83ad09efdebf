import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { printWorld } from "../../core/wit/print-world.ts";
import { readComponent } from "../../core/wit/read.ts";
import { folderOf, removeFoldersAfterwards, witloom } from "../../tests/run-cli.ts";
import { componentFromWit, validationError } from "../../tests/wasm-tools.ts";

removeFoldersAfterwards();

const PACKAGES = `
package demo:log@1.2.0 { interface lines { write: func(line: string); flush: func(); } }
package demo:store@1.0.0 { interface items { get: func(key: string) -> option<string>; } }
package old:log@0.9.0 { interface lines { write: func(line: string, level: u8); } }`;

const world = (body: string): Promise<Uint8Array> =>
  componentFromWit(`package test:made;\nworld w { ${body} }\n${PACKAGES}`, "w");

let folder = "";
beforeAll(async () => {
  const older = PACKAGES.replace("demo:log@1.2.0", "demo:log@1.0.0").replace(" flush: func();", "");
  folder = folderOf({
    "socket.wasm": await componentFromWit(
      `package test:made;\nworld w { import demo:log/lines@1.0.0; import demo:store/items@1.0.0; export run: func(); }\n${older}`,
      "w",
    ),
    "log.wasm": await world("export demo:log/lines@1.2.0;"),
    "store.wasm": await world("import demo:log/lines@1.2.0; export demo:store/items@1.0.0;"),
    "other-log.wasm": await world("export demo:log/lines@1.2.0;"),
    "old-log.wasm": await world("export old:log/lines@0.9.0;"),
    "misfit.wasm": await componentFromWit(
      "package test:made;\nworld w { export demo:log/lines@1.0.0; }\npackage demo:log@1.0.0 { interface lines { write: func(line: u32); } }",
      "w",
    ),
    "unrelated.wasm": await world("export nothing: func(x: u64);"),
  });
});

const path = (name: string): string => `${folder}/${name}`;

/** The world of a component that was written, once it is known to be valid. */
async function writtenWorld(name: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(path(name)));
  expect(await validationError(bytes)).toBeNull();
  const read = readComponent(bytes);
  return read.ok ? printWorld(read.value.type).split("\n}")[0]! : "";
}

describe("plug", () => {
  it("takes an export of a later version of the track, and leaves open what no plug offers", async () => {
    const ran = await witloom("plug", path("socket.wasm"), "--plug", path("log.wasm"), "-o", path("one.wasm"));
    expect(ran).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(await writtenWorld("one.wasm")).toBe(`package root:component;

world root {
  import demo:store/items@1.0.0;

  export run: func();`);
  });

  it("takes several plugs; their own imports stay the host's", async () => {
    const plugs = ["--plug", path("log.wasm"), "--plug", path("store.wasm")];
    expect(await witloom("plug", path("socket.wasm"), ...plugs, "-o", path("two.wasm"))).toMatchObject({ status: 0 });
    expect(await writtenWorld("two.wasm")).toContain("import demo:log/lines@1.2.0;");
  });

  it("--transitive plugs the plugs as well", async () => {
    const plugs = ["--plug", path("store.wasm"), "--plug", path("log.wasm"), "--transitive"];
    expect(await witloom("plug", path("socket.wasm"), ...plugs, "-o", path("all.wasm"))).toMatchObject({ status: 0 });
    expect(await writtenWorld("all.wasm")).not.toContain("import");
  });

  it("two plugs for one import are a fault, and nothing is written", async () => {
    const plugs = ["--plug", path("log.wasm"), "--plug", path("other-log.wasm")];
    const ran = await witloom("plug", path("socket.wasm"), ...plugs, "-o", path("none.wasm"));
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("error W6103: `local:log`, `local:other-log` all export `demo:log/lines@1.0.0`");
    expect(existsSync(path("none.wasm"))).toBe(false);
  });

  it("a plug that isn't used is told and left out", async () => {
    const plugs = ["--plug", path("log.wasm"), "--plug", path("unrelated.wasm")];
    const ran = await witloom("plug", path("socket.wasm"), ...plugs, "-o", path("three.wasm"));
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain("warning W6104: Nothing of `local:unrelated` was plugged");
  });

  it("with nothing to plug, says what came nearest to each import and why it failed", async () => {
    const ran = await witloom(
      "plug",
      path("socket.wasm"),
      "--plug",
      path("misfit.wasm"),
      "-o",
      path("none.wasm"),
      "--json",
    );
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.stdout).problems).toMatchObject([
      { code: "W6101", socket: "local:socket" },
      {
        code: "W6102",
        import: "demo:log/lines@1.0.0",
        offer: { plug: "local:misfit", export: "demo:log/lines@1.0.0" },
        message: expect.stringContaining("write › line: expected string, found u32"),
      },
      { code: "W6102", import: "demo:store/items@1.0.0", offer: null },
    ]);
  });

  it("a plug that misfits while others fit is told", async () => {
    const plugs = ["--plug", path("misfit.wasm"), "--plug", path("store.wasm")];
    const ran = await witloom("plug", path("socket.wasm"), ...plugs, "-o", path("four.wasm"));
    expect(ran.stderr).toContain("warning W6102: `demo:log/lines@1.0.0` stays open");
  });

  it("-t writes text", async () => {
    const ran = await witloom("plug", path("socket.wasm"), "--plug", path("log.wasm"), "-t");
    expect(ran.stdout).toMatch(/^\(component/);
  });

  it("needs a plug, and one socket", async () => {
    expect((await witloom("plug", path("socket.wasm"))).stderr).toContain("name at least one component with --plug");
    expect((await witloom("plug", "a", "b", "--plug", "c")).stderr).toContain("plug takes one socket");
  });
});
