// Browser tests run against the built page, served once with the headers that isolate it and once without.

import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "../scripts/browser.js";

/** The first of four ports; another one lets checkouts be tested side by side. */
const FIRST_PORT = Number(process.env["WITLOOM_E2E_PORT"] ?? 4174);

export const ISOLATED = `http://localhost:${FIRST_PORT}`;
/** A host that sends no headers, as static ones do: the service worker isolates the page. */
export const STATIC_HOST = `http://localhost:${FIRST_PORT + 1}`;
/** The same page, asked to do without isolation. */
export const NOT_ISOLATED = `${STATIC_HOST}/?isolation=off`;

/** The run engine alone. */
export const TESTBED = `http://localhost:${FIRST_PORT + 2}`;
export const TESTBED_NOT_ISOLATED = `http://localhost:${FIRST_PORT + 3}`;

function server(url: string, { isolated = true, config = "vite.config.ts" } = {}) {
  const command = `npx --no-install vite preview --config ${config} --port ${new URL(url).port} --strictPort`;
  return { command, url, cwd: "..", env: isolated ? {} : { WITLOOM_ISOLATION: "off" }, reuseExistingServer: false };
}

const TESTBED_CONFIG = "workers/testbed/vite.config.mjs";

const browser = findBrowser();

export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  // A slow machine is no fault: these only end what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  use: {
    baseURL: ISOLATED,
    viewport: { width: 1280, height: 800 },
    launchOptions: { ...(browser && { executablePath: browser }), args: BROWSER_ARGS },
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    trace: "off",
  },
  webServer: [
    server(ISOLATED),
    server(STATIC_HOST, { isolated: false }),
    server(TESTBED, { config: TESTBED_CONFIG }),
    server(TESTBED_NOT_ISOLATED, { config: TESTBED_CONFIG, isolated: false }),
  ],
});
