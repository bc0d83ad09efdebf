// A handler of HTTP requests, driven from the request form.

import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

const TOKEN = "Bearer ada.rp.fb63ac03";
const ORDER = '{"customer":"ada","currency":"eur","lines":[{"sku":"TEA-EARL","quantity":2}]}';

test("the orders service takes an order and hands it out again, from the request form", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "orders" });
  await workbench.choose("handle");
  await page.getByRole("combobox", { name: "Method" }).click();
  await page.getByRole("option", { name: "POST" }).click();
  await page.getByRole("textbox", { name: "Path" }).fill("/orders");
  await page.getByRole("button", { name: "Add a header" }).click();
  await page.getByRole("textbox", { name: "Name of the header" }).fill("authorization");
  await page.getByRole("textbox", { name: "Value of authorization" }).fill(TOKEN);
  await page.getByRole("textbox", { name: "Body" }).fill(ORDER);
  await page.getByRole("button", { name: "Send" }).click();
  await workbench.idle();
  const [created] = (await workbench.snapshot()).answers;
  expect(created).toMatchObject({ status: 201, state: "whole" });
  const { order } = JSON.parse(created!.body) as { readonly order: number };
  await expect(page.getByText("201 Created")).toBeVisible();

  // The instances are the same for the next request: the store still has it.
  await workbench.execute("run.request", { instance: "gateway", method: "GET", path: `/orders/${order}` });
  expect((await workbench.snapshot()).answers[0]).toMatchObject({ status: 200 });

  // New instances know nothing of it.
  const request = { instance: "gateway", method: "GET", path: `/orders/${order}`, instances: "each" };
  await workbench.execute("run.request", request);
  expect((await workbench.snapshot()).answers[0]).toMatchObject({ status: 404 });
});

test("a request that can't be sent says why, and what was sent comes back from the history", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "orders" });
  await workbench.execute("run.request", { instance: "gateway", method: "GET", path: "/orders/1" });
  await page.getByRole("textbox", { name: "Path" }).fill("orders");
  await expect(page.getByText("A path begins with /")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send" })).toHaveAttribute("aria-disabled", "true");

  await page.getByRole("tab", { name: "History" }).click();
  await page.getByRole("button", { name: /GET \/orders\/1/ }).click();
  await expect(page.getByRole("textbox", { name: "Path" })).toHaveValue("/orders/1");
});
