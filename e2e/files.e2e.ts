// Files that aren't what they seem: each gets a message that says what it is and what to do, and nothing else is lost.

import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

const CORE_MODULE = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
const CUT_OFF = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00, 0x07, 0x40]);

test("bad files are explained one by one, and the good one among them is added", async ({ page }, testInfo) => {
  const workbench = await Workbench.openEmpty(page);
  const file = (name: string, content: string | Uint8Array): string => {
    const path = testInfo.outputPath(name);
    writeFileSync(path, content);
    return path;
  };
  await workbench.dropFiles(page.getByRole("complementary", { name: "Library" }), [
    file("core.wasm", CORE_MODULE),
    file("cut.wasm", CUT_OFF),
    file("page.wasm", "<!doctype html>"),
    file("wrong.wat", "(component (nonsense))"),
    file("notes.txt", "hello"),
    "e2e/fixtures/spin.wat",
  ]);
  const { failedFiles, library } = await workbench.snapshot();
  const messages = Object.fromEntries(failedFiles.map(({ fileName, message }) => [fileName, message]));
  expect(Object.keys(messages).toSorted()).toEqual(["core.wasm", "cut.wasm", "notes.txt", "page.wasm", "wrong.wat"]);
  expect(messages["core.wasm"]).toContain("core WebAssembly module");
  expect(messages["cut.wasm"]).toMatch(/byte 0x|ends/);
  expect(messages["wrong.wat"]).toMatch(/^Line 1, column \d+: /);
  expect(library.map(({ key }) => key)).toContain("local:spin");
  for (const { message } of failedFiles) expect(message).not.toContain("undefined");

  // The library is folded away at this width: a notice leads to what it says.
  await page.getByRole("button", { name: "Show in the library" }).click();
  await expect(page.getByText("The file ends too early")).toBeVisible();
});

test("a zip that holds no project is refused and the open document stays", async ({ page }, testInfo) => {
  const workbench = await Workbench.open(page);
  const before = (await workbench.snapshot()).composition;
  const path = testInfo.outputPath("broken.zip");
  writeFileSync(path, "PK\x03\x04 and nothing more");
  await workbench.dropFiles(page.getByRole("main"), [path]);
  const { notices, composition } = await workbench.snapshot();
  expect(notices.at(-1)?.message).toContain("broken.zip can't be opened");
  expect(composition).toEqual(before);
});
