import { expect, it } from "vitest";

import { NOTHING, clicked } from "./selecting.ts";

const WIRE = { kind: "wires", name: "w" } as const;
const NODE = { kind: "nodes", name: "n" } as const;

it("a click selects one thing alone", () => {
  expect(clicked({ ...NOTHING, nodes: ["a", "b"] }, WIRE, false)).toEqual({ ...NOTHING, wires: ["w"] });
});

it("an adding click adds, and a second one takes away again", () => {
  const before = { ...NOTHING, nodes: ["a"], wires: ["w"] };
  const added = clicked(before, NODE, true);
  expect(added).toEqual({ ...before, nodes: ["a", "n"] });
  expect(clicked(added, NODE, true)).toEqual(before);
});
