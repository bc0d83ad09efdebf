// Which exports go to which imports, drawn; what comes of it as a component is tested with the command.

import { describe, expect, it } from "vitest";
import { graphFromText } from "../../tests/graph-from-text.ts";
import { type Plug, plug } from "./plug.ts";

/** The parts of a drawing: `a.x -> b.x` says that `a` exports x and `b` imports it. */
function parts(drawing: string): (name: string) => Plug {
  const { composition, componentOf } = graphFromText(drawing);
  return (name) => {
    const reference = composition.components.get(`test:${name}`)!;
    return { ...reference, component: componentOf(reference.key)! };
  };
}

function plugged(drawing: string, names: readonly string[], transitive = false): readonly string[] {
  const of = parts(drawing);
  const { composition, findings } = plug(of("socket"), names.map(of), { transitive });
  return [
    ...composition.wires.map((wire) => `${wire.provider}.${wire.export} -> ${wire.consumer}.${wire.import}`),
    ...findings.map(({ kind }) => kind),
  ];
}

describe("plug", () => {
  it("gives each import the export of its name", () => {
    expect(plugged("a.x -> socket.x, b.y -> socket.y", ["a", "b"])).toEqual(["a.x -> socket.x", "b.y -> socket.y"]);
  });

  it("leaves what a plug needs to the host", () => {
    expect(plugged("a.x -> socket.x, b.y -> a.y", ["a", "b"])).toEqual(["a.x -> socket.x", "plug-unused"]);
  });

  it("plugs plugs, at any distance, when it is transitive", () => {
    const drawing = "a.x -> socket.x, b.y -> a.y, c.z -> b.z";
    expect(plugged(drawing, ["c", "b", "a"], true)).toEqual(["a.x -> socket.x", "b.y -> a.y", "c.z -> b.z"]);
  });

  it("shares a plug that two need", () => {
    const drawing = "a.x -> socket.x, b.y -> socket.y, c.z -> a.z, c.z -> b.z";
    expect(plugged(drawing, ["a", "b", "c"], true)).toEqual([
      "a.x -> socket.x",
      "b.y -> socket.y",
      "c.z -> a.z",
      "c.z -> b.z",
    ]);
  });

  it("never closes a circle: that import stays open", () => {
    const drawing = "a.x -> socket.x, b.y -> a.y, a.x -> b.x";
    expect(plugged(drawing, ["a", "b"], true)).toEqual(["a.x -> socket.x", "b.y -> a.y"]);
  });

  it("a component is no plug for itself", () => {
    expect(plugged("a.x -> socket.x, a.x -> a.x", ["a"], true)).toEqual(["a.x -> socket.x"]);
  });

  it("exports all that the socket exports, and instantiates providers first", () => {
    const of = parts("a.x -> socket.x, b.y -> a.y, socket.run -> other.run, socket.stop -> other.stop");
    const { composition } = plug(of("socket"), [of("a"), of("b")], { transitive: true });
    expect(composition.exports.map(({ name }) => name)).toEqual(["run", "stop"]);
    expect(composition.instances.map(({ name }) => name)).toEqual(["b", "a", "socket"]);
  });

  it("two plugs for one import are told with both their names", () => {
    const of = parts("a.x -> socket.x, b.x -> socket.x");
    const { findings } = plug(of("socket"), [of("a"), of("b")], { transitive: false });
    expect(findings).toContainEqual({ kind: "plugged-twice", import: "x", plugs: ["test:a", "test:b"] });
  });

  it("names what has the shape but not the name", () => {
    const of = parts("other.x -> socket.x, a.y -> other.y");
    const { findings } = plug(of("socket"), [of("a")], { transitive: false });
    expect(findings).toEqual([
      { kind: "nothing-to-plug", socket: "test:socket" },
      { kind: "import-not-plugged", import: "x", offer: { plug: "test:a", export: "y" }, mismatch: null },
    ]);
  });
});
