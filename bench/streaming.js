// An HTTP answer on its way through the live preview: run, page, service worker, browser; beside a service worker that
// makes the same bytes itself.

import { readFileSync } from "node:fs";
import { dropFile, execute, idle } from "../scripts/browser-session.js";
import { median } from "./timing.js";

const PROGRAM = "samples/conformance/built/http-rust.wasm";
/** What `/many` of the program answers: pieces of so many bytes. */
const PIECES = 300;
const PIECE_BYTES = 4096;
const ROUNDS = 15;

/** Beside the workbench, so that neither sees the other's requests. */
const BARE = "bare-stream/";
const BARE_WORKER = `
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener("fetch", (event) => {
    if (!event.request.url.endsWith("/many")) return;
    let left = ${PIECES};
    event.respondWith(new Response(new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(${PIECE_BYTES}));
        else controller.close();
      },
    })));
  });`;

/** Milliseconds of an answer through the preview and through the bare service worker, and its length in bytes. */
export async function streaming(session) {
  const context = await session.browser.newContext();
  await context.route(`**/${BARE}`, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await context.route(`**/${BARE}sw.js`, (route) => {
    return route.fulfill({ contentType: "text/javascript", body: BARE_WORKER });
  });
  const workbench = await context.newPage();
  await workbench.goto(session.address);
  await idle(workbench);
  await execute(workbench, "document.close");
  await dropFile(workbench, "http-rust.wasm", readFileSync(PROGRAM));
  await idle(workbench);
  await execute(workbench, "preview.open", { path: "/request" });
  const root = await workbench.getAttribute("iframe", "src");
  const bare = await context.newPage();
  await bare.goto(session.address + BARE);
  await bare.evaluate(() => navigator.serviceWorker.register("sw.js"));
  for (const page of [workbench, bare]) await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const [through, alone] = [[], []];
  for (let i = 0; i < ROUNDS; i++) {
    through.push(await timedAnswer(workbench, new URL("many", root).href));
    alone.push(await timedAnswer(bare, new URL("many", bare.url()).href));
  }
  await context.close();
  return { preview: median(through), bare: median(alone), byteLength: PIECES * PIECE_BYTES };
}

async function timedAnswer(page, url) {
  // A page in the background gets less of the machine.
  await page.bringToFront();
  const { ms, byteLength } = await page.evaluate(async (address) => {
    const start = performance.now();
    const bytes = await (await fetch(address)).arrayBuffer();
    return { ms: performance.now() - start, byteLength: bytes.byteLength };
  }, url);
  if (byteLength !== PIECES * PIECE_BYTES) throw new Error(`${url} answered ${byteLength} bytes`);
  return ms;
}
