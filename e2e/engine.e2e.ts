// The run engine in a real browser, without the workbench around it: every scenario of its testbed.

import { expect, test } from "@playwright/test";
import { TESTBED, TESTBED_NOT_ISOLATED } from "./playwright.config.ts";

interface Testbed {
  readonly scenarios: Readonly<Record<string, () => Promise<unknown>>>;
}

for (const [title, address] of [
  ["isolated", TESTBED],
  ["not isolated", TESTBED_NOT_ISOLATED],
  ["neither isolated nor suspended", `${TESTBED_NOT_ISOLATED}?waiting=asleep`],
] as const) {
  test(`the run engine does what its scenarios say, ${title}`, async ({ page }) => {
    test.slow();
    await page.goto(address);
    await page.waitForFunction(() => "scenarios" in globalThis);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(title === "isolated");
    const names = await page.evaluate(() => Object.keys((globalThis as unknown as Testbed).scenarios));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      await test.step(name, async () => {
        const failure = await page.evaluate(async (scenario) => {
          const { scenarios } = globalThis as unknown as Testbed;
          return scenarios[scenario]!().then(() => null, String);
        }, name);
        expect.soft(failure, name).toBeNull();
      });
    }
  });
}
