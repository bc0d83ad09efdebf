// What a person waits for in the page: the first picture, the first call, the next ones.

import { execute, idle } from "../scripts/browser-session.js";
import { median } from "./timing.js";

const ROUNDS = 5;
const CALL = {
  instance: "greeter",
  interface: "hello:greeting/greeter@1.0.0",
  function: "greet",
  arguments: '("Ada", "en", cheerful)',
};

/** Bytes over the wire, compressed, of everything that had arrived when the page first painted its contents. */
export async function firstPicture(session) {
  const page = await session.page();
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await page.goto(session.address);
  await idle(page);
  const entries = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return performance
      .getEntriesByType("resource")
      .filter(({ responseEnd, name }) => responseEnd < paint.startTime && !name.includes("/samples/"))
      .map(({ name }) => name);
  });
  await page.close();
  return entries;
}

/** Milliseconds of a first call with nothing at hand, with everything made ready before, and with the run up. */
export async function starts(session) {
  const cold = [];
  const warm = [];
  const up = [];
  for (let i = 0; i < ROUNDS; i++) {
    // A page of its own context has neither artifacts nor workers.
    const context = await session.browser.newContext();
    const page = await context.newPage();
    await page.goto(session.address);
    await idle(page);
    cold.push(await timedCall(page));
    await execute(page, "run.stop");
    warm.push(await timedCall(page));
    up.push(await timedCall(page));
    await context.close();
  }
  return { cold: median(cold), warm: median(warm), up: median(up) };
}

function timedCall(page) {
  return page.evaluate(async (call) => {
    const start = performance.now();
    await globalThis.__witloom.execute("run.call", call);
    return performance.now() - start;
  }, CALL);
}
