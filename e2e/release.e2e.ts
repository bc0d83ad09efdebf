// Running what the export would write: the same answers as in Wasmtime, refusals by instance, and from the export dialog.

import { expect, test } from "@playwright/test";
import { pageAnswers } from "../scripts/page-answers.js";
import { NOT_ISOLATED } from "./playwright.config.ts";
import { Workbench } from "./workbench.ts";

for (const [title, url, samples] of [
  ["isolated", "/", ["image-pipeline", "orders"]],
  ["not isolated", NOT_ISOLATED, ["greeting"]],
] as const) {
  for (const sample of samples) {
    test(`${sample} gives Wasmtime’s answers in release, ${title}`, async ({ page }) => {
      await Workbench.open(page, url);
      let count = 0;
      for await (const { asked, expected, found } of pageAnswers(page, sample, "release")) {
        expect.soft(found, asked).toEqual(expected);
        count += 1;
      }
      expect(count).toBeGreaterThan(0);
    });
  }
}

test("a release run names the instance that is refused, and has no calls but those of the whole", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await page.getByRole("button", { name: "Run options" }).click();
  await page.getByRole("radio", { name: "Release" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  const { runs, console: lines } = await workbench.snapshot();
  expect(runs.map(({ mode }) => mode)).toEqual(["release"]);
  const refused = lines.map(({ text }) => text).filter((text) => text.startsWith("pipeline was refused"));
  expect(refused).not.toEqual([]);
  await workbench.execute("run.call", {
    instance: "grayscale",
    interface: "pixel:image/filter@1.0.0",
    function: "name",
    arguments: "()",
  });
  expect((await workbench.snapshot()).calls[0]?.outcome).toMatchObject({
    kind: "failed",
    reason: expect.stringContaining("only what the composition exports"),
  });
});

test("what would be saved is run from the export dialog, and its calls are a press away", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "greeting" });
  await workbench.execute("export.show");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Run this build" }).click();
  await expect(dialog.getByText(/^Started in/)).toBeVisible();
  expect((await workbench.snapshot()).runs).toMatchObject([{ mode: "release", state: "up" }]);
  await dialog.getByRole("button", { name: "Show its calls" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Up in release")).toBeVisible();
});

test("what a release run serves is looked at in the preview; scenarios name instances and pass all the same", async ({
  page,
}) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("run.release");
  await workbench.execute("scenarios.run-all");
  const { scenarios } = await workbench.snapshot();
  expect(scenarios.map(({ result }) => result?.failure)).toEqual(scenarios.map(() => null));

  await workbench.execute("sample.open", { id: "guestbook" });
  await workbench.execute("run.release");
  await workbench.execute("preview.open");
  await expect(
    page.frameLocator("iframe[title='The previewed page']").getByRole("heading", { name: "Guest book" }),
  ).toBeVisible();
  expect((await workbench.snapshot()).runs.map(({ mode }) => mode)).toEqual(["release"]);
});
