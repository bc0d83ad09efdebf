import { describe, expect, it } from "vitest";

import { overlaps } from "./rect.ts";
import { picture, routed, runsOf, sketch, sketchFrom } from "./router.fixtures.ts";

/** The courses of a sketch as text, with a line break before the first line. */
function drawn(...parts: Parameters<typeof sketch>): string {
  const made = sketch(...parts);
  return `\n${picture(made.boxes, routed(made))}`;
}

describe("routing", () => {
  it("joins ports on one row by a straight wire", () => {
    expect(drawn({ a: [0, 0], b: [240, 0] }, "a.0 -> b.0")).toMatchInlineSnapshot(`
      "
      ########            ########
      ########            ########
      ########            ########
      ########            ########
      ########            ########
      ########╶───────────########
      ########            ########
      ########            ########
      ########            ########
      ########            ########"
    `);
  });

  it("turns in the lane nearest to the consumer", () => {
    expect(drawn({ a: [0, 0], b: [240, 72] }, "a.0 -> b.0")).toMatchInlineSnapshot(`
      "
      ########
      ########
      ########
      ########
      ########
      ########╶──────────┐
      ########           │########
      ########           │########
      ########           │########
      ########           │########
                         │########
                         └########
                          ########
                          ########
                          ########
                          ########"
    `);
  });

  it("nests wires that rise to one node instead of crossing them", () => {
    expect(drawn({ a: [0, 72], b: [0, 216], g: [240, 0] }, "a.0 -> g.0", "b.0 -> g.1")).toMatchInlineSnapshot(`
      "
                          ########
                          ########
                          ########
                          ########
                          ########
                        ┌─########
      ########          │ ########
      ########          │┌########
      ########          ││########
      ########          ││########
      ########          ││
      ########╶─────────┘│
      ########           │
      ########           │
      ########           │
      ########           │
                         │
                         │
      ########           │
      ########           │
      ########           │
      ########           │
      ########           │
      ########╶──────────┘
      ########
      ########
      ########
      ########"
    `);
  });

  it("nests wires that fall to one node", () => {
    expect(drawn({ a: [0, 0], b: [0, 144], g: [240, 288] }, "a.0 -> g.0", "b.0 -> g.1")).toMatchInlineSnapshot(`
      "
      ########
      ########
      ########
      ########
      ########
      ########╶──────────┐
      ########           │
      ########           │
      ########           │
      ########           │
                         │
                         │
      ########           │
      ########           │
      ########           │
      ########           │
      ########           │
      ########╶─────────┐│
      ########          ││
      ########          ││
      ########          ││
      ########          ││
                        ││
                        ││
                        ││########
                        ││########
                        ││########
                        ││########
                        ││########
                        │└########
                        │ ########
                        └─########
                          ########
                          ########"
    `);
  });

  it("shares the trunk of one port", () => {
    expect(drawn({ a: [0, 0], b: [240, 48], c: [240, 216] }, "a.0 -> b.0", "a.0 -> c.0")).toMatchInlineSnapshot(`
      "
      ########
      ########
      ########
      ########
      ########            ########
      ########╶──────────┐########
      ########           │########
      ########           │########
      ########           │########
      ########           ├########
                         │########
                         │########
                         │########
                         │########
                         │
                         │
                         │
                         │
                         │########
                         │########
                         │########
                         │########
                         │########
                         └########
                          ########
                          ########
                          ########
                          ########"
    `);
  });

  it("goes around a node in the way", () => {
    expect(drawn({ a: [0, 48], x: [156, 48], b: [324, 48] }, "a.0 -> b.0")).toMatchInlineSnapshot(`
      "



               ┌────────────────┐
      ######## │   ########     │########
      ######## │   ########     │########
      ######## │   ########     │########
      ######## │   ########     │########
      ######## │   ########     │########
      ########╶┘   ########     └########
      ########     ########      ########
      ########     ########      ########
      ########     ########      ########
      ########     ########      ########"
    `);
  });

  it("leads back around its own nodes", () => {
    expect(drawn({ a: [240, 0], b: [24, 192] }, "a.0 -> b.0")).toMatchInlineSnapshot(`
      "
                          ########
                          ########
                          ########
                          ########
                          ########
                          ########╶┐
                          ######## │
                          ######## │
                          ######## │
                          ######## │
                                   │
                                   │
                                   │
       ┌───────────────────────────┘
       │
       │
       │########
       │########
       │########
       │########
       │########
       └########
        ########
        ########
        ########
        ########"
    `);
  });
});

const SEEDS = [1, 7, 42, 12_345, 987_654];

describe.each(SEEDS)("courses of a random graph, seed %i", (seed) => {
  const made = sketchFrom(seed, 120, 300, { x: 480, y: 320 });
  const lines = routed(made);
  const runs = runsOf(made, lines);

  it("are level and upright by turns and end at their ports", () => {
    for (const { wire, source, target } of made.wires) {
      const line = lines[wire]!;
      expect(line.slice(0, 2)).toEqual([source.x, source.y]);
      expect(line.slice(-2)).toEqual([target.x, target.y]);
      for (let i = 2; i < line.length; i += 2) {
        expect(line[i] === line[i - 2]).not.toBe(line[i + 1] === line[i - 1]);
      }
    }
  });

  it("leave to the right and arrive from the left", () => {
    for (const { wire, source, target } of made.wires) {
      const line = lines[wire]!;
      expect(line[2]).toBeGreaterThan(source.x);
      expect(line.at(-4)).toBeLessThan(target.x);
    }
  });

  it("never lie on another port's wire in a column", () => {
    const uprights = runs.filter(({ upright }) => upright);
    for (const a of uprights) {
      for (const b of uprights) {
        if (a.net >= b.net || a.at !== b.at) continue;
        expect(Math.min(a.to, b.to) - Math.max(a.from, b.from)).toBeLessThanOrEqual(0);
      }
    }
  });

  it("keep to lanes of 12 where channels are wide, but for the few that would lie on a level run", () => {
    const wide = sketchFrom(seed, 120, 300, { x: 720, y: 320 });
    const uprights = runsOf(wide, routed(wide)).filter(({ upright }) => upright);
    const between = uprights.filter(({ at }) => at % 12 !== 0);
    expect(between.length / uprights.length).toBeLessThan(0.05);
  });

  it("pass under no node", () => {
    const under = runs.filter(({ upright, at, from, to }) => {
      const span = upright
        ? { x: at - 0.5, y: from, width: 1, height: to - from }
        : { x: from, y: at - 0.5, width: to - from, height: 1 };
      return made.boxes.some((box) => overlaps(box, span));
    });
    expect(under).toEqual([]);
  });

  it("are the same for the same graph", () => {
    expect(routed(made)).toEqual(lines);
  });
});
