import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { folderOf, removeFoldersAfterwards, witloom } from "../../tests/run-cli.ts";
import { componentFromWit, validationError } from "../../tests/wasm-tools.ts";

removeFoldersAfterwards();

let folder = "";
beforeAll(async () => {
  const part = await componentFromWit("package a:b;\nworld w { import log: func(); export run: func(); }");
  const other = await componentFromWit("package a:b;\nworld w { import log: func(x: u8); export run: func(); }");
  folder = folderOf({
    "composition.wac": "package demo:whole;\nlet part = new demo:part { ... };\nexport part.run;",
    "clash.wac": "package demo:whole;\nlet a = new demo:part { ... };\nlet b = new demo:other { ... };",
    "deps/demo/part.wasm": part,
    "deps/demo/other.wasm": other,
    "other.wasm": other,
  });
});

const path = (name: string): string => `${folder}/${name}`;

describe("compose", () => {
  it("writes a valid component, from a folder or a file", async () => {
    for (const input of [folder, path("composition.wac")]) {
      const ran = await witloom("compose", input, "-o", path("out.wasm"), "--json");
      expect(ran.status).toBe(0);
      const bytes = new Uint8Array(readFileSync(path("out.wasm")));
      expect(JSON.parse(ran.stdout)).toEqual({ output: path("out.wasm"), bytes: bytes.length, problems: [] });
      expect(await validationError(bytes)).toBeNull();
    }
  });

  it("writes to standard output without -o", async () => {
    const { stdout } = await witloom("compose", folder, "--no-validate");
    expect(stdout.slice(0, 4)).toBe("\0asm");
  });

  it("imports the components with -i, and writes text with -t", async () => {
    const { stdout } = await witloom("compose", folder, "-i", "-t");
    expect(stdout).toContain('(import "unlocked-dep=<demo:part>" (component');
  });

  it("takes another file for a package with -d", async () => {
    const { stdout } = await witloom("compose", folder, "-t", "-d", `demo:part=${path("other.wasm")}`);
    expect(stdout).toContain('(param "x" u8)');
  });

  it("tells every fault and writes nothing", async () => {
    const ran = await witloom("compose", path("clash.wac"), "-o", path("none.wasm"));
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining("error W3007") });
    expect(existsSync(path("none.wasm"))).toBe(false);
  });

  it("wants a file to write to with --json", async () => {
    expect(await witloom("compose", folder, "--json")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("name the file to write with -o"),
    });
  });
});

describe("check", () => {
  it("tells what is open as JSON, and errors by its status", async () => {
    const open = await witloom("check", folder, "--json");
    expect(open.status).toBe(0);
    expect(JSON.parse(open.stdout)).toMatchObject({
      instances: 1,
      problems: [{ code: "W3009", severity: "warning", instance: "part", import: "log", place: null }],
    });
    const clash = await witloom("check", path("clash.wac"), "--json");
    expect(clash.status).toBe(1);
    expect(JSON.parse(clash.stdout).problems[0]).toMatchObject({ code: "W3007", severity: "error" });
  });
});
