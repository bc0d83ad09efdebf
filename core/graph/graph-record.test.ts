import { describe, expect, it } from "vitest";
import { graphFromText } from "../../tests/graph-from-text.ts";
import { drawDot } from "./draw-dot.ts";
import { type Graph, graphOf } from "./graph.ts";
import { graphRecord } from "./graph-record.ts";

describe("a graph as records", () => {
  const { composition, componentOf } = graphFromText("a.log -> b.log");
  const drawn = graphOf(composition, componentOf);
  const graph: Graph = {
    ...drawn,
    imports: [{ name: 'the "host"', extern: drawn.instances[0]!.component.type.exports.get("log")! }],
    exports: [{ name: "out", item: { kind: "export", of: { kind: "instance", instance: "a" }, name: "log" } }],
    definitions: [{ name: "t", type: { kind: "named", name: "t", of: { kind: "enum", labels: ["x"] } } }],
  };

  it("has one alias for what is taken twice", () => {
    const { nodes, edges } = graphRecord(graph);
    expect(nodes.map(({ kind, name, type, exports }) => [kind, name, type, exports])).toEqual([
      ["definition", "t", "enum", ["t"]],
      ["import", 'the "host"', "function", []],
      ["instance", "a", "instance", []],
      ["instance", "b", "instance", []],
      ["alias", "log", "function", ["out"]],
    ]);
    expect(edges).toEqual([
      { kind: "alias", from: 2, to: 4, name: "log" },
      { kind: "argument", from: 4, to: 3, name: "log" },
    ]);
  });

  it("draws as DOT, with quotes escaped", () => {
    expect(drawDot(graphRecord(graph))).toBe(
      `digraph {
    0 [ label = "type definition \\"t\\""; kind = "enum"; export = "t"]
    1 [ label = "import \\"the \\\\"host\\\\"\\""; kind = "function"]
    2 [ label = "instantiation of package \\"test:a\\""; kind = "instance"]
    3 [ label = "instantiation of package \\"test:b\\""; kind = "instance"]
    4 [ label = "alias of export \\"log\\""; kind = "function"; export = "out"]
    2 -> 4 [ label = "alias export \\"log\\""]
    4 -> 3 [ label = "argument to \\"log\\""]
}
`.replaceAll('\\\\"', '\\"'),
    );
  });
});
