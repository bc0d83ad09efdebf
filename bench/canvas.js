// Frames in a generated document of 1,000 instances and 3,000 wires, in the real page, while a hand pans, zooms and drags.

import { dropFile, execute, framesDuring, idle, nextFrame } from "../scripts/browser-session.js";
import { percentile } from "./timing.js";

const STEPS = 60;
/** A frame that takes longer has been missed at 30 a second. */
const SLOW_MS = 33.5;

export async function measureCanvas(session, project) {
  const rows = [];
  const page = await session.page();
  await page.goto(session.address);
  await idle(page);
  await dropFile(page, "large.zip", project.zip);
  const { composition } = await page.evaluate(() => globalThis.__witloom.snapshot());
  if (composition?.instances.length !== project.instances) throw new Error("The generated project did not open");
  await execute(page, "view.bottom");
  const box = await page.getByRole("application").boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const baseline = await framesDuring(page, async () => {
    for (let i = 0; i < STEPS; i++) await nextFrame(page);
  });
  rows.push(row("nothing", baseline));
  for (const [name, prepare, run] of cases(page, middle)) {
    await prepare();
    await idle(page);
    rows.push(row(name, await framesDuring(page, run)));
    await idle(page);
  }
  await page.close();
  return rows;
}

function row(name, deltas) {
  return {
    name,
    frames: deltas.length,
    slow: deltas.filter((delta) => delta > SLOW_MS).length,
    p95: percentile(deltas, 0.95),
    worst: Math.max(...deltas),
  };
}

function cases(page, middle) {
  const near = async () => {
    await execute(page, "view.fit");
    await execute(page, "view.zoom-reset");
  };
  const fit = () => execute(page, "view.fit");
  /** The title of the instance nearest to the middle. */
  const aNode = async () => {
    const titles = await page.getByRole("application").locator("[role=group]").all();
    const boxes = (await Promise.all(titles.map((title) => title.boundingBox()))).filter(Boolean);
    const distance = ({ x, y }) => Math.hypot(x - middle.x, y - middle.y);
    const [box] = boxes.toSorted((a, b) => distance(a) - distance(b));
    return { x: box.x + box.width / 2, y: box.y + 14 };
  };
  return [
    ["pan at 100 %", near, () => drag(page, { x: middle.x - 20, y: middle.y }, { x: 400, y: 250 }, "middle")],
    ["wheel at 100 %", near, () => wheel(page, middle, false)],
    ["zoom", near, () => wheel(page, middle, true)],
    ["drag one", near, async () => drag(page, await aNode(), { x: 250, y: 150 })],
    ["pan, everything in view", fit, () => drag(page, middle, { x: 300, y: 200 }, "middle")],
  ];
}

/** Presses, swings to both sides by `by`, and lets go: one step a frame. */
async function drag(page, from, by, button = "left") {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button });
  for (let i = 1; i <= STEPS; i++) {
    const swing = Math.sin((i / STEPS) * Math.PI * 2);
    await page.mouse.move(from.x + by.x * swing, from.y + by.y * swing);
    await nextFrame(page);
  }
  await page.mouse.up({ button });
}

async function wheel(page, at, zooming) {
  await page.mouse.move(at.x, at.y);
  if (zooming) await page.keyboard.down("Control");
  for (let i = 0; i < STEPS; i++) {
    await page.mouse.wheel(zooming ? 0 : 30, i < STEPS / 2 ? 80 : -80);
    await nextFrame(page);
  }
  if (zooming) await page.keyboard.up("Control");
}
