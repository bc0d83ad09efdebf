// Nothing is lost: a reload, closing and reopening, a project taken away as a zip and opened elsewhere, undo.

import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

test("a reload brings back documents, positions, folder and panels", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.execute("graph.rename", { name: "edges", to: "outlines" });
  await workbench.execute("grants.give-all");
  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  await page.getByRole("button", { name: "Use the dark theme" }).click();
  await workbench.idle();
  const before = await workbench.snapshot();
  await page.reload();
  await workbench.idle();
  const after = await workbench.snapshot();
  expect(after.composition).toEqual(before.composition);
  expect(after.documents.map(({ title }) => title)).toEqual(["greeting-app", "image-pipeline"]);
  expect(after.folder).toEqual(before.folder);
  expect(after.folder.map(({ path }) => path)).toContain("output.png");
  expect(after.library.every(({ isRead }) => isRead)).toBe(true);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a reload brings back what stood in the forms of the run panel", async ({ page }) => {
  const workbench = await Workbench.open(page);
  const recipient = page.getByRole("tabpanel", { name: "Run" }).getByRole("textbox").first();
  await recipient.fill("Grace");
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await page.getByRole("textbox", { name: "Arguments" }).fill("input.png 'my drawing.png'");
  await page.getByRole("button", { name: "Run options" }).click();
  await page.getByRole("switch", { name: "Restart on change" }).click();
  await page.keyboard.press("Escape");
  await workbench.idle();
  const { inputs } = await workbench.snapshot();
  await page.reload();
  await workbench.idle();
  expect((await workbench.snapshot()).inputs).toEqual(inputs);
  await expect(page.getByRole("textbox", { name: "Arguments" })).toHaveValue("input.png 'my drawing.png'");
  await page.getByRole("navigation", { name: "Compositions" }).getByText("greeting-app").click();
  await workbench.idle();
  await expect(recipient).toHaveValue("Grace");
});

test("a project that was taken away as a zip opens as it was, in a browser that has never seen it", async ({
  page,
  browser,
}) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.execute("graph.rename", { name: "edges", to: "outlines" });
  const { composition, folder } = await workbench.snapshot();
  const { path, name } = await workbench.downloadBy(() => workbench.execute("export.project"));
  expect(name).toBe("image-pipeline.zip");

  const context = await browser.newContext();
  const elsewhere = await Workbench.openEmpty(await context.newPage());
  await elsewhere.dropFiles(elsewhere.page.getByRole("main"), [path]);
  const opened = await elsewhere.snapshot();
  expect(opened.composition).toEqual({ ...composition, grants: {} });
  expect(opened.folder).toEqual(folder);
  expect(opened.problems).toEqual([]);
  await context.close();
});

test("every step can be undone and done again", async ({ page }) => {
  const workbench = await Workbench.open(page);
  const initial = (await workbench.snapshot()).composition;
  await workbench.node("style").click();
  await page.keyboard.press("Delete");
  await workbench.idle();
  const deleted = (await workbench.snapshot()).composition!;
  expect(deleted.instances.map(({ name }) => name)).toEqual(["phrases", "greeter"]);
  expect(deleted.wires).toHaveLength(1);
  await page.keyboard.press("Control+z");
  await workbench.idle();
  expect((await workbench.snapshot()).composition).toEqual(initial);
  await page.keyboard.press("Control+Shift+z");
  await workbench.idle();
  expect((await workbench.snapshot()).composition).toEqual(deleted);
});

test("a closed composition stays in the browser and can be opened again", async ({ page }) => {
  const workbench = await Workbench.open(page);
  const { composition } = await workbench.snapshot();
  await workbench.execute("document.close");
  await workbench.execute("document.open");
  await page.getByRole("button", { name: /^hello:greeting-app@1\.0\.0/ }).click();
  await workbench.idle();
  expect((await workbench.snapshot()).composition).toEqual(composition);
});
