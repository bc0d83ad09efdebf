import { expect, it } from "vitest";
import { graphFromText } from "../../tests/graph-from-text.ts";
import { fittingWires } from "./fitting-wires.ts";

/** The wires that are found once `cut` of those that the drawing shows are taken away: `log.log -> app.log`. */
function found(drawing: string, cut: readonly string[]): readonly string[] {
  const { composition, componentOf } = graphFromText(drawing);
  const text = (wire: (typeof composition.wires)[number]): string =>
    `${wire.provider}.${wire.export} -> ${wire.consumer}.${wire.import}`;
  const wires = composition.wires.filter((wire) => !cut.includes(text(wire)));
  return fittingWires({ ...composition, wires }, componentOf).map(text);
}

it.each([
  ["finds the one export of the same name", "log.log -> app.log", ["log.log -> app.log"], ["log.log -> app.log"]],
  ["finds nothing where all is wired", "log.log -> app.log", [], []],
  ["leaves a choice to the person", "a.log -> app.log, b.log -> other.x", ["a.log -> app.log"], []],
  ["passes over another name", "log.out -> app.in", ["log.out -> app.in"], []],
  ["closes no circle with a wire", "a.x -> b.x, b.y -> a.y", ["b.y -> a.y"], []],
  ["closes no circle with itself", "a.x -> b.x, b.y -> a.y", ["a.x -> b.x", "b.y -> a.y"], ["b.y -> a.y"]],
])("%s", (_, drawing, cut, expected) => {
  expect(found(drawing, cut)).toEqual(expected);
});

it("finds what the composition leaves to the host on purpose no provider", () => {
  const { composition, componentOf } = graphFromText("log.log -> app.log");
  expect(fittingWires({ ...composition, wires: [], worldImports: ["log"] }, componentOf)).toEqual([]);
});
