// The built page in a Chromium without a window: the engine that a person has, driven by a command.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { BROWSER_ARGS, findChromium } from "../scripts/chromium.js";
import { servePage } from "./page-server.ts";

/** Beside the built command line. */
const PAGE_FOLDER = fileURLToPath(new URL("../page", import.meta.url));

/** A browser can't be had; the message says what to do. */
export class NoBrowser extends Error {}

export interface HeadlessPage {
  /** Runs a command of the page, and waits until nothing is going on. */
  readonly execute: (id: string, args: unknown) => Promise<void>;
  /** What the page shows, as data: `app/scripting.ts`. */
  readonly snapshot: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** The page, ready for commands. @param browserPath a Chromium, or null to look for one @throws NoBrowser */
export async function openHeadlessPage(browserPath: string | null): Promise<HeadlessPage> {
  if (!existsSync(join(PAGE_FOLDER, "index.html"))) throw new NoBrowser("the page is not built: run `npm run build`");
  const { chromium } = await import("playwright-core");
  const executablePath = browserPath ?? findChromium(chromium);
  if (executablePath === null) throw new NoBrowser(NONE_FOUND);
  const server = await servePage(PAGE_FOLDER);
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForFunction("globalThis.__witloom !== undefined");
    return {
      execute: (id, args) => execute(page, id, args),
      snapshot: () => page.evaluate("globalThis.__witloom.snapshot()"),
      close: async () => {
        await browser.close();
        await server.close();
      },
    };
  } catch (thrown) {
    await server.close();
    const [reason] = (thrown as Error).message.split("\n");
    throw new NoBrowser(`${executablePath} could not be used: ${reason}`, { cause: thrown });
  }
}

const NONE_FOUND = `no Chromium was found, and scenarios run in one
  install one:          npx playwright-core install chromium
  or use one you have:  --browser /path/to/chromium, or WITLOOM_CHROMIUM=/path/to/chromium`;

async function execute(page: Page, id: string, args: unknown): Promise<void> {
  const call = `globalThis.__witloom.execute(${JSON.stringify(id)}, ${JSON.stringify(args)})`;
  await page.evaluate("globalThis.__witloom.whenIdle()");
  await page.evaluate(call);
  await page.evaluate("globalThis.__witloom.whenIdle()");
}
