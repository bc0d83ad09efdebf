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
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/waiting.wat", "e2e/fixtures/spin.wat"]);
  await workbench.execute("grants.give-all");
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
  await expect(picker).toHaveText("waiting #1");
  await start();
  await status("Running · 2 runs");
  await expect(picker).toHaveText("waiting #2");

  await page.getByRole("tab", { name: "Run" }).click();
  await workbench.call("answer");
  await status("Running · 3 runs");
  await expect(page.getByRole("tabpanel", { name: "Run" }).getByText("42")).toBeVisible();
  expect(drawn(await workbench.snapshot())).toBe("waiting 1 running, waiting 2 running, >calls 3 up");

  await console.click();
  await picker.click();
  await page.getByRole("option", { name: /waiting #1/ }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await status("Running · 2 runs");
  expect(drawn(await workbench.snapshot())).toBe(">waiting 1 stopped, waiting 2 running, calls 3 up");
  expect((await workbench.snapshot()).console.map(({ text }) => text)).toEqual(["$ waiting", "Stopped"]);
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeDisabled();

  await page.evaluate(() => void window.__witloom.execute("run.stop-all"));
  await workbench.idle();
  await status("Ready");
  expect(drawn(await workbench.snapshot())).toBe(">waiting 1 stopped, waiting 2 stopped, calls 3 stopped");
});

test("closing a composition ends its runs, and those of another one go on", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.call("greet");
  await workbench.idle();
  await workbench.execute("document.new");
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/waiting.wat"]);
  await workbench.execute("grants.give-all");
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

test("a new run starts right after an endless loop is stopped, and a restart takes what it was given", async ({
  page,
}) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.dropFiles(page.getByRole("main"), ["e2e/fixtures/endless.wat", "e2e/fixtures/spin.wat"]);
  const status = (text: string) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();
  await workbench.choose("run");
  await page.getByRole("textbox", { name: "Arguments" }).fill("once");
  await page.getByRole("main").press("Control+Enter");
  await status("Running");
  await page.getByRole("tab", { name: "Run" }).click();
  await page.getByRole("textbox", { name: "Arguments" }).fill("twice");
  await page.getByRole("tab", { name: "Console" }).click();
  await page.getByRole("button", { name: "Restart" }).click();
  await status("Running");
  await expect(page.getByText("$ endless once")).toBeVisible();
  await expect.poll(async () => drawn(await workbench.snapshot())).toBe("endless 1 replaced, >endless 2 running");

  // The thread of the endless loop dies meanwhile: nothing waits for it.
  await page.getByRole("main").press("Shift+F5");
  await workbench.execute("run.call", { instance: "spin", interface: null, function: "answer", arguments: "()" });
  const { calls } = await workbench.snapshot();
  expect(calls[0]?.outcome).toEqual({ kind: "returned", value: "42" });
  expect(drawn(await workbench.snapshot())).toBe("endless 1 replaced, endless 2 stopped, >calls 3 up");
});

test("what is up starts anew when the composition changes, where a person wants that", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.call("greet");
  await workbench.idle();
  await workbench.execute("graph.rename", { name: "style", to: "mood" });
  expect(drawn(await workbench.snapshot())).toBe(">calls 1 up");
  await workbench.execute("run.restart-on-change");
  await workbench.execute("graph.rename", { name: "mood", to: "tone" });
  const changed = await workbench.snapshot();
  expect(drawn(changed)).toBe("calls 1 replaced, >calls 2 up");
  expect(changed.console.map(({ text }) => text)).toEqual([
    "The composition or its grants have changed: starting anew",
  ]);

  await page.getByRole("group", { name: /^phrases/ }).click();
  await page.keyboard.press("Delete");
  await workbench.idle();
  expect(drawn(await workbench.snapshot())).toBe("calls 1 replaced, calls 2 replaced, >calls 3 up");
});

test("a run tells its time, its first output and the memory of each instance", async ({ page }) => {
  const workbench = await Workbench.open(page);
  await workbench.execute("sample.open", { id: "image-pipeline" });
  await workbench.execute("grants.give-all");
  await page.getByRole("main").press("Control+Enter");
  await workbench.idle();
  await page.getByRole("tab", { name: "Console" }).click();
  const [run] = (await workbench.snapshot()).runs;
  expect(Object.keys(run!.memory).toSorted()).toEqual(["edges", "grayscale", "pipeline", "png"]);
  expect(run!.firstOutputMs).toBeLessThanOrEqual(run!.durationMs!);
  const details = page.getByRole("group", { name: "Run details" });
  await expect(details).toContainText(/^Exit 0/);
  await details.getByRole("button", { name: /4 instances · .* of memory/ }).click();
  await expect(page.getByRole("row", { name: /^png .*kB.*MB$/ })).toBeVisible();
});
