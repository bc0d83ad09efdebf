import { describe, expect, it } from "vitest";
import type { Drawing, DrawnBox } from "./drawing.ts";
import { printMermaid } from "./mermaid.ts";
import { type Places, printSvg } from "./svg.ts";

const HOSTILE = `"]; click <b>&'\u0001`;

const box = (id: string, title: string): DrawnBox => ({
  id,
  kind: "instance",
  title,
  subtitle: title,
  inputs: [{ id: "in", label: title, version: title, colour: "azure", shape: "circle" }],
  outputs: [{ id: "out", label: title, version: null, colour: "slate", shape: "diamond" }],
});

const drawing: Drawing = {
  boxes: [box("a", HOSTILE), box("b", "plain")],
  lines: [{ from: { box: "a", port: "out" }, to: { box: "b", port: "in" }, label: HOSTILE, colour: "jade" }],
};

const places: Places = {
  width: 400,
  height: 100,
  boxes: new Map([["a", { x: 0, y: 0 }]]),
  lines: [
    [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 40 },
      { x: 100, y: 40 },
    ],
  ],
};

describe("names that mean something to the format", () => {
  it("stay text in an SVG", () => {
    const svg = printSvg(HOSTILE, drawing, places);
    for (const raw of ["<b>", "&'", "\u0001"]) expect(svg).not.toContain(raw);
    expect(svg).toContain("&quot;]; click &lt;b&gt;&amp;");
  });

  it("stay text in Mermaid", () => {
    const [, first] = printMermaid(drawing).split("\n");
    expect(first).toBe(
      `  n0["#34;]; click #60;b#62;#38;'\u0001<br/><small>#34;]; click #60;b#62;#38;'\u0001</small>"]`,
    );
  });
});

describe("lines", () => {
  it("bend round their corners", () => {
    expect(printSvg("t", drawing, places)).toContain('d="M0 0L40 0Q50 0 50 10L50 30Q50 40 60 40L100 40"');
  });
});
