// From a problem to its cause, its page and its cure.

import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

test("a resource that is another one is explained, and made one by the wire that is offered", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "orders" });
  await workbench.execute("graph.disconnect", { consumer: "pricing", import: "shop:orders/store@1.2.0" });
  await workbench.execute("view.problems");
  const [problem] = (await workbench.snapshot()).problems;
  expect(problem!.code).toBe("W3006");

  await page.getByRole("button", { name: "Explain W3006" }).click();
  const dialog = page.getByRole("dialog", { name: /^W3006: / });
  await expect(dialog.getByRole("heading", { name: "Cure" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "Wire pricing to store" }).click();
  await workbench.idle();
  expect((await workbench.snapshot()).problems).toEqual([]);
});
