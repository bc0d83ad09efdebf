import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { filesIn, folderOf, removeFoldersAfterwards, witloom } from "../../tests/run-cli.ts";
import { componentFromWit, validationError } from "../../tests/wasm-tools.ts";

removeFoldersAfterwards();

const COMPOSED = fileURLToPath(new URL("../../tests/fixtures/composed/", import.meta.url));
const chain = `${COMPOSED}wac-chain/composed.wasm`;

let folder = "";
beforeAll(async () => {
  folder = folderOf({
    "plain.wasm": await componentFromWit("package a:b;\nworld w { export run: func(); }"),
    "taken/already.txt": "mine",
  });
});

describe("decompose", () => {
  it("writes WAC text, each component once, and the sidecar; compose makes the same of them", async () => {
    const ran = await witloom("decompose", chain, "-o", `${folder}/chain`);
    expect(ran).toEqual({ status: 0, stdout: "", stderr: `${folder}/chain: 4 instances of 3 components\n` });
    expect(filesIn(`${folder}/chain`)).toEqual([
      "composition.wac",
      "deps/demo/first.wasm",
      "deps/demo/log.wasm",
      "deps/local/app.wasm",
      "witloom.json",
    ]);
    expect((await witloom("check", `${folder}/chain`)).stderr).toBe("4 instances, no errors\n");
    expect((await witloom("compose", `${folder}/chain`, "-o", `${folder}/again.wasm`)).status).toBe(0);
    expect(await validationError(new Uint8Array(readFileSync(`${folder}/again.wasm`)))).toBeNull();
    expect((await witloom("diff", chain, `${folder}/again.wasm`)).stdout).toContain("either may replace the other");
  });

  it("tells what it wrote as JSON", async () => {
    const ran = await witloom("decompose", chain, "-o", `${folder}/json`, "--json");
    expect(ran.stderr).toBe("");
    expect(JSON.parse(ran.stdout)).toMatchObject({
      output: `${folder}/json`,
      instances: ["log", "first", "second", "app"],
      components: ["demo:log", "demo:first", "local:app"],
      problems: [],
    });
  });

  it("warns of components that lie elsewhere", async () => {
    const file = `${COMPOSED}wac-imported-components/composed.wasm`;
    const ran = await witloom("decompose", file, "-o", `${folder}/elsewhere`);
    expect(ran.status).toBe(0);
    expect(ran.stderr.match(/warning W6003: `demo:\w+`/g)).toHaveLength(3);
    expect(filesIn(`${folder}/elsewhere`)).toEqual(["composition.wac", "witloom.json"]);
  });

  it("leaves imports to the host on purpose, each under the instance's own name for it", async () => {
    const file = `${COMPOSED}import-of-a-later-version/composed.wat`;
    expect((await witloom("decompose", file, "-o", `${folder}/versions`)).status).toBe(0);
    expect((await witloom("check", `${folder}/versions`)).stderr).toBe("2 instances, no errors\n");
  });

  it("warns of custom sections that a composition has no place for", async () => {
    const ran = await witloom(
      "decompose",
      `${COMPOSED}custom-section-at-the-top/composed.wat`,
      "-o",
      `${folder}/dropped`,
    );
    expect(ran).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("warning W6004: The custom section `notes`"),
    });
  });

  it.each([
    [`${COMPOSED}export-under-a-narrower-type/composed.wat`, "W6002"],
    [`${COMPOSED}core-module-at-the-top/composed.wat`, "W6001"],
  ])("%s is refused, and nothing is written: %s", async (file, code) => {
    const ran = await witloom("decompose", file, "-o", `${folder}/none`);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain(`error ${code}`);
    expect(existsSync(`${folder}/none`)).toBe(false);
  });

  it("a component with code of its own is no composition", async () => {
    const ran = await witloom("decompose", `${folder}/plain.wasm`, "-o", `${folder}/none`);
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining("error W6001") });
  });

  it("spares a folder that holds something, unless --force is given", async () => {
    const args = ["decompose", chain, "-o", `${folder}/taken`];
    expect(await witloom(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining("is not empty") });
    expect(filesIn(`${folder}/taken`)).toEqual(["already.txt"]);
    expect((await witloom(...args, "--force")).status).toBe(0);
    expect(readFileSync(`${folder}/taken/already.txt`, "utf8")).toBe("mine");
  });
});
