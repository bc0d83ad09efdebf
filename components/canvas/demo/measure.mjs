// Measures frames at 1,000 instances and 3,000 wires while a person would pan, drag, select and zoom: deltas of
// requestAnimationFrame in a production build, with the mouse moved in every frame. `node measure.mjs [repetitions]`.

import { build, preview } from "vite";
import { chromium } from "playwright-core";

const repetitions = Number(process.argv[2] ?? 3);
const configFile = new URL("vite.config.mjs", import.meta.url).pathname;
const SIZE = { width: 1440, height: 900 };
const SLOW_MS = 33.5;

await build({ configFile, logLevel: "error" });
const server = await preview({ configFile, preview: { port: 0 }, logLevel: "error" });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});

async function open(query) {
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(`${server.resolvedUrls.local[0]}?case=large&${query}`);
  await page.waitForFunction(() => document.querySelector(".react-flow__viewport") && window.canvasDemo?.handle());
  await page.waitForTimeout(1500);
  return page;
}

/** Frame deltas in ms while `run` goes on. */
async function frames(page, run) {
  await page.evaluate(() => {
    window.deltas = [];
    let last = performance.now();
    const tick = (now) => {
      window.deltas?.push(now - last);
      last = now;
      if (window.deltas) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await run(page);
  return page.evaluate(() => {
    const { deltas } = window;
    window.deltas = undefined;
    return deltas.slice(2);
  });
}

/** Presses at `from` and drags by `by` pixels in steps, one a frame. */
async function drag(page, from, by, steps = 60, button = "left") {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button });
  for (let i = 1; i <= steps; i++) {
    const swing = Math.sin((i / steps) * Math.PI * 2);
    await page.mouse.move(from.x + by.x * swing, from.y + by.y * swing);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up({ button });
}

const toScreen = (page, index, dx, dy) =>
  page.evaluate(
    ([i, x, y]) => {
      const at = window.canvasDemo.model().nodes[i].position;
      const origin = window.canvasDemo.handle().toGraph({ x: 0, y: 0 });
      const other = window.canvasDemo.handle().toGraph({ x: 100, y: 0 });
      const zoom = 100 / (other.x - origin.x);
      return { x: (at.x + x - origin.x) * zoom, y: (at.y + y - origin.y) * zoom };
    },
    [index, dx, dy],
  );

/** The first 64 nodes of the eight columns at the top left. */
const sixtyFour = (page) =>
  page.evaluate(() => {
    const { nodes } = window.canvasDemo.model();
    const rows = Math.ceil(Math.sqrt(nodes.length * 0.62));
    const chosen = Array.from({ length: 64 }, (_, i) => nodes[Math.floor(i / 8) * rows + (i % 8)].id);
    window.canvasDemo.select({ nodes: chosen });
  });

const NEAR = "zoom=1&x=-3000&y=-2400";
const cases = {
  "pan at zoom 1": [NEAR, (page) => drag(page, { x: 330, y: 20 }, { x: 500, y: 300 })],
  "wheel at zoom 1": [
    NEAR,
    async (page) => {
      await page.mouse.move(700, 450);
      for (let i = 0; i < 60; i++) {
        await page.mouse.wheel(i % 2 ? 40 : 0, i < 30 ? 60 : -60);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    },
  ],
  "drag one": [NEAR, async (page) => drag(page, await toScreen(page, 234, 120, 20), { x: 300, y: 200 })],
  "pan at fit": ["zoom=0.075&x=150&y=150", (page) => drag(page, { x: 700, y: 840 }, { x: 400, y: 300 })],
  "pan at 0.5": [
    "zoom=0.5&x=-1500&y=-1200",
    (page) => drag(page, { x: 700, y: 450 }, { x: 400, y: 300 }, 60, "middle"),
  ],
  "box select 64": [
    "zoom=0.4&x=140&y=10",
    async (page) => {
      await page.keyboard.down("Shift");
      await drag(page, { x: 180, y: 40 }, { x: 1080, y: 810 });
      await page.keyboard.up("Shift");
    },
  ],
  "drag 64": [
    "zoom=0.4&x=140&y=10",
    async (page) => drag(page, await toScreen(page, 0, 120, 20), { x: 200, y: 120 }),
    sixtyFour,
  ],
  "drag 64 at fit": [
    "zoom=0.075&x=150&y=150",
    async (page) => drag(page, await toScreen(page, 0, 120, 60), { x: 300, y: 200 }),
    sixtyFour,
  ],
  "draw a wire": [NEAR, async (page) => drag(page, await toScreen(page, 234, 1, 56 + 24), { x: 300, y: 200 })],
  "hover at zoom 1": [
    NEAR,
    async (page) => {
      for (let i = 0; i < 60; i++) {
        await page.mouse.move(200 + i * 17, 200 + (i % 7) * 60);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    },
  ],
  "zoom 1, fit, 1": [
    NEAR,
    async (page) => {
      await page.mouse.move(720, 450);
      await page.keyboard.down("Control");
      for (let i = 0; i < 72; i++) {
        await page.mouse.wheel(0, i < 36 ? 100 : -100);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      await page.keyboard.up("Control");
    },
  ],
};

for (const [name, [query, run, prepare]] of Object.entries(cases)) {
  if (process.argv[3] && !name.includes(process.argv[3])) continue;
  const runs = [];
  for (let i = 0; i < repetitions; i++) {
    const page = await open(query);
    if (prepare) {
      await prepare(page);
      await page.waitForTimeout(300);
    }
    const deltas = (await frames(page, run)).sort((a, b) => a - b);
    runs.push({
      slow: deltas.filter((delta) => delta > SLOW_MS).length,
      p50: deltas[deltas.length >> 1],
      p95: deltas[Math.floor(deltas.length * 0.95)],
      worst: deltas.at(-1),
      count: deltas.length,
    });
    await page.close();
  }
  const list = (key, digits = 0) => runs.map((each) => each[key].toFixed(digits)).join(" ");
  console.log(
    `${name.padEnd(16)} frames ${list("count")} | over 33: ${list("slow")} | p50 ${list("p50")} | p95 ${list("p95")} | worst ${list("worst")}`,
  );
}
await browser.close();
await server.close();
