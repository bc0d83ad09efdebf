// A flood of output: all lines are kept and can be scrolled through, and the page goes on reacting meanwhile.

import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

const LINES = 100_000;

test("a hundred thousand lines stay in the console, and the page reacts while they come", async ({ page }, info) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/flood.wat"]);
  await workbench.execute("grants.give-all");
  await page.evaluate(watchFrames);
  await page.getByRole("main").press("Control+Enter");
  // What a person does meanwhile is done: the theme changes back and forth.
  await page.getByRole("button", { name: "Use the dark theme" }).click();
  await page.getByRole("button", { name: "Use the light theme" }).click();
  await workbench.idle();
  const frames = await page.evaluate(() => globalThis.frameMs);
  const worst = Math.max(...frames).toFixed(0);
  info.annotations.push({ type: "frames", description: `${frames.length}, the longest ${worst} ms` });

  // Counted in the page: a hundred thousand lines take long to bring here.
  const { endings, printed, wrong } = await page.evaluate(async () => {
    const { console: lines, runs } = await window.__witloom.snapshot();
    const texts = lines.filter(({ stream }) => stream === "stdout").map(({ text }) => text);
    const misplaced = texts.findIndex((text, i) => text !== `line ${String(i).padStart(6, "0")}`);
    return { endings: runs.map(({ ending }) => ending), printed: texts.length, wrong: texts[misplaced] ?? null };
  });
  expect({ endings, printed, wrong }).toEqual({
    endings: [{ kind: "exited", code: 0 }],
    printed: LINES,
    wrong: null,
  });

  await page.getByRole("tab", { name: "Console" }).click();
  const output = page.getByRole("region", { name: "Console output" });
  await expect(output.getByText("line 099999")).toBeVisible();
  await output.evaluate((element) => element.scrollTo({ top: 0 }));
  await expect(output.getByText("line 000000")).toBeVisible();
  await output.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  await expect(output.getByText(/^line 0(49|50)/).first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Search the console" }).fill("line 012345");
  await expect(output.getByText("line 012345")).toBeVisible();
});

declare global {
  var frameMs: number[];
}

/** Collects how long each frame of the page takes from now on, in milliseconds. */
function watchFrames(): void {
  globalThis.frameMs = [];
  let last = performance.now();
  const frame = (now: number): void => {
    globalThis.frameMs.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
