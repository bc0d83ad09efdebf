// The workbench as a person and as a script see it. Nothing here waits for time to pass: only for the page to be idle.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import type { Snapshot } from "../app/scripting.ts";

type Side = "import" | "export";

export class Workbench {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page, url = "/"): Promise<Workbench> {
    const workbench = new Workbench(page);
    await page.goto(url);
    await workbench.idle();
    return workbench;
  }

  /** The page as a first visitor finds it, with the sample that it opens closed again: no composition, nothing placed. */
  static async openEmpty(page: Page, url = "/"): Promise<Workbench> {
    const workbench = await Workbench.open(page, url);
    await workbench.execute("document.close");
    await expect(page.getByRole("heading", { name: "Drop WebAssembly components here" })).toBeVisible();
    return workbench;
  }

  async idle(): Promise<void> {
    await this.page.waitForFunction(() => window.__witloom !== undefined);
    await this.page.evaluate(() => window.__witloom.whenIdle());
  }

  /** Runs a command and what follows from it; false where it could not. */
  async execute(id: string, args?: unknown): Promise<boolean> {
    const done = await this.page.evaluate(
      ([name, given]) => window.__witloom.execute(name as string, given),
      [id, args],
    );
    await this.idle();
    return done;
  }

  snapshot(): Promise<Snapshot> {
    return this.page.evaluate(() => window.__witloom.snapshot());
  }

  /** Drops files from disk on `target`, as the browser itself delivers them. */
  async dropFiles(target: Locator, files: readonly string[]): Promise<void> {
    const box = await boxOf(target);
    const { x, y } = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: files.map((file) => resolve(file)), dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", { type, x, y, data });
    }
    await session.detach();
    await this.idle();
  }

  canvas(): Locator {
    return this.page.getByRole("application");
  }

  port(node: string, side: Side, name: string): Locator {
    return this.node(node).locator(`[data-port="${name}"][data-side="${side}"]`);
  }

  node(name: string): Locator {
    return this.page.getByRole("group", { name: new RegExp(`^${name}\\b`) });
  }

  /** Chooses a function in the run panel and calls it with what stands in its form. */
  async call(name: string): Promise<void> {
    await this.choose(name);
    await this.page.getByRole("button", { name: "Call" }).click();
  }

  async choose(name: string): Promise<void> {
    await this.page.getByRole("tabpanel", { name: "Run" }).getByRole("button", { name, exact: true }).click();
  }

  /** Drags from one place to another with the mouse, in steps as a hand does. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await this.startDrag(from, to);
    await this.page.mouse.up();
    await this.idle();
  }

  /** As `drag`, with the button still held at the end. */
  async startDrag(from: Locator, to: Locator): Promise<void> {
    const [a, b] = [centre(await boxOf(from)), centre(await boxOf(to))];
    await this.page.mouse.move(a.x, a.y);
    await this.page.mouse.down();
    await this.page.mouse.move(b.x, b.y, { steps: 12 });
    await this.idle();
  }

  /** Ends a drag at a place on the canvas, in pixels from its corner. */
  async letGoAt({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    const { x: left, y: top } = await boxOf(this.canvas());
    await this.page.mouse.move(left + x, top + y, { steps: 4 });
    await this.page.mouse.up();
    await this.idle();
  }

  /** Presses a button that makes the browser download something; the path of what came. */
  async downloadBy(press: () => Promise<unknown>): Promise<{ readonly path: string; readonly name: string }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), press()]);
    await this.idle();
    const name = download.suggestedFilename();
    const path = join(mkdtempSync(join(tmpdir(), "witloom-")), name);
    await download.saveAs(path);
    return { path, name };
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator.toString()} is not to be seen`);
  return box;
}

function centre({ x, y, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
