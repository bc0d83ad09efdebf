// A composed component dropped on the page says what it is made of, and opens as the composition that it was.

import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

test("what the page composed opens again as the same composition", async ({ page }) => {
  const workbench = await Workbench.open(page);
  const { composition: before } = await workbench.snapshot();
  const { path } = await workbench.downloadBy(() => workbench.execute("export.component"));
  await workbench.execute("document.new");
  await workbench.dropFiles(page.getByRole("main"), [path]);
  await page.getByRole("button", { name: "Open as a composition" }).click();
  await workbench.idle();
  const { composition: after } = await workbench.snapshot();
  const wires = (of: typeof before) => of?.wires.map((wire) => JSON.stringify(wire)).toSorted();
  expect(wires(after)).toEqual(wires(before));
  expect(after?.exports).toEqual(before?.exports);
  expect(after?.instances.map(({ name }) => name).toSorted()).toEqual(
    before?.instances.map(({ name }) => name).toSorted(),
  );
});

test("a component of another tool opens from the library, and one that WAC can't say is refused", async ({ page }) => {
  const workbench = await Workbench.openEmpty(page);
  const fixtures = "tests/fixtures/composed";
  await workbench.dropFiles(page.getByRole("main"), [`${fixtures}/wac-chain/composed.wasm`]);
  await page.getByRole("button", { name: "Open as a composition" }).click();
  await workbench.idle();
  const { composition, library } = await workbench.snapshot();
  expect(composition?.instances.map(({ name }) => name)).toEqual(["log", "first", "second", "app"]);
  expect(library.map(({ key }) => key)).toEqual(expect.arrayContaining(["demo:log", "demo:first", "local:app"]));

  await workbench.execute("document.new");
  await workbench.dropFiles(page.getByRole("main"), [`${fixtures}/instance-put-together-from-two/composed.wat`]);
  await page.getByRole("button", { name: "Open as a composition" }).last().click();
  await workbench.idle();
  const { notices } = await workbench.snapshot();
  expect(notices.at(-1)?.message).toContain("can't be opened as a composition: WAC has no words for");
});
