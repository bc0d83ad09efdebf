// Every answer that Wasmtime gave for the sample applications, asked of the page.

import { expect, test } from "@playwright/test";
import { pageAnswers } from "../scripts/page-answers.js";
import { NOT_ISOLATED } from "./playwright.config.ts";
import { Workbench } from "./workbench.ts";

// Where calls are suspended, one sample of commands and one of requests say enough: the engine's own scenarios run there too.
for (const [title, url, samples] of [
  ["isolated", "/", ["greeting", "guestbook", "image-pipeline", "orders"]],
  ["not isolated", NOT_ISOLATED, ["image-pipeline", "orders"]],
] as const) {
  for (const sample of samples) {
    test(`${sample} gives Wasmtime’s answers, ${title}`, async ({ page }) => {
      await Workbench.open(page, url);
      let count = 0;
      for await (const { asked, expected, found } of pageAnswers(page, sample)) {
        expect.soft(found, asked).toEqual(expected);
        count += 1;
      }
      expect(count).toBeGreaterThan(0);
    });
  }
}
