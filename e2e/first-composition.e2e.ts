// The main job: from an empty page and files on disk to a wired, called and exported composition.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { readComponent } from "../core/wit/read.ts";
import { Workbench } from "./workbench.ts";

const DEPS = "public/samples/orders/deps/shop";
const STORE = "shop:orders/store@1.2.0";
const PRICING = "shop:orders/pricing@1.2.0";

test("dropped components are wired by dragging, called, exported and read again", async ({ page }) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.dropFiles(page.getByRole("main"), [`${DEPS}/store/1.2.0.wasm`, `${DEPS}/pricing/1.2.0.wasm`]);
  await expect(workbench.node("store")).toBeVisible();
  await expect(workbench.node("pricing")).toBeVisible();
  const [problem] = (await workbench.snapshot()).problems;
  expect(problem?.message).toBe(`Nothing satisfies \`${STORE}\` of \`pricing\`.`);

  await workbench.drag(workbench.port("pricing", "import", STORE), workbench.port("store", "export", STORE));
  const wired = await workbench.snapshot();
  expect(wired.composition!.wires).toEqual([{ consumer: "pricing", import: STORE, provider: "store", export: STORE }]);
  expect(wired.problems).toEqual([]);

  // An order is opened in the store …
  await workbench.choose("open");
  await page.getByRole("radio", { name: "WAVE" }).click();
  const draft = '{customer: "ada", lines: [{sku: "TEA-EARL", quantity: 8}, {sku: "CUP-BLUE", quantity: 3}]}';
  await page.getByRole("textbox", { name: "arguments" }).fill(`(${draft})`);
  await page.keyboard.press("Control+Enter");
  await workbench.idle();
  expect((await workbench.snapshot()).calls[0]?.outcome).toEqual({
    kind: "returned",
    value: expect.stringMatching(/^ok\(/),
  });

  // … and the handle that came back goes over the wire to be priced, from the form.
  await workbench.choose("quote");
  await page.getByRole("radio", { name: "usd" }).click();
  await page.getByRole("button", { name: "Call" }).click();
  await workbench.idle();
  const quoted = (await workbench.snapshot()).calls[0]!;
  expect([quoted.instance, quoted.function]).toEqual(["pricing", "quote"]);
  // What Wasmtime answers for this order in `answers.json`.
  expect(quoted.outcome).toEqual({
    kind: "returned",
    value: expect.stringContaining("total: {amount: 8033, currency: usd}"),
  });

  await workbench.execute("graph.connect-to-world", { node: "pricing", side: "export", port: PRICING });
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(page.getByText("Valid: wasm-tools has checked it")).toBeVisible();
  const dialog = page.getByRole("dialog");
  const { path, name } = await workbench.downloadBy(() => dialog.getByRole("button", { name: "Export" }).click());
  expect(name).toBe("untitled.wasm");
  const exported = readComponent(readFileSync(path));
  expect(exported.ok && [...exported.value.type.exports.keys()]).toEqual([PRICING]);

  // The page reads its own output.
  await workbench.dropFiles(page.getByRole("complementary", { name: "Library" }), [path]);
  const { library, failedFiles } = await workbench.snapshot();
  expect(failedFiles).toEqual([]);
  expect(library.some(({ byteLength }) => byteLength === readFileSync(path).length)).toBe(true);
});
