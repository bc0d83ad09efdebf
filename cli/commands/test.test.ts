// What `witloom test` says before it needs a browser; what it does in one is looked at in `e2e/cli-test.e2e.ts`.

import { describe, expect, it } from "vitest";
import { readScenarios } from "../../core/scenarios/read-scenarios.ts";
import { componentFromWit } from "../../tests/wasm-tools.ts";
import { folderOf, removeFoldersAfterwards, witloom } from "../../tests/run-cli.ts";

removeFoldersAfterwards();

const APP = await componentFromWit("package demo:app;\nworld w { export run: func(); }");

function project(files: Readonly<Record<string, string>>): string {
  const wac = "package my:app;\nlet app = new demo:app {};\nexport app.run;\n";
  return folderOf({ "composition.wac": wac, "deps/demo/app.wasm": APP, ...files });
}

const RUNS = '{ "format": 1, "scenarios": [{ "name": "It runs", "instance": "app", "call": "run()" }] }';

describe("witloom test", () => {
  it("without scenarios says so, and fails", async () => {
    expect(await witloom("test", project({}))).toEqual({
      status: 1,
      stdout: "",
      stderr: "There are no scenarios: no scenarios.json\n",
    });
  });

  it("with a filter that leaves none says so", async () => {
    const ran = await witloom("test", project({ "scenarios.json": RUNS }), "--filter", "walks");
    expect(ran).toMatchObject({ status: 1, stderr: "No scenario has `walks` in its name\n" });
  });

  it("tells what is wrong with the scenarios, as JSON too", async () => {
    const folder = project({ "scenarios.json": '{ "format": 1, "scenarios": [{ "name": "a" }] }' });
    expect(await witloom("test", folder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("scenarios.json: error W0941"),
    });
    const { stdout } = await witloom("test", folder, "--json");
    expect(JSON.parse(stdout).problems[0]).toMatchObject({ code: "W0941", place: "scenarios.json" });
  });

  it("tells what is wrong with the composition", async () => {
    const folder = project({ "scenarios.json": RUNS, "composition.wac": "package my:app;\nlet a = new demo:no {};" });
    expect(await witloom("test", folder)).toMatchObject({ status: 1, stderr: expect.stringContaining("W2104") });
  });

  it("says what to do where the page isn't built", async () => {
    expect(await witloom("test", project({ "scenarios.json": RUNS }))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("npm run build"),
    });
  });

  it("--help shows scenarios that can be read", async () => {
    const { stdout } = await witloom("test", "--help");
    const read = readScenarios(/\{ "format"[\s\S]*?\] \} \] \}/.exec(stdout)![0]);
    expect(read.ok && read.value.map(({ steps }) => steps.length)).toEqual([1, 1, 1, 1, 3]);
  });

  it("takes a zip that is none as a fault", async () => {
    const folder = folderOf({ "a.zip": "no" });
    expect(await witloom("test", `${folder}/a.zip`)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("W5004"),
    });
  });
});
