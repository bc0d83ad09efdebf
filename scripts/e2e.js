// `npm run test:e2e`: the browser tests against the built page. Arguments go to Playwright.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { build } from "vite";
import { findBrowser, NO_BROWSER } from "./browser.js";

if (!findBrowser()) {
  console.error(NO_BROWSER);
  process.exit(1);
}
if (!existsSync("dist/page/index.html")) {
  console.error("There is no built page to test: run `npm run build` first.");
  process.exit(1);
}
await build({ configFile: "workers/testbed/vite.config.mjs", logLevel: "error" });
const args = ["playwright", "test", "--config", "e2e/playwright.config.ts", ...process.argv.slice(2)];
process.exitCode = spawnSync("npx", ["--no-install", ...args], { stdio: "inherit" }).status ?? 1;
