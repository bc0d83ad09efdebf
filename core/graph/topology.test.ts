import { describe, expect, it } from "vitest";
import { graphFromText } from "../../tests/graph-from-text.ts";
import { diagnose } from "./diagnose.ts";
import { graphOf } from "./graph.ts";
import { topologyOf } from "./topology.ts";

function topology(drawing: string): ReturnType<typeof topologyOf> {
  const { composition, componentOf } = graphFromText(drawing);
  return topologyOf(graphOf(composition, componentOf));
}

describe("topologyOf", () => {
  it("puts providers before their consumers", () => {
    expect(topology("a.x -> b.x, c.y -> a.y").order).toEqual(["c", "a", "b"]);
  });

  it("names the instances of a cycle, each consuming from the next", () => {
    expect(topology("a.log -> b.log, b.out -> a.in")).toEqual({ order: [], cycles: [["a", "b"]] });
  });

  it("leaves out what stands behind a cycle, and keeps the rest", () => {
    expect(topology("a.x -> b.x, b.y -> a.y, b.z -> c.z, d")).toEqual({ order: ["d"], cycles: [["a", "b"]] });
  });

  it("takes an instance that consumes from itself for a cycle", () => {
    expect(topology("a.x -> a.y").cycles).toEqual([["a"]]);
  });

  it("orders a chain of 20,000 instances", () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => `n${i}.x -> n${i + 1}.x`).join("\n");
    expect(topology(chain).order).toHaveLength(20_001);
  });
});

describe("diagnose", () => {
  const kinds = (drawing: string): string[] => {
    const { composition, componentOf } = graphFromText(drawing);
    return diagnose(composition, componentOf).problems.map(({ kind }) => kind);
  };

  it("finds nothing wrong where everything is wired", () => {
    expect(kinds("a.log -> b.log")).toEqual([]);
  });

  it("reports a cycle once", () => {
    expect(kinds("a.log -> b.log, b.out -> a.in")).toEqual(["cycle"]);
  });

  it("reports an import that nothing satisfies, and one that two instances could", () => {
    const { composition, componentOf } = graphFromText("a.log -> b.log, c.log -> d.other");
    const open = { ...composition, wires: composition.wires.filter(({ consumer }) => consumer !== "b") };
    expect(diagnose(open, componentOf).problems).toEqual([
      {
        kind: "ambiguous-import",
        instance: "b",
        import: "log",
        candidates: [
          { instance: "a", export: "log" },
          { instance: "c", export: "log" },
        ],
      },
    ]);
  });

  it("accepts an import that is left to the host on purpose", () => {
    const { composition, componentOf } = graphFromText("a.log -> b.log");
    const open = { ...composition, wires: [], worldImports: ["log"] };
    expect(diagnose(open, componentOf).problems).toEqual([]);
  });

  it("names a component whose bytes are missing", () => {
    const { composition } = graphFromText("a.log -> b.log");
    expect(diagnose(composition, () => undefined).problems).toEqual([
      { kind: "missing-component", instance: "a", component: "test:a" },
      { kind: "missing-component", instance: "b", component: "test:b" },
    ]);
  });
});
