import { expect, it } from "vitest";

import { graphFromText, measureLetters } from "../scene/scene.fixtures.ts";
import { buildScene } from "../scene/scene.ts";
import { Mounting } from "./mounting.ts";

const SIZE = { width: 1200, height: 800 };
const CHAIN = Array.from({ length: 30 }, (_, i) => `n${i}.o -> n${i + 1}.i`).join(", ");
const SCENE = buildScene(graphFromText(CHAIN), measureLetters, null);

/** Steps until nothing is left; how many nodes came in each step. */
function steps(mounting: Mounting): number[] {
  const counts: number[] = [];
  while (mounting.isBehind) {
    const before = mounting.current().nodes.length;
    counts.push(Math.abs(mounting.step(false).nodes.length - before));
  }
  return counts;
}

it("mounts a few nodes a frame, those in the middle first", () => {
  const mounting = new Mounting();
  mounting.follow(SCENE, { x: -1500, y: 0, zoom: 0.5 }, SIZE, "names", undefined);
  const first = mounting.step(false).nodes.map(({ index }) => index);
  expect(first.every((index) => Math.abs(index - 13.5) < 3)).toBe(true);
  expect(Math.max(...steps(mounting))).toBeLessThanOrEqual(2);
  expect(mounting.isShown(13, "names")).toBe(true);
  expect(mounting.isShown(30, "names")).toBe(false);
});

it("leaves texts out where only titles show and brings them later", () => {
  const mounting = new Mounting();
  mounting.follow(SCENE, { x: 0, y: 0, zoom: 0.45 }, SIZE, "titles", undefined);
  expect(mounting.step(true).nodes.some(({ whole }) => whole)).toBe(false);
  mounting.follow(SCENE, { x: 0, y: 0, zoom: 0.6 }, SIZE, "names", undefined);
  expect(mounting.isBehind).toBe(true);
  mounting.step(true);
  expect(mounting.step(true).nodes.every(({ whole }) => whole)).toBe(true);
});

it("takes all away where the canvas draws boxes, but not the focused one", () => {
  const mounting = new Mounting();
  mounting.follow(SCENE, { x: 0, y: 0, zoom: 1 }, SIZE, "full", 2);
  mounting.step(true);
  mounting.follow(SCENE, { x: 0, y: 0, zoom: 0.2 }, SIZE, "boxes", 2);
  steps(mounting);
  expect(mounting.current().nodes.map(({ index }) => index)).toEqual([]);
  expect(mounting.isShown(2, "boxes")).toBe(false);
});

it("finds the same nodes again in another scene", () => {
  const mounting = new Mounting();
  mounting.follow(SCENE, { x: 0, y: 0, zoom: 1 }, SIZE, "full", undefined);
  const before = mounting.step(true).nodes.map(({ index }) => index);
  const without = buildScene({ ...SCENE.model, nodes: SCENE.model.nodes.slice(1) }, measureLetters, SCENE);
  mounting.follow(without, { x: 0, y: 0, zoom: 1 }, SIZE, "full", undefined);
  const after = mounting.current().nodes.map(({ index }) => index);
  expect(after).toEqual(before.slice(1).map((index) => index - 1));
});
