// A command that reads and writes files: dropped in, run, and compared byte for byte with what Wasmtime made.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

const SAMPLE = "public/samples/image-pipeline";

test("the image pipeline writes what Wasmtime writes, byte for byte", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await page.getByRole("textbox", { name: "Arguments" }).fill("input.png drawing.png");
  await page.getByRole("button", { name: "Give all" }).click();
  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  const { console: lines, calls } = await workbench.snapshot();
  expect(calls[0]?.outcome).toEqual({ kind: "returned", value: "Exited with status 0" });
  expect(lines.map(({ text }) => text)).toContain("wrote drawing.png: 9918 bytes");
  await expect(page.getByText("wrote drawing.png: 9918 bytes")).toBeVisible();

  await page.getByRole("tab", { name: "Files" }).click();
  const download = page.getByRole("button", { name: "Download drawing.png" });
  const { path, name } = await workbench.downloadBy(() => download.click());
  expect(name).toBe("drawing.png");
  expect(readFileSync(path)).toEqual(readFileSync(`${SAMPLE}/expected/drawing.png`));
});

test("exchanging a filter keeps the wires and changes the picture", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.node("grayscale").click();
  await workbench.execute("graph.replace");
  await page.getByRole("option", { name: /soften/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Replace" }).click();
  await workbench.idle();
  const { composition, problems } = await workbench.snapshot();
  expect(problems).toEqual([]);
  expect(composition!.instances.map(({ component }) => component)).toContain("pixel:soften@1.0.0");
  expect(composition!.wires).toHaveLength(3);
  await workbench.execute("grants.give-all");
  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  expect((await workbench.snapshot()).console.map(({ text }) => text)).toContain("applied soften");
});

test("the incompatible filter is refused with the difference", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.execute("graph.add-instance", { component: "pixel:posterize@1.0.0", x: 0, y: 420 });
  await workbench.execute("view.fit");
  const before = (await workbench.snapshot()).composition!.wires;
  const offered = workbench.node("posterize").locator("[data-side=export]").first();
  await workbench.startDrag(offered, workbench.node("pipeline").locator("[data-side=import]").nth(1));
  await expect(page.getByText("Does not fit pipeline’s import")).toBeVisible();
  await page.mouse.up();
  await workbench.idle();
  expect((await workbench.snapshot()).composition!.wires).toEqual(before);
});
