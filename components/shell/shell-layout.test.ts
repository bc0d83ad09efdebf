import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  arrangeShell,
  BARS_HEIGHT,
  DEFAULT_LAYOUT,
  resizeBottom,
  type ShellLayout,
  toggleInspector,
  toggleLibrary,
} from "./shell-layout.ts";

const LARGE = { width: 1920, height: 1080 };
const LAPTOP = { width: 1280, height: 800 };
/** 1280 × 800 at 200 % zoom. */
const ZOOMED = { width: 640, height: 400 };

const drawn = (page: typeof LARGE, layout: ShellLayout = DEFAULT_LAYOUT, hasInspector = true) => {
  const { library, inspector, inspectorWidth, bottomHeight } = arrangeShell(page, layout, hasInspector);
  return `${library} | ${inspector} ${inspectorWidth} | ${bottomHeight}`;
};

describe("arrangeShell", () => {
  it("docks everything on a large page", () => expect(drawn(LARGE)).toBe("docked | docked 320 | 264"));

  it("leaves a rail beside an inspector on a laptop", () => expect(drawn(LAPTOP)).toBe("rail | docked 284 | 206"));

  it("docks the library on a laptop while there is no inspector", () =>
    expect(drawn(LAPTOP, DEFAULT_LAYOUT, false)).toBe("docked | hidden 284 | 206"));

  it("hides the inspector and shrinks the bottom at 200 % zoom", () =>
    expect(drawn(ZOOMED)).toBe("rail | hidden 240 | 206"));

  it("opens both as overlays at 200 % zoom", () => {
    const layout = { ...DEFAULT_LAYOUT, libraryOverlay: true, inspectorOverlay: true };
    expect(drawn(ZOOMED, layout)).toBe("overlay | overlay 240 | 206");
  });

  it("keeps a bar of 33 of a closed bottom panel", () =>
    expect(drawn(LARGE, { ...DEFAULT_LAYOUT, bottom: "closed" })).toBe("docked | docked 320 | 33"));

  it("always leaves the centre some room", () => {
    const size = fc.integer({ min: 320, max: 4000 });
    const wish = fc.option(fc.integer({ min: -100, max: 5000 }));
    fc.assert(
      fc.property(size, size, wish, wish, (width, height, inspectorWidth, bottomHeight) => {
        const layout = { ...DEFAULT_LAYOUT, inspectorWidth, bottomHeight };
        const arrangement = arrangeShell({ width, height }, layout, true);
        expect(height - BARS_HEIGHT - arrangement.bottomHeight).toBeGreaterThanOrEqual(120);
        if (arrangement.inspector === "docked") {
          expect(width - 44 - arrangement.inspectorWidth).toBeGreaterThanOrEqual(400);
        }
      }),
      { seed: 3 },
    );
  });
});

describe("resizeBottom", () => {
  it("takes a height", () => expect(drawn(LARGE, resizeBottom(DEFAULT_LAYOUT, 300))).toContain("| 300"));
  it("remembers the height of a panel dragged shut", () => {
    const shut = resizeBottom({ ...DEFAULT_LAYOUT, bottomHeight: 300 }, 33);
    expect(drawn(LARGE, shut)).toContain("| 33");
    expect(drawn(LARGE, { ...shut, bottom: "open" })).toContain("| 300");
  });
});

describe("toggles", () => {
  it("collapses and docks the library where there is room", () => {
    const collapsed = toggleLibrary(LARGE, DEFAULT_LAYOUT, true);
    expect(drawn(LARGE, collapsed)).toContain("rail");
    expect(toggleLibrary(LARGE, collapsed, true)).toEqual(DEFAULT_LAYOUT);
  });

  it("opens the library over a page without room, and keeps the wish", () => {
    const over = toggleLibrary(LAPTOP, DEFAULT_LAYOUT, true);
    expect(drawn(LAPTOP, over)).toContain("overlay");
    expect(toggleLibrary(LAPTOP, over, true)).toEqual(DEFAULT_LAYOUT);
  });

  it("does the same for the inspector", () => {
    expect(drawn(LARGE, toggleInspector(LARGE, DEFAULT_LAYOUT))).toContain("hidden");
    const over = toggleInspector(ZOOMED, DEFAULT_LAYOUT);
    expect(drawn(ZOOMED, over)).toContain("overlay 240");
    expect(toggleInspector(ZOOMED, over)).toEqual(DEFAULT_LAYOUT);
  });
});
