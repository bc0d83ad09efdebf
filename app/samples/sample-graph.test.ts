import { describe, expect, it } from "vitest";
import { sampleGraph } from "./sample-graph.ts";

const drawn = (wac: string): string[] => {
  const { nodes, wires } = sampleGraph(wac);
  return [nodes.join(" "), ...wires.map(({ from, to }) => `${from} → ${to}`)];
};

describe("sampleGraph", () => {
  it("draws what is wired, and neither the host's part nor exports", () => {
    const wac = `package a:b;
      let store = new s:store { ... };
      let desk = new s:desk { "s:store/api@1.0.0": store["s:store/api@1.0.0"], ... };
      export desk...;`;
    expect(drawn(wac)).toEqual(["store desk", "store → desk"]);
  });
  it("gives an interface one colour in every version", () => {
    const wire = (version: string) => `let x = new a:x { "i:f/g@${version}": y["i:f/g@${version}"] };`;
    const [older, newer] = ["1.0.0", "2.1.0"].map((version) => sampleGraph(`package a:b; ${wire(version)}`).wires[0]!.colour);
    expect(older).toBe(newer);
  });
  it("draws nothing of what it can't read", () => expect(drawn("let let")).toEqual([""]));
});
