// Browser tests run against the built page, served once with the headers that isolate it and once without.

import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "../scripts/browser.js";

export const ISOLATED = "http://localhost:4174";
export const NOT_ISOLATED = "http://localhost:4175";

const serve = (port: number) => `npx --no-install vite preview --port ${port} --strictPort`;

export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  use: {
    baseURL: ISOLATED,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: findBrowser() ?? undefined, args: BROWSER_ARGS },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  webServer: [
    { command: serve(4174), url: ISOLATED, cwd: "..", reuseExistingServer: false },
    { command: serve(4175), url: NOT_ISOLATED, cwd: "..", env: { WITLOOM_ISOLATION: "off" }, reuseExistingServer: false },
  ],
});
