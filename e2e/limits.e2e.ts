// The limits of a run, and runs that are the same every time: set in the run options, kept, and told when one is hit.

import { expect, type Page, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

async function setOption(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole("button", { name: "Run options" }).click();
  await page.getByRole("textbox", { name }).fill(value);
  await page.keyboard.press("Escape");
}

test("a call that takes longer than it may is ended, and the limit is named", async ({ page }) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/spin.wat"]);
  await setOption(page, "Time, in s", "0.3");
  await workbench.call("spin");
  await workbench.idle();
  expect((await workbench.snapshot()).calls[0]?.outcome).toMatchObject({
    kind: "failed",
    reason: expect.stringContaining("It took longer than the run options allow a call"),
  });
  await workbench.call("answer");
  await workbench.idle();
  expect((await workbench.snapshot()).calls[0]?.outcome).toEqual({ kind: "returned", value: "42" });
});

test("what isn't a number is said and not taken, and options outlive a reload", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await page.getByRole("button", { name: "Run options" }).click();
  const memory = page.getByRole("textbox", { name: "Memory, in MiB" });
  await memory.fill("a lot");
  await expect(page.getByText("A number from 1 to 16384")).toBeVisible();
  await memory.fill("128");
  await page.getByRole("switch", { name: "The same in every run" }).click();
  await page.getByRole("textbox", { name: "Starts at" }).fill("2030-06-01");
  await workbench.idle();
  await page.reload();
  await workbench.idle();
  await page.getByRole("button", { name: "Run options" }).click();
  await expect(memory).toHaveValue("128");
  await expect(page.getByRole("textbox", { name: "Starts at" })).toHaveValue("2030-06-01 00:00:00");
});
