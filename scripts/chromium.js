// Where a Chromium may be, and what it is started with: for the tests, and for `witloom test`.

import { existsSync } from "node:fs";

export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The path of a browser, or null where there is none: WITLOOM_CHROMIUM, Playwright's own, or the system's.
 * @param {{ executablePath(): string }} playwrights Playwright's handle on Chromium
 * @returns {string | null}
 */
export function findChromium(playwrights) {
  const named = process.env.WITLOOM_CHROMIUM;
  return [named, playwrights.executablePath(), ...SYSTEM].find((path) => path && existsSync(path)) ?? null;
}
