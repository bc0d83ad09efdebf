import { expect, it } from "vitest";

import type { CanvasNode, CanvasPort } from "../canvas-model.ts";
import { type MeasureText, layoutNode } from "./node-layout.ts";

/** Every letter is 6 wide, 7 in larger roles. */
const measure: MeasureText = (text, role) => text.length * (role === "titleFar" ? 10 : role === "labelFar" ? 7 : 6);

function port(label: string, version: string | null = "1.2.0"): CanvasPort {
  return { name: `shop:orders/${label}`, label, version, colour: "jade", shape: "circle", state: "wired" };
}

function node(parts: Partial<CanvasNode>): CanvasNode {
  return {
    id: "n",
    title: "store",
    packageName: "order-store",
    version: "0.9.2",
    language: null,
    position: { x: 0, y: 0 },
    imports: [],
    exports: [],
    capabilities: [],
    problem: null,
    ...parts,
  };
}

it("is 200 wide where the text is short, and high enough for one row", () => {
  expect(layoutNode(node({ exports: [port("log")] }), measure)).toMatchObject({ width: 200, height: 100 });
  expect(layoutNode(node({}), measure).height).toBe(100);
});

it("grows in steps of 4 with its widest row, and by 24 a row", () => {
  const layout = layoutNode(
    node({ imports: [port("keyvalue"), port("b")], exports: [port("incoming-handler")] }),
    measure,
  );
  expect(layout.width).toBe(256);
  expect(layout.width % 4).toBe(0);
  expect(layout.height).toBe(124);
  expect(layout.exports[0]).toEqual({ label: "incoming-handler", version: "1.2.0" });
});

it("drops versions first, then whole segments, never the middle of one", () => {
  const long = node({ imports: [port("pricing-and-discounts-provider")], exports: [port("incoming-handler")] });
  const layout = layoutNode(long, measure);
  expect(layout.width).toBe(320);
  expect(layout.imports[0]).toEqual({ label: "pricing-and-discounts-…", version: null });
  expect(layout.exports[0]).toEqual({ label: "incoming-handler", version: null });
});

it("shortens a title by segments, the far one sooner", () => {
  const layout = layoutNode(node({ title: "order-gateway-for-partners-and-others" }), measure);
  expect(layout.title).toBe("order-gateway-for-partners-and-others");
  expect(layout.titleFar).toBe("order-gateway-for-…");
});
