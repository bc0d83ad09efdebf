import { expect, it } from "vitest";

import { graphFromText } from "../scene/scene.fixtures.ts";
import { type PortStep, portBeside } from "./port-walk.ts";

const [, node] = graphFromText("a.x -> b.i, a.y -> b.j, b.o -> c.k").nodes;
const LEFT: PortStep = { x: -1, y: 0 };
const RIGHT: PortStep = { x: 1, y: 0 };
const UP: PortStep = { x: 0, y: -1 };
const DOWN: PortStep = { x: 0, y: 1 };

/** Walks from the node itself and tells each port as side and row. */
function walk(...steps: PortStep[]): (string | null)[] {
  let at: ReturnType<typeof portBeside> = null;
  return steps.map((step) => {
    const next: ReturnType<typeof portBeside> = portBeside(node!, 1, at, step);
    at = next ?? at;
    return next && `${next.side} ${next.row}`;
  });
}

it("enters at the side that the arrow points to", () => {
  expect(walk(RIGHT)).toEqual(["export 0"]);
  expect(walk(DOWN)).toEqual(["import 0"]);
  expect(walk(UP)).toEqual(["import 1"]);
});

it("goes along a side, across to the nearest row, and stops at the ends", () => {
  expect(walk(DOWN, DOWN, DOWN, RIGHT, RIGHT, LEFT)).toEqual([
    "import 0",
    "import 1",
    null,
    "export 0",
    null,
    "import 0",
  ]);
});

it("has nowhere to go in a node without ports", () => {
  expect(portBeside({ imports: [], exports: [] }, 0, null, DOWN)).toBeNull();
});
