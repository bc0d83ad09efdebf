import { expect, it } from "vitest";

import type { PortVerdict, PortVerdicts } from "../canvas-model.ts";
import { type DrawnWire, lookKey, lookOf } from "./looks.ts";

const REASON = { title: "", detail: "", difference: [], help: null };
const FITS = { fits: true, note: null } as const;
const MISFIT = { fits: false, reason: REASON } as const;
const END = { node: "a", side: "import", port: "p" } as const;
const B: [string, PortVerdict][] = [
  ["x", FITS],
  ["y", MISFIT],
];
const VERDICTS: PortVerdicts = new Map([
  ["b", new Map(B)],
  ["c", new Map<string, PortVerdict>([["z", MISFIT]])],
]);

function drawn(target: DrawnWire["target"]): DrawnWire {
  return { end: END, verdicts: VERDICTS, target, picked: null, fits: 1 };
}

it("shows what a wire makes of each node", () => {
  const loose = drawn(null);
  expect(lookOf({ id: "a" }, true, loose)).toMatchObject({ wiring: "origin", selected: true });
  expect(lookOf({ id: "b" }, false, loose).wiring).toBe("fits");
  expect([...lookOf({ id: "b" }, false, loose).ports]).toEqual([["x", "fits"]]);
  expect(lookOf({ id: "c" }, false, loose).wiring).toBe("dim");
  expect(lookOf({ id: "d" }, false, loose).wiring).toBe("dim");
});

it("names the misfit only where the wire is over it", () => {
  const over = drawn({ kind: "port", end: { node: "c", side: "export", port: "z" }, verdict: MISFIT });
  expect(lookOf({ id: "c" }, false, over)).toMatchObject({ wiring: "misfit", ports: new Map([["z", "misfit"]]) });
  expect(lookOf({ id: "d" }, false, over).wiring).toBe("dim");
});

it("equal looks have equal keys", () => {
  expect(lookKey(lookOf({ id: "b" }, false, null))).toBe(lookKey(lookOf({ id: "c" }, false, null)));
  expect(lookKey(lookOf({ id: "b" }, false, drawn(null)))).not.toBe(lookKey(lookOf({ id: "c" }, false, drawn(null))));
});
