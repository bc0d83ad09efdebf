// Calls are saved with what came of them, and run again: what has changed since shows beside what is expected.

import { expect, type Page, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

// Each scenario has a worker of its own, and some tests run many.

async function scenariosOf(workbench: Workbench) {
  return (await workbench.snapshot()).scenarios;
}

async function showScenarios(page: Page): Promise<void> {
  await page.getByRole("tab", { name: /^Scenarios/ }).click();
}

const RED = "({width: 1, height: 1, pixels: [255, 0, 0, 255]})";
const FILTER = { instance: "grayscale", interface: "pixel:image/filter@1.0.0", function: "apply", arguments: RED };

test("a saved call fails once its provider does something else, and says where the values part", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.execute("run.call", FILTER);
  await page.getByRole("button", { name: "Save as a scenario", exact: true }).click();
  await workbench.idle();
  const saved = (await scenariosOf(workbench)).at(-1)!;
  expect(saved.steps).toMatchObject([
    { kind: "call", expected: { kind: "value", wave: "ok({width: 1, height: 1, pixels: [85, 85, 85, 255]})" } },
  ]);
  await page.getByRole("button", { name: "Show it" }).click();
  await page.getByRole("region", { name: saved.name }).getByRole("button", { name: "Run" }).click();
  await workbench.idle();
  expect((await scenariosOf(workbench)).at(-1)?.result?.failure).toBeNull();

  await workbench.node("grayscale").click();
  await workbench.execute("graph.replace");
  await page.getByRole("option", { name: /soften/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Replace" }).click();
  await workbench.idle();
  // What was found before the change holds no longer.
  expect((await scenariosOf(workbench)).at(-1)?.result).toBeNull();
  await page.getByRole("button", { name: "Run all" }).click();
  await workbench.idle();
  const view = page.getByRole("region", { name: saved.name });
  await expect(view.getByText("ok.pixels[0]: expected 85, found 255")).toBeVisible();
  await expect(view.getByRole("row").filter({ hasText: "− " })).toContainText("85");
  await expect(view.getByRole("row").filter({ hasText: "+ " })).toContainText("255");

  await view.getByRole("button", { name: "Expect what was found" }).click();
  await view.getByRole("button", { name: "Run", exact: true }).click();
  await workbench.idle();
  expect((await scenariosOf(workbench)).at(-1)?.result?.failure).toBeNull();

  await page.reload();
  await workbench.idle();
  expect((await scenariosOf(workbench)).map(({ name }) => name)).toContain(saved.name);
});

test("a call on a resource brings the calls that made it", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "orders" });
  const order = '({customer: "ada", lines: [{sku: "TEA-EARL", quantity: 2}]})';
  const store = { instance: "store", interface: "shop:orders/store@1.2.0" };
  await workbench.execute("run.call", { ...store, function: "open", arguments: order });
  await workbench.execute("run.call", { ...store, function: "open", arguments: order });
  await workbench.execute("run.call", { ...store, function: "[method]order.id", arguments: "(borrow<order> #2)" });
  await page.getByRole("tab", { name: /^History/ }).click();
  await page
    .getByRole("button", { name: /^Save this call of store/ })
    .first()
    .click();
  await workbench.idle();
  const { name, steps } = (await scenariosOf(workbench)).at(-1)!;
  expect(steps).toMatchObject([
    { function: "open", expected: { kind: "anything" } },
    { function: "[method]order.id", arguments: "(borrow<order> #1)", expected: { kind: "value", wave: "3" } },
  ]);
  // The first order is not there now, so that this one has another number.
  await workbench.execute("scenarios.run", { names: [name] });
  const { result } = (await scenariosOf(workbench)).at(-1)!;
  expect(result?.failure).toMatchObject({ step: 2, comparison: { expected: "3", found: "2" } });
});

test("a request is saved with its response, and the scenarios of the sample pass", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "orders" });
  await workbench.execute("run.request", { instance: "gateway", method: "GET", path: "/orders/99" });
  await workbench.execute("scenarios.save");
  const request = (await scenariosOf(workbench)).at(-1)!;
  expect(request.name).toBe("GET /orders/99 is 404");
  expect(request.steps).toMatchObject([
    {
      kind: "request",
      expected: { status: 404, body: { kind: "equals", text: '{"error":"there is no order 99"}' } },
    },
  ]);
  await workbench.execute("scenarios.run-all");
  for (const { name, result } of await scenariosOf(workbench)) expect(result?.failure, name).toBeNull();
});

test("a command is saved with how it exited and what it wrote", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.execute("grants.give-all");
  const run = { instance: "pipeline", interface: "wasi:cli/run@0.2.12", function: "run" };
  await workbench.execute("run.call", { ...run, arguments: "notes.txt" });
  await workbench.execute("scenarios.save");
  expect((await scenariosOf(workbench)).at(-1)!.steps).toMatchObject([
    {
      kind: "command",
      arguments: "notes.txt",
      expected: { exit: 1, stdout: { kind: "contains", text: "read notes.txt: 15 bytes" } },
    },
  ]);
  await workbench.execute("scenarios.run-all");
  for (const { name, result } of await scenariosOf(workbench)) expect(result?.failure, name).toBeNull();
});

test("scenarios are renamed, moved, edited and removed by keys, and all of it can be undone", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await showScenarios(page);
  const names = async (): Promise<readonly string[]> => (await scenariosOf(workbench)).map(({ name }) => name);
  const before = await names();
  const list = page.getByRole("list", { name: "Scenarios" });
  const row = (name: string) => list.getByRole("button", { name: new RegExp(`^(not run|passed|failed) ${name}`) });
  await row(before[0]!).press("Alt+ArrowDown");
  expect((await names())[1]).toBe(before[0]);
  await row(before[0]!).press("F2");
  await page.getByLabel("Name of the scenario").fill("Ada again");
  await page.keyboard.press("Enter");
  await workbench.idle();
  expect((await names())[1]).toBe("Ada again");
  await row("Ada again").press("Delete");
  expect(await names()).toHaveLength(before.length - 1);
  for (let i = 0; i < 3; i++) await workbench.execute("edit.undo");
  expect(await names()).toEqual(before);

  await row(before[0]!).click();
  await page.getByLabel("Expected, expected").fill('ok("Hello, Grace.")');
  await page.getByRole("button", { name: "Run all" }).click();
  await workbench.idle();
  await expect(page.getByText('ok: expected "Hello, Grace.", found "Hello, Ada."')).toBeVisible();
  await page.getByRole("radio", { name: "Failed 1" }).click();
  await expect(page.getByRole("list", { name: "Scenarios" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Show in the form" }).click();
  await expect(page.getByRole("textbox", { name: "name" })).toHaveValue("Ada");
});

test("scenarios that don't end are stopped", async ({ page }) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.execute("document.new");
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/endless.wat"]);
  const { library } = await workbench.snapshot();
  await workbench.execute("graph.add-instance", { component: library.at(-1)!.key, x: 0, y: 0 });
  await workbench.execute("scenarios.save");
  await showScenarios(page);
  await page.getByRole("button", { name: "Run all" }).click();
  await expect(page.getByText("0 of 1 done")).toBeVisible();
  await page.getByRole("button", { name: "Stop the scenarios" }).click();
  await workbench.idle();
  expect((await scenariosOf(workbench)).map(({ result }) => result)).toEqual([null]);
  await expect(page.getByRole("button", { name: "Run all" })).toBeEnabled();
});
