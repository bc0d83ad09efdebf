// Rights: nothing is given that wasn't granted, a refusal says so, and one press grants the least that would do.

import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

const GIVEN = ["arguments", "environment", "stdin", "stdout", "stderr", "clocks"];

test("the image pipeline is refused its folder, says so, is granted it with one press and works", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  const refused = await workbench.snapshot();
  expect(refused.calls[0]?.outcome).toEqual({ kind: "returned", value: "Exited with status 1" });
  expect(refused.refusals).toEqual([{ instance: "pipeline", attempts: 1, grants: ["read-folder", "write-folder"] }]);
  expect(refused.folder.map(({ path }) => path)).not.toContain("output.png");
  await expect(workbench.node("pipeline").getByText("1 refused")).toBeVisible();

  await page.getByRole("button", { name: "Grant and run again" }).click();
  await workbench.idle();
  const granted = await workbench.snapshot();
  expect(granted.calls[0]?.outcome).toEqual({ kind: "returned", value: "Exited with status 0" });
  expect(granted.refusals).toEqual([]);
  expect(granted.folder.map(({ path }) => path)).toContain("output.png");

  await workbench.execute("edit.undo");
  expect((await workbench.snapshot()).composition!.grants).toEqual({ pipeline: GIVEN });
});

test("grants are switches in the inspector; a folder that may only be read is not written", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.node("pipeline").click();
  await page.getByRole("switch", { name: "Read the folder" }).click();
  await page.getByRole("switch", { name: "Clocks" }).click();
  await workbench.idle();
  expect((await workbench.snapshot()).composition!.grants).toEqual({
    pipeline: ["arguments", "environment", "stdin", "stdout", "stderr", "read-folder"],
  });
  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  const { console: lines, folder, refusals } = await workbench.snapshot();
  expect(lines.map(({ text }) => text)).toContain("read input.png: 9459 bytes");
  expect(folder.map(({ path }) => path)).not.toContain("output.png");
  expect(refusals.map(({ grants }) => grants)).toEqual([expect.arrayContaining(["write-folder"])]);
});

test("what is granted for one run is gone in the next", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  await page.getByRole("button", { name: "For one run" }).click();
  await workbench.idle();
  const granted = await workbench.snapshot();
  expect(granted.calls[0]?.outcome).toEqual({ kind: "returned", value: "Exited with status 0" });
  expect(granted.composition!.grants).toEqual({ pipeline: GIVEN });

  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  expect((await workbench.snapshot()).refusals.map(({ instance }) => instance)).toEqual(["pipeline"]);
});

test("a project from elsewhere arrives with its grants listed and off", async ({ page, browser }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  const { path } = await workbench.downloadBy(() => workbench.execute("export.project"));

  const context = await browser.newContext();
  const elsewhere = await Workbench.openEmpty(await context.newPage());
  await elsewhere.dropFiles(elsewhere.page.getByRole("main"), [path]);
  expect((await elsewhere.snapshot()).composition!.grants).toEqual({});
  await expect(elsewhere.page.getByText("pipeline: its arguments, its environment")).toBeVisible();
  await elsewhere.page.getByRole("button", { name: "Give them" }).click();
  await elsewhere.idle();
  expect((await elsewhere.snapshot()).composition!.grants).toEqual({ pipeline: GIVEN });
  await context.close();
});
