import { describe, expect, it } from "vitest";

import { BoxIndex } from "./box-index.ts";
import { mountWindow, nodesToMount } from "./culling.ts";
import { overlaps } from "./rect.ts";
import { randomFrom, sketchFrom } from "./router.fixtures.ts";
import { visibleRect } from "./view.ts";

const SIZE = { width: 1440, height: 900 };

describe.each([8, 800])("mounting at random views, seed %i", (seed) => {
  const { boxes } = sketchFrom(seed, 300, 0, { x: 400, y: 300 });
  const index = new BoxIndex(boxes);
  const random = randomFrom(seed);

  it("leaves out no node that can be seen", () => {
    for (let i = 0; i < 100; i++) {
      const view = { x: -random() * 6000, y: -random() * 5000, zoom: 0.4 + random() * 1.6 };
      const mounted = new Set(nodesToMount(index, mountWindow(view, SIZE), []));
      const seen = visibleRect(view, SIZE);
      boxes.forEach((box, node) => {
        if (overlaps(box, seen)) expect(mounted).toContain(node);
      });
    }
  });

  it("asks for the same window while panning by less than a step", () => {
    const view = { x: -1000, y: -1000, zoom: 1 };
    expect(mountWindow({ ...view, x: -1001 }, SIZE)).toEqual(mountWindow(view, SIZE));
  });
});

it("mounts nothing where the canvas draws boxes", () => {
  expect(mountWindow({ x: 0, y: 0, zoom: 0.39 }, SIZE)).toBeNull();
  expect(nodesToMount(new BoxIndex([]), null, [3])).toEqual([]);
});

it("keeps what has the focus", () => {
  const index = new BoxIndex([{ x: 9000, y: 0, width: 200, height: 100 }]);
  expect(nodesToMount(index, mountWindow({ x: 0, y: 0, zoom: 1 }, SIZE), [0])).toEqual([0]);
});
