// WAC text that says more than the canvas draws: opened, changed on the canvas, and taken away with all the rest as it was.

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Workbench } from "./workbench.ts";

const TEXT = `package demo:mixed;

/// What the host knows.
import outside: interface {
  now: func() -> u64;
};

// The phrase book stays as it is written here.
let phrases   =   new hello:phrases@1.0.0 {};

let style = new hello:style@1.0.0 { ... };
let greeter = new hello:greeter@1.0.0 { phrases: phrases.phrases, ... };

export greeter.greeter; // the whole point
`;

test("a change on the canvas changes its own statement of the text, and nothing else", async ({ page }, testInfo) => {
  // The components that the text names are in the library, with the sample that the page opens first.
  const workbench = await Workbench.open(page);
  const path = testInfo.outputPath("mixed.wac");
  writeFileSync(path, TEXT);
  await workbench.dropFiles(page.getByRole("main"), [path]);
  const opened = await workbench.snapshot();
  expect(opened.composition!.instances.map(({ name }) => name)).toEqual(["phrases", "style", "greeter"]);
  expect(await exportedText(workbench)).toBe(TEXT);

  const style = "hello:greeting/style@1.0.0";
  const wire = { consumer: "greeter", import: style, provider: "style", export: style };
  await workbench.execute("graph.connect", wire);
  const lines = (await exportedText(workbench)).split("\n");
  const before = TEXT.split("\n");
  const changed = lines.filter((line) => !before.includes(line));
  expect(changed.join("\n")).toContain("style");
  expect(before.filter((line) => !lines.includes(line))).toEqual([
    "let greeter = new hello:greeter@1.0.0 { phrases: phrases.phrases, ... };",
  ]);
  expect((await workbench.snapshot()).problems).toEqual([]);
});

async function exportedText(workbench: Workbench): Promise<string> {
  const { path } = await workbench.downloadBy(() => workbench.execute("export.wac"));
  return readFileSync(path, "utf8");
}
