// Building a graph by hand: from the library, from a wire let go in space, and by keyboard.

import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

/** Wide enough for the library to stand open beside the canvas. */
test.use({ viewport: { width: 1600, height: 900 } });

const FILTER = "pixel:image/filter@1.0.0";

test("a library component dragged onto the canvas becomes an instance there", async ({ page }) => {
  const workbench = await Workbench.open(page);
  const row = page.getByRole("treeitem", { name: "AssemblyScript style" });
  await row.dragTo(workbench.canvas(), { targetPosition: { x: 420, y: 300 } });
  await workbench.idle();
  const { composition } = await workbench.snapshot();
  expect(composition!.instances.map(({ name }) => name)).toEqual(["phrases", "style", "greeter", "style2"]);
  const box = (await workbench.node("style2").boundingBox())!;
  const canvas = (await workbench.canvas().boundingBox())!;
  expect(Math.abs(box.x - canvas.x - 420)).toBeLessThan(box.width);
  expect(Math.abs(box.y - canvas.y - 300)).toBeLessThan(box.height);
});

test("a wire let go in space offers what fits, and the choice is added and wired in one step", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.execute("graph.disconnect", { consumer: "pipeline", import: "second" });
  const before = (await workbench.snapshot()).composition!;

  await workbench.startDrag(workbench.port("pipeline", "import", "second"), workbench.canvas());
  await workbench.letGoAt({ x: 190, y: 300 });
  const offered = page.getByRole("dialog", { name: /pipeline needs/ });
  await expect(offered.getByRole("option", { name: /posterize/ })).toHaveCount(0);
  await offered.getByRole("option", { name: /soften/ }).click();
  await workbench.idle();

  const after = (await workbench.snapshot()).composition!;
  expect(after.instances.map(({ name }) => name)).toContain("soften");
  expect(after.wires).toContainEqual({ consumer: "pipeline", import: "second", provider: "soften", export: FILTER });
  await workbench.execute("edit.undo");
  expect((await workbench.snapshot()).composition).toEqual(before);
});

test("components that fit each other are wired and arranged with one press", async ({ page }) => {
  const workbench = await Workbench.openEmpty(page);
  const deps = "public/samples/greeting/deps/hello";
  const files = ["greeter", "style", "phrases"].map((name) => `${deps}/${name}/1.0.0.wasm`);
  await workbench.dropFiles(page.getByRole("main"), files);
  await page.getByRole("button", { name: "Wire them" }).click();
  await workbench.idle();
  const { composition, problems } = await workbench.snapshot();
  expect(composition!.wires.map(({ consumer, provider }) => `${provider} -> ${consumer}`).toSorted()).toEqual([
    "phrases -> greeter",
    "style -> greeter",
  ]);
  expect(problems).toEqual([]);
  const { phrases, style, greeter } = composition!.positions;
  expect(greeter!.x).toBeGreaterThan(Math.max(phrases!.x, style!.x));
});

test("keys duplicate, rename, tidy, delete and bring back", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.node("style").click();
  await page.keyboard.press("ControlOrMeta+D");
  await workbench.idle();
  expect(await names(workbench)).toEqual(["phrases", "style", "greeter", "style2"]);

  await page.keyboard.press("F2");
  await page.keyboard.type("mood");
  await page.keyboard.press("Enter");
  await workbench.idle();
  expect(await names(workbench)).toEqual(["phrases", "style", "greeter", "mood"]);

  await workbench.node("mood").click();
  await page.keyboard.press("Shift+T");
  await workbench.idle();
  const boxes = await Promise.all((await names(workbench)).map((name) => workbench.node(name).boundingBox()));
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) expect(overlap(a!, b!)).toBe(false);
  }

  await page.keyboard.press("Delete");
  await workbench.idle();
  expect(await names(workbench)).toEqual(["phrases", "style", "greeter"]);
  await page.keyboard.press("ControlOrMeta+Z");
  await workbench.idle();
  expect(await names(workbench)).toEqual(["phrases", "style", "greeter", "mood"]);
});

async function names(workbench: Workbench): Promise<readonly string[]> {
  return (await workbench.snapshot()).composition!.instances.map(({ name }) => name);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
