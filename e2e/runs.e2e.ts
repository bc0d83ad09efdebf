// Several runs of one composition at once: each with its console and its end, looked at and stopped one by one.

import { expect, test } from "@playwright/test";
import type { Snapshot } from "../app/scripting.ts";
import { Workbench } from "./workbench.ts";

const drawn = ({ runs }: Snapshot): string =>
  runs
    .map(({ name, ordinal, state, ending, isShown }) => {
      return `${isShown ? ">" : ""}${name} ${ordinal} ${ending === null ? state : ending.kind}`;
    })
    .join(", ");

test("commands and calls run beside each other, and are looked at and stopped one by one", async ({ page }) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/endless.wat", "e2e/fixtures/spin.wat"]);
  const status = (text: string) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();
  const picker = page.getByRole("combobox", { name: "Run that is shown" });
  const console = page.getByRole("tab", { name: "Console" });

  const start = async (): Promise<void> => {
    await page.getByRole("tab", { name: "Run" }).click();
    await workbench.choose("run");
    await page.getByRole("button", { name: "Run Ctrl+Enter" }).click();
  };
  await start();
  await status("Running");
  await expect(picker).toHaveText("endless #1");
  await start();
  await status("Running · 2 runs");
  await expect(picker).toHaveText("endless #2");

  await page.getByRole("tab", { name: "Run" }).click();
  await workbench.call("answer");
  await status("Running · 3 runs");
  await expect(page.getByRole("tabpanel", { name: "Run" }).getByText("42")).toBeVisible();
  expect(drawn(await workbench.snapshot())).toBe("endless 1 running, endless 2 running, >calls 3 up");

  await console.click();
  await picker.click();
  await page.getByRole("option", { name: /endless #1/ }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await status("Running · 2 runs");
  expect(drawn(await workbench.snapshot())).toBe(">endless 1 stopped, endless 2 running, calls 3 up");
  expect((await workbench.snapshot()).console.map(({ text }) => text)).toEqual(["$ endless", "Stopped"]);
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeDisabled();

  await page.getByRole("main").press("Control+Shift+F5");
  await workbench.idle();
  await status("Ready");
  expect(drawn(await workbench.snapshot())).toBe(">endless 1 stopped, endless 2 stopped, calls 3 stopped");
});

test("closing a composition ends its runs, and those of another one go on", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.call("greet");
  await workbench.idle();
  await workbench.execute("document.new");
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/endless.wat"]);
  await page.getByRole("main").press("Control+Enter");
  const status = (text: string) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();
  await status("Running");
  await page.evaluate(() => void window.__witloom.execute("document.close"));
  await workbench.idle();
  await status("Instances are up");
  expect(drawn(await workbench.snapshot())).toBe(">calls 1 up");
  await page.getByRole("button", { name: "Reopen" }).click();
  await workbench.idle();
  expect((await workbench.snapshot()).runs).toEqual([]);
});
