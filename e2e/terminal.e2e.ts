// A command in a terminal: it asks, and reads what is typed, pasted and ended, as it would in any other.

import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { NOT_ISOLATED } from "./playwright.config.ts";
import { Workbench } from "./workbench.ts";

const PROGRAM = "samples/conformance/built/terminal-c.wasm";

interface Recorded {
  readonly asked: { readonly arguments: readonly string[]; readonly stdin: string };
  readonly answer: { readonly stdout: string; readonly exit: number };
}

/** What Wasmtime made of the same input. */
const RECORDED = JSON.parse(readFileSync("samples/conformance/expected/terminal.json", "utf8")) as Recorded[];

async function withProgram(page: Page, argumentLine: string, url = "/"): Promise<Workbench> {
  const workbench = await Workbench.openEmpty(page, url);
  await workbench.dropFiles(page.getByRole("main"), [PROGRAM]);
  await workbench.execute("grants.give-all");
  await page.getByRole("textbox", { name: "Arguments" }).fill(argumentLine);
  return workbench;
}

/** The text of the terminal; the rest of a snapshot may be large, and stays in the page. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(async () => (await window.__witloom.snapshot()).terminal?.text ?? "");

/** Resolves once the terminal shows that last; it has the whole text. */
async function shows(workbench: Workbench, last: RegExp): Promise<string> {
  let text = "";
  await expect.poll(async () => (text = await shown(workbench.page)), { timeout: 20_000 }).toMatch(last);
  return text;
}

const stdoutOf = async (workbench: Workbench): Promise<string> =>
  (await workbench.snapshot()).console
    .filter(({ stream }) => stream === "stdout")
    .map(({ text }) => text)
    .join("\n");

for (const [title, url] of [
  ["isolated", "/"],
  ["not isolated", NOT_ISOLATED],
] as const) {
  test(`a command asks, and reads what is typed until the end of its input, ${title}`, async ({ page }) => {
    const workbench = await withProgram(page, "ask", url);
    const { asked, answer } = RECORDED[0]!;
    await page.getByRole("button", { name: "Run", exact: true }).last().click();
    // The terminal comes to the front and has the keyboard.
    await expect(page.getByRole("tab", { name: "Terminal", selected: true })).toBeVisible();
    await expect(page.getByRole("textbox", { name: /^Terminal of terminal-c/ })).toBeFocused();
    const [first = "", second = "", third = ""] = asked.stdin.split("\n");
    await shows(workbench, /Your name\?$/);
    await page.keyboard.type(`${first}!!`);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await shows(workbench, /Ada: 3 characters, 3 bytes\nYour name\?$/);
    await page.keyboard.type(`nobody ${second}`);
    await page.keyboard.press("Control+a");
    for (const _ of "nobody ") await page.keyboard.press("Delete");
    await page.keyboard.press("Enter");
    await shows(workbench, /7 characters, 11 bytes\nYour name\?$/);
    await page.keyboard.type(third);
    // In a line it hands over what stands there; where nothing does, it is the end.
    await page.keyboard.press("Control+d");
    await page.keyboard.press("Control+d");
    await shows(workbench, /Good bye\nExited with status 0 after \S+\sm?s$/);
    expect(await stdoutOf(workbench)).toBe(answer.stdout.trimEnd());
    expect((await workbench.snapshot()).runs[0]?.ending).toEqual({ kind: "exited", code: answer.exit });
    await page.keyboard.press("Escape");
    await expect(page.getByRole("tab", { name: "Terminal" })).toBeFocused();
  });
}

test("earlier lines are recalled in the next run, and Ctrl+C stops a read that waits", async ({ page }) => {
  const workbench = await withProgram(page, "ask");
  await workbench.execute("run.start");
  await shows(workbench, /Your name\?$/);
  await page.keyboard.type("Ada");
  await page.keyboard.press("Enter");
  await shows(workbench, /bytes\nYour name\?$/);
  await page.keyboard.press("Control+c");
  await shows(workbench, /\^C\nStopped after \S+\sm?s$/);
  await workbench.execute("run.start");
  await shows(workbench, /^Your name\?$/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await shows(workbench, /Hello, Ada: 3 characters, 3 bytes\nYour name\?$/);
  await page.getByRole("button", { name: "End input" }).click();
  await shows(workbench, /Exited with status 0/);
});

test("a timer and the keyboard are waited for at once", async ({ page }) => {
  const workbench = await withProgram(page, "poll");
  await workbench.execute("run.start");
  await shows(workbench, /tick\ntick$/);
  await page.keyboard.type("one 三");
  await shows(workbench, /tick\none 三$/);
  await page.keyboard.press("Enter");
  await shows(workbench, /read one 三\n(?:.*\n)*tick$/);
  await page.keyboard.press("Control+d");
  await shows(workbench, /end\nExited with status 0/);
});

test("a megabyte that is pasted arrives whole", async ({ page }) => {
  const workbench = await withProgram(page, "count");
  await workbench.execute("run.start");
  await expect(page.getByRole("textbox", { name: /^Terminal of terminal-c/ })).toBeFocused();
  const length = await page.evaluate(() => {
    const text = "drei – 三 and a few more words in this line\n".repeat(24_000);
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    return new TextEncoder().encode(text).length;
  });
  expect(length).toBeGreaterThan(1_000_000);
  await page.keyboard.press("Control+d");
  await shows(workbench, new RegExp(`${length} bytes, [0-9a-f]{8}\nExited with status 0`));
});

test("of a flood the terminal shows the end, and the console has all of it", async ({ page }) => {
  const workbench = await withProgram(page, "flood");
  await workbench.execute("run.start");
  await shows(workbench, /line 99999 of a flood\nline 100000 of a flood\nExited with status 0/);
  const lines = await page.evaluate(async () => {
    const { console: printed } = await window.__witloom.snapshot();
    return printed.filter(({ stream }) => stream === "stdout").length;
  });
  expect(lines).toBe(100_000);
});

test("text and files are no terminal, and what was chosen survives a reload", async ({ page }) => {
  const workbench = await withProgram(page, "terminals");
  await workbench.execute("run.start");
  await shows(workbench, /^1 1 1\nExited with status 0/);
  await page.getByRole("tab", { name: "Run" }).click();
  await page.getByRole("radio", { name: "Text" }).click();
  await workbench.execute("run.start");
  expect(await stdoutOf(workbench)).toBe("0 0 0");
  await page.getByRole("tab", { name: "Run" }).click();
  await page.getByRole("textbox", { name: "Arguments" }).fill("count");
  await page.getByRole("radio", { name: "File" }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "From disk" }).click(),
  ]);
  await chooser.setFiles({ name: "in.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
  await workbench.idle();
  await page.reload();
  await workbench.idle();
  await expect(page.getByRole("combobox", { name: "File for standard input" })).toHaveText("in.txt");
  await workbench.execute("run.start");
  expect(await stdoutOf(workbench)).toMatch(/^5 bytes, /);
});

test("where nothing reaches a run the form says why nothing can be typed", async ({ page }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(WebAssembly, "Suspending"));
  const workbench = await withProgram(page, "count", NOT_ISOLATED);
  await expect(
    page.getByText("Typing while the command runs needs a page that is cross-origin isolated"),
  ).toBeVisible();
  await expect(page.getByRole("radio", { name: "Terminal" })).toHaveCount(0);
  await page.getByRole("textbox", { name: "Standard input" }).fill("hello");
  await workbench.execute("run.start");
  expect(await stdoutOf(workbench)).toMatch(/^5 bytes, /);
});

test("closing a composition ends what waits in its terminal", async ({ page }) => {
  const workbench = await withProgram(page, "ask");
  await workbench.execute("run.start");
  await shows(workbench, /Your name\?$/);
  await page.keyboard.type("never entered");
  await workbench.execute("document.close");
  expect((await workbench.snapshot()).runs).toEqual([]);
});
