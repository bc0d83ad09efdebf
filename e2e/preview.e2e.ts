// What a composition serves, in the live preview: in its frame, in a tab of its own, streamed, side by side, and held in.

import { expect, type FrameLocator, type Page, test } from "@playwright/test";
import { NOT_ISOLATED, STATIC_HOST } from "./playwright.config.ts";
import { Workbench } from "./workbench.ts";

const HOSTILE = "samples/conformance/built/hostile-c.wasm";

function frameOf(page: Page): FrameLocator {
  return page.frameLocator("iframe[title='The previewed page']");
}

async function openSample(page: Page, id: string, url = "/"): Promise<Workbench> {
  const workbench = await Workbench.open(page, url);
  await workbench.execute("sample.open", { id });
  await workbench.execute("grants.give-all");
  return workbench;
}

/** The address of the page in the frame. */
async function addressOf(page: Page): Promise<string> {
  const frame = await page.waitForSelector("iframe[title='The previewed page']");
  return new URL((await frame.getAttribute("src"))!, page.url()).href;
}

for (const [title, url] of [
  ["isolated", "/"],
  ["not isolated", NOT_ISOLATED],
] as const) {
  test(`a web site is looked at in the preview: style, picture, form and letter, ${title}`, async ({ page }) => {
    const workbench = await openSample(page, "guestbook", url);
    await workbench.execute("preview.open");
    const frame = frameOf(page);
    await expect(frame.getByRole("heading", { name: "Guest book" })).toBeVisible();
    // What the page is made of has absolute addresses.
    await expect(frame.locator("body")).toHaveCSS("background-color", "rgb(251, 248, 241)");
    expect(await frame.locator("img").evaluate((image: HTMLImageElement) => image.decode().then(() => true))).toBe(
      true,
    );

    await frame.getByLabel("Your name").fill("Ada");
    await frame.getByLabel("Your message").fill("tea & <b>cake</b>");
    await frame.getByRole("button", { name: "Write it down" }).click();
    await expect(frame.getByText("Thank you, Ada.")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Path of the page" })).toHaveValue("/entries");

    // The letter is read while it is written: its last line isn't there when its first is.
    await frame.getByRole("link", { name: "A letter" }).click();
    await expect(frame.getByText("Dear visitor,")).toBeVisible();
    await expect(frame.getByText("Yours, the pages")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Path of the page" })).toHaveValue("/letter");

    // A redirect leads back into the preview, where the book is still the same.
    await page.getByRole("textbox", { name: "Path of the page" }).fill("/index.html");
    await page.keyboard.press("Enter");
    await workbench.idle();
    await expect(frame.getByText("tea & <b>cake</b>")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Path of the page" })).toHaveValue("/");
    await page.getByRole("radio", { name: "Raw" }).click();
    await expect(page.getByText("content-type: text/html; charset=utf-8")).toBeVisible();
  });
}

test("the orders service answers through the request form and through the preview, in its frame and in a tab", async ({
  page,
  context,
}) => {
  const workbench = await openSample(page, "orders");
  const order = { customer: "ada", currency: "eur", lines: [{ sku: "TEA-EARL", quantity: 2 }] };
  const headers = { authorization: "Bearer ada.rp.fb63ac03" };
  const request = { instance: "gateway", method: "POST", path: "/orders", headers, body: JSON.stringify(order) };
  await workbench.execute("run.request", request);
  const [created] = (await workbench.snapshot()).answers;
  expect(created).toMatchObject({ status: 201 });
  const { order: number } = JSON.parse(created!.body) as { readonly order: number };

  await workbench.execute("preview.open", { path: `/orders/${number}` });
  await expect(frameOf(page).getByText('"customer":"ada"')).toBeVisible();

  const opened = context.waitForEvent("page");
  await page.getByRole("button", { name: "Open in a tab of its own" }).click();
  const tab = await opened;
  await expect(tab.getByText('"customer":"ada"')).toBeVisible();
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await tab.goto(tab.url().replace(/\d+$/, "99999"));
  await expect(tab.getByText("there is no order 99999")).toBeVisible();

  // Without a window of the workbench that has it, the tab says so.
  await page.close();
  const response = await tab.reload();
  expect(response?.status()).toBe(503);
  await expect(tab.getByRole("heading", { name: "Nothing serves this page" })).toBeVisible();
  await tab.getByRole("link", { name: "Open the workbench" }).click();
  await expect(tab.getByRole("application")).toBeVisible();
});

/** Fetches places of a preview from the workbench, and tells in which order they were answered whole. */
async function orderOfAnswers(page: Page, address: string): Promise<readonly string[]> {
  return page.evaluate(async (root) => {
    const order: string[] = [];
    const whole = async (response: Response, path: string): Promise<void> => {
      await response.text();
      order.push(path);
    };
    const letter = await fetch(`${root}letter`);
    const others = ["", "style.css"].map(async (path) => whole(await fetch(root + path), path));
    await Promise.all([whole(letter, "letter"), ...others]);
    return order;
  }, address);
}

async function controlled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test("requests for new instances are served beside one that takes its time, those for shared ones after it", async ({
  page,
}) => {
  const workbench = await openSample(page, "guestbook");
  await workbench.execute("preview.open");
  await expect(frameOf(page).getByRole("heading", { name: "Guest book" })).toBeVisible();
  await controlled(page);
  const address = await addressOf(page);
  expect((await orderOfAnswers(page, address))[0]).toBe("letter");
  await page.getByRole("radio", { name: "New for each" }).click();
  expect((await orderOfAnswers(page, address)).at(-1)).toBe("letter");
});

test("a page that is left while it arrives is not written any further", async ({ page }) => {
  const workbench = await openSample(page, "guestbook");
  await workbench.execute("preview.open");
  await controlled(page);
  const address = await addressOf(page);
  await page.evaluate(async (root) => {
    const client = new AbortController();
    const response = await fetch(`${root}letter`, { signal: client.signal });
    await response.body!.getReader().read();
    client.abort();
  }, address);
  await expect.poll(async () => (await workbench.snapshot()).preview?.serving).toBe(0);
  // The instances that were left are asked again.
  expect(await page.evaluate(async (root) => (await fetch(root)).status, address)).toBe(200);
});

test("a run that is stopped or falls is told in place, and starts again from there", async ({ page }) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.dropFiles(page.getByRole("main"), ["samples/conformance/built/http-rust.wasm"]);
  await workbench.execute("preview.open", { path: "/trap" });
  const panel = page.getByRole("complementary", { name: "Preview" });
  await expect(panel.getByText("No response")).toBeVisible();
  await expect(panel.getByText(/Trapped in/)).toBeVisible();
  await panel.getByRole("textbox", { name: "Path of the page" }).fill("/request");
  await page.keyboard.press("Enter");
  await workbench.idle();
  await expect(frameOf(page).getByText("GET HTTP some authority")).toBeVisible();
  await workbench.execute("run.stop");
  await panel.getByRole("button", { name: "Reload the page" }).click();
  await workbench.idle();
  await expect(frameOf(page).getByText("GET HTTP some authority")).toBeVisible();
});

test("a hostile page gets nowhere, in the frame and in a tab of its own", async ({ page, context }) => {
  const workbench = await Workbench.openEmpty(page);
  await workbench.dropFiles(page.getByRole("main"), [HOSTILE]);
  const title = await page.title();
  await page.evaluate(() => {
    const heard = ((globalThis as unknown as { heard: string[] }).heard = []) as string[];
    window.addEventListener("message", ({ data }) => heard.push(String(data)));
    new BroadcastChannel("OWNED").addEventListener("message", ({ data }) => heard.push(String(data)));
  });
  await workbench.execute("preview.open");
  const frame = frameOf(page);
  await expect(frame.getByRole("heading", { name: "Hostile" })).toBeVisible();
  for (const name of ["top link", "script link", "new window"]) await frame.getByRole("link", { name }).click();
  await frame.getByRole("button", { name: "top form" }).click();

  // Frames inside see the preview and nothing else of the site.
  await expect(frame.frameLocator("iframe[name=inline]").locator("body")).toContainText("inline");
  for (const name of ["site", "up"]) {
    await expect(frame.frameLocator(`iframe[name=${name}]`).locator("body")).toContainText("led out of its preview");
  }
  await expect(frame.frameLocator("iframe[name=other]").locator("body")).toContainText("another preview");
  await expect(frame.frameLocator("iframe[name=dots]").locator("body")).toContainText("led out of its preview");
  // An absolute address is one of the preview.
  await frame.getByRole("link", { name: "where am I" }).click();
  await expect(frame.getByText("/where")).toBeVisible();
  await workbench.execute("preview.open", { path: "/" });
  await frame.getByRole("button", { name: "form elsewhere" }).click();
  await expect(frame.getByRole("heading", { name: "Hostile" })).toBeHidden();
  await expectUntouched(page, title);

  const opened = context.waitForEvent("page");
  await workbench.execute("preview.open", { path: "/" });
  await page.getByRole("button", { name: "Open in a tab of its own" }).click();
  const tab = await opened;
  await expect(tab.getByRole("heading", { name: "Hostile" })).toBeVisible();
  await tab.getByRole("link", { name: "script link" }).click();
  await tab.getByRole("link", { name: "new window" }).click();
  expect(await tab.title()).toBe("Hostile");
  expect(context.pages()).toHaveLength(2);
  await expectUntouched(page, title);
});

/** Nothing of what a hostile page tried has come to pass. */
async function expectUntouched(page: Page, title: string): Promise<void> {
  const found = await page.evaluate(async () => ({
    title: document.title,
    address: location.pathname + location.search,
    heard: (globalThis as unknown as { heard: string[] }).heard.filter((text) => text === "OWNED"),
    stored: localStorage.getItem("OWNED"),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).flatMap(({ name }) => (name === "OWNED" ? [name] : [])),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(
      ({ active }) => new URL(active!.scriptURL).pathname,
    ),
  }));
  expect(found).toEqual({
    title,
    address: "/",
    heard: [],
    stored: null,
    cookie: "",
    databases: [],
    caches: [],
    workers: ["/sw.js"],
  });
}

test("a host that sends no headers is isolated after one reload, once", async ({ page }) => {
  let loads = 0;
  page.on("load", () => (loads += 1));
  const workbench = await Workbench.open(page, STATIC_HOST);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(loads).toBe(2);
  await workbench.execute("sample.open", { id: "guestbook" });
  await workbench.execute("preview.open");
  await expect(frameOf(page).getByRole("heading", { name: "Guest book" })).toBeVisible();
  await frameOf(page).getByRole("link", { name: "A letter" }).click();
  await expect(page.getByRole("textbox", { name: "Path of the page" })).toHaveValue("/letter");
  await workbench.idle();
  // What was open is still there, and the page is isolated at once.
  await page.reload();
  await workbench.idle();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(loads).toBe(3);
  expect((await workbench.snapshot()).documents.map(({ title }) => title)).toContain("site");
  await workbench.execute("preview.open");
  await expect(page.getByRole("textbox", { name: "Path of the page" })).toHaveValue("/letter");
});

test("a host whose headers can't be mended is left alone after one reload", async ({ page }) => {
  let loads = 0;
  page.on("load", () => (loads += 1));
  // A service worker that does nothing stands for one that is too old or broken.
  await page
    .context()
    .route("**/sw.js*", (route) =>
      route.fulfill({ contentType: "text/javascript", body: "self.addEventListener('fetch', () => {});" }),
    );
  await Workbench.open(page, STATIC_HOST);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  expect(loads).toBe(2);
});
