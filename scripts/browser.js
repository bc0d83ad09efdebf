// A Chromium to test and measure with: the one that is named, Playwright's own, or the system's.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { BROWSER_ARGS, findChromium } from "./chromium.js";

export { BROWSER_ARGS };

/** The path of a browser, or null where there is none. */
export function findBrowser() {
  return findChromium(chromium);
}

export const NO_BROWSER = `No browser was found, and the browser tests need a Chromium.
  Install Playwright's:   npx playwright install chromium
  or use one you have:    WITLOOM_CHROMIUM=/path/to/chromium npm test
  or only the other tests: npm run check`;

/** Installs a Chromium where none is found: by apt as root on Debian, else Playwright's own. */
export function ensureBrowser() {
  if (findBrowser()) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "inherit" });
  } else {
    execFileSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  }
}
