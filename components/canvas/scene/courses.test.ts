import { describe, expect, it } from "vitest";

import { randomFrom } from "../geometry/router.fixtures.ts";
import { Courses } from "./courses.ts";
import { graphFromText, measureLetters } from "./scene.fixtures.ts";
import { type Scene, buildScene, portPoint } from "./scene.ts";

const TEXT = "a.log -> b.log, a.log -> c.log, b.out -> c.in, world -> a.http, c.all -> world";

function settled(text: string): { scene: Scene; courses: Courses } {
  const scene = buildScene(graphFromText(text), measureLetters, null);
  const courses = new Courses(scene, measureLetters, null);
  courses.step(Infinity);
  return { scene, courses };
}

function linesOf(scene: Scene, courses: Courses): unknown[] {
  return [...scene.wires, ...scene.links].map((_, number) => courses.line(number));
}

describe("courses of a scene", () => {
  it("are the same in one step and in many", () => {
    const scene = buildScene(graphFromText(TEXT), measureLetters, null);
    const stepped = new Courses(scene, measureLetters, null);
    while (stepped.busy) stepped.step(0);
    const once = settled(TEXT);
    expect(linesOf(scene, stepped)).toEqual(linesOf(once.scene, once.courses));
  });

  it("are taken over where nothing has moved", () => {
    const { scene, courses } = settled(TEXT);
    const same = buildScene({ ...scene.model }, measureLetters, scene);
    const next = new Courses(same, measureLetters, courses);
    expect(next.busy).toBe(false);
    expect(linesOf(same, next)).toEqual(linesOf(scene, courses));
    expect(next.index.near({ x: portPoint(scene, scene.wires[0]!.source).x + 2, y: 56 }, 4)).toContain(0);
  });

  it("show as they were while new ones are found", () => {
    const { scene, courses } = settled(TEXT);
    const nodes = scene.model.nodes.map((node) => (node.id === "c" ? { ...node, position: { x: 600, y: 200 } } : node));
    const moved = buildScene({ ...scene.model, nodes }, measureLetters, scene);
    const next = new Courses(moved, measureLetters, courses);
    expect(next.busy).toBe(true);
    expect(next.line(0)).toEqual(courses.line(0));
    expect(next.line(1)).toBeUndefined();
    next.step(Infinity);
    expect(next.line(1)?.slice(-2)).toEqual(Object.values(portPoint(moved, moved.wires[1]!.target)));
  });

  it("label one wire of a port, the one with the most room", () => {
    const { scene, courses } = settled("a.log -> b.log, a.log -> c.log");
    expect(scene.wires.filter((_, number) => courses.marks(number).label !== null)).toHaveLength(1);
  });
});

describe.each([4, 44])("wires of nodes that move, seed %i", (seed) => {
  const random = randomFrom(seed);

  it("end at their ports in every frame and come back as they were", () => {
    const { scene, courses } = settled(TEXT);
    const before = linesOf(scene, courses);
    const moving = new Set([1, 2]);
    const start = [...moving].map((node) => scene.boxes.rect(node));
    courses.lift(moving);
    for (let frame = 0; frame < 20; frame++) {
      const last = frame === 19;
      const [dx, dy] = last ? [0, 0] : [Math.round(random() * 40) * 4, Math.round(random() * 40) * 4];
      [...moving].forEach((node, i) => scene.boxes.move(node, { x: start[i]!.x + dx, y: start[i]!.y + dy }));
      courses.replan(dx, dy);
      scene.wires.forEach(({ source, target }, number) => {
        const line = courses.line(number)!;
        expect(line.slice(0, 2)).toEqual(Object.values(portPoint(scene, source)));
        expect(line.slice(-2)).toEqual(Object.values(portPoint(scene, target)));
      });
    }
    const after = new Courses(buildScene({ ...scene.model }, measureLetters, scene), measureLetters, courses);
    after.step(Infinity);
    expect(linesOf(scene, after)).toEqual(before);
  });
});
