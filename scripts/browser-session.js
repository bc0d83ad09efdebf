// The built page in a Chromium, for measuring and for comparing: opened, fed with files, watched for frames.

import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { BROWSER_ARGS, findBrowser, NO_BROWSER } from "./browser.js";

const VIEWPORT = { width: 1440, height: 900 };

/** Serves what `configFile` has built and opens a browser; `close` ends both. Null where there is no browser. */
export async function openSession(configFile) {
  const executablePath = findBrowser();
  if (!executablePath) {
    console.error(NO_BROWSER);
    return null;
  }
  const server = await preview({ configFile, preview: { port: 0 }, logLevel: "error" });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  return {
    address: server.resolvedUrls.local[0],
    browser,
    async page() {
      const page = await browser.newPage({ viewport: VIEWPORT });
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export async function idle(page) {
  await page.waitForFunction(() => globalThis.__witloom !== undefined);
  await page.evaluate(() => globalThis.__witloom.whenIdle());
}

export async function execute(page, id, args) {
  await page.evaluate(([name, given]) => globalThis.__witloom.execute(name, given), [id, args]);
  await idle(page);
}

/** Drops `bytes` as a file on the middle of the page. */
export async function dropFile(page, name, bytes) {
  const path = join(tmpdir(), `witloom-bench-${process.pid}-${name}`);
  writeFileSync(path, bytes);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: VIEWPORT.width / 2, y: VIEWPORT.height / 3, data });
  }
  await session.detach();
  await idle(page);
}

/** Milliseconds between frames while `run` goes on. */
export async function framesDuring(page, run) {
  await page.evaluate(() => {
    globalThis.frameTimes = [];
    const tick = (now) => {
      globalThis.frameTimes?.push(now);
      if (globalThis.frameTimes) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await run();
  const times = await page.evaluate(() => {
    const { frameTimes } = globalThis;
    globalThis.frameTimes = undefined;
    return frameTimes;
  });
  return times.slice(1).map((time, i) => time - times[i]);
}

export function nextFrame(page) {
  return page.evaluate(() => new Promise(requestAnimationFrame));
}
