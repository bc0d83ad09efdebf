// A component that never returns is stopped, the page stays alive meanwhile, and the next run works.

import { expect, test } from "@playwright/test";
import { NOT_ISOLATED } from "./playwright.config.ts";
import { Workbench } from "./workbench.ts";

for (const [title, url] of [
  ["isolated", "/"],
  ["not isolated", NOT_ISOLATED],
] as const) {
  test(`an endless loop is stopped and the composition runs again, ${title}`, async ({ page }) => {
    const workbench = await Workbench.openEmpty(page, url);
    await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/spin.wat"]);
    await workbench.call("spin");
    await expect(page.getByRole("status").filter({ hasText: "Running" })).toBeVisible();

    // The page goes on working while the component spins.
    await page.getByRole("tab", { name: "Problems" }).click();
    await expect(page.getByText("No problems")).toBeVisible();
    await page.getByRole("tab", { name: "Run" }).click();

    await page.getByRole("button", { name: "Stop" }).first().click();
    await workbench.idle();
    await expect(page.getByRole("status").filter({ hasText: "Ready" })).toBeVisible();
    expect((await workbench.snapshot()).calls[0]?.outcome).toEqual({ kind: "stopped" });

    await workbench.call("answer");
    await workbench.idle();
    expect((await workbench.snapshot()).calls[0]?.outcome).toEqual({ kind: "returned", value: "42" });
  });
}

test("a trap names the instance and the function, and the run ends", async ({ page }) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/trap.wat"]);
  await workbench.call("fall");
  await workbench.idle();
  const { calls, console: lines } = await workbench.snapshot();
  expect(calls[0]?.outcome).toMatchObject({
    kind: "failed",
    reason: expect.stringContaining("trap, function fall"),
  });
  expect(lines.map(({ text }) => text).join("\n")).toMatch(/Trapped in trap, function fall: .*unreachable/);
});
