import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { folderOf, removeFoldersAfterwards, witloom } from "../../tests/run-cli.ts";

removeFoldersAfterwards();

const COMPOSED = fileURLToPath(new URL("../../tests/fixtures/composed/", import.meta.url));
const chain = `${COMPOSED}wac-chain/composed.wasm`;
const folder = folderOf({});

describe("graph", () => {
  it("draws a composed component as Mermaid text", async () => {
    expect((await witloom("graph", chain)).stdout).toBe(`flowchart LR
  n0["log<br/><small>demo:log</small>"]
  n1["first<br/><small>demo:first</small>"]
  n2["second<br/><small>demo:first</small>"]
  n3["app<br/><small>local:app</small>"]
  n4(["clock<br/><small>demo:host 0.1.0</small>"])
  n5(["verbose"])
  n6>"start"]
  n0 -- "lines" --> n1
  n1 -- "lines" --> n2
  n2 -- "lines" --> n3
  n4 --> n3
  n5 --> n3
  n3 --> n6
`);
  });

  it("leaves out what the host provides with --no-imports", async () => {
    const { stdout } = await witloom("graph", chain, "--no-imports");
    expect(stdout).not.toContain("clock");
    expect(stdout).toContain("start");
  });

  it("draws a composition and its composed component alike", async () => {
    expect((await witloom("decompose", chain, "-o", `${folder}/chain`)).status).toBe(0);
    const [composed, project] = [await witloom("graph", chain), await witloom("graph", `${folder}/chain`)];
    expect(project.stdout).toBe(composed.stdout);
  });

  it("draws an SVG that stands on its own, the same each time", async () => {
    const [first, second] = [`${folder}/a.svg`, `${folder}/b.svg`];
    for (const file of [first, second]) expect((await witloom("graph", chain, "-o", file)).status).toBe(0);
    const svg = readFileSync(first, "utf8");
    expect(readFileSync(second, "utf8")).toBe(svg);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script|@import|url\(/);
    expect(svg.match(/<g class="instance"/g)).toHaveLength(4);
    expect(svg.match(/<path class="line /g)).toHaveLength(6);
  });

  it("gives the picture as data with --json", async () => {
    const { stdout } = await witloom("graph", chain, "--json");
    const { boxes, lines } = JSON.parse(stdout);
    expect(boxes).toHaveLength(7);
    expect(lines[0]).toMatchObject({
      from: { box: "instance log", port: "demo:log/lines@1.2.0" },
      to: { box: "instance first", port: "demo:log/lines@1.0.0" },
    });
  });

  it("says why a component can't be drawn", async () => {
    const ran = await witloom("graph", `${COMPOSED}nothing-instantiated/composed.wat`);
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining("W6001") });
  });

  it("knows two formats", async () => {
    expect((await witloom("graph", chain, "--format", "png")).status).toBe(2);
  });
});
