// Every answer that Wasmtime gave for the sample applications, asked of the page.

import { expect, test } from "@playwright/test";
import { pageAnswers } from "../scripts/page-answers.js";
import { NOT_ISOLATED } from "./playwright.config.ts";
import { Workbench } from "./workbench.ts";

for (const [title, url] of [
  ["isolated", "/"],
  ["not isolated", NOT_ISOLATED],
] as const) {
  for (const sample of ["greeting", "guestbook", "image-pipeline", "orders"]) {
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
