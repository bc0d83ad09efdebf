// Opens the demo page in a Chromium of the system, for the scripts beside this one.

import { createServer } from "vite";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Serves the demo and gives a function that opens a page of it; `close` ends both. */
export async function openDemo() {
  const configFile = new URL("vite.config.mjs", import.meta.url).pathname;
  const server = await createServer({ configFile, server: { port: 0 }, logLevel: "error" });
  await server.listen();
  const address = server.resolvedUrls.local[0];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  const problems = [];
  return {
    problems,
    async page(query, viewport = { width: 1280, height: 800 }, options = {}) {
      const page = await browser.newPage({ viewport, ...options });
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      await page.goto(`${address}?${query}`);
      await page.waitForSelector("[data-detail]");
      await page.waitForFunction(() => document.querySelector("[data-detail] .react-flow__viewport") !== null);
      await page.waitForTimeout(250);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
