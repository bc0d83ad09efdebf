// Drives the demo page with a real mouse and keyboard and checks what the canvas tells its caller. Prints one line a case;
// exits with 1 when one fails. With a folder as argument it leaves pictures of the states there.

import { openDemo } from "./browser.mjs";

const pictures = process.argv[2];
const demo = await openDemo();
let failed = 0;

async function check(name, query, run, viewport) {
  const page = await demo.page(query, viewport);
  try {
    await run(pageObject(page));
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n        ${error.message}`);
    if (pictures) await page.screenshot({ path: `${pictures}/failed-${name.replaceAll(" ", "-")}.png` });
  }
  await page.close();
}

/** What a case may do, in the words of a person in front of the canvas. */
function pageObject(page) {
  const centre = async (selector) => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`nothing at ${selector}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const port = (node, side, name) => centre(`[data-node="${node}"] [data-port="${name}"][data-side="${side}"]`);
  const drag = async (from, to, { release = true, steps = 12 } = {}) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps });
    if (release) await page.mouse.up();
    await page.waitForTimeout(60);
  };
  const calls = (name) =>
    page.evaluate((wanted) => window.canvasDemo.calls.filter((call) => call.name === wanted), name);
  return {
    page,
    centre,
    port,
    drag,
    calls,
    node: (id) => centre(`[data-node="${id}"] header`),
    selection: () => page.evaluate(() => window.canvasDemo.selection()),
    wires: () => page.evaluate(() => window.canvasDemo.model().wires.map(({ id }) => id)),
    position: (id) =>
      page.evaluate((wanted) => window.canvasDemo.model().nodes.find((node) => node.id === wanted).position, id),
    picture: async (name) => {
      if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
    },
  };
}

function equal(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

const PRICING = "shop:orders/pricing@1.2.0";
const NEXT = "shop:orders/pricing@2.0.0";
const STORE = "shop:orders/store@1.2.0";

for (const theme of ["light", "dark"]) {
  const offers = `case=offers&theme=${theme}&zoom=0.76&x=130&y=6`;

  await check(`connect by dragging, ${theme}`, offers, async (canvas) => {
    const from = await canvas.port("gateway", "import", PRICING);
    const to = await canvas.port("pricing-flat", "export", PRICING);
    await canvas.drag(from, { x: to.x + 60, y: to.y + 20 }, { release: false });
    await canvas.picture(`wire-loose-${theme}`);
    await canvas.page.mouse.move(to.x + 9, to.y + 9, { steps: 4 });
    await canvas.page.waitForTimeout(250);
    await canvas.picture(`wire-fits-${theme}`);
    await canvas.page.mouse.up();
    await canvas.page.waitForTimeout(100);
    const [call] = await canvas.calls("onConnect");
    equal(
      call?.args.map(({ node }) => node),
      ["gateway", "pricing-flat"],
      "ends",
    );
    equal(
      (await canvas.wires()).some((id) => id.startsWith("pricing-flat→gateway")),
      true,
      "a wire",
    );
    await canvas.picture(`wire-connected-${theme}`);
  });

  await check(`refused drop, ${theme}`, offers, async (canvas) => {
    const from = await canvas.port("gateway", "import", PRICING);
    const to = await canvas.port("pricing-next", "export", NEXT);
    await canvas.drag(from, { x: to.x - 8, y: to.y - 4 }, { release: false });
    await canvas.page.waitForSelector("text=Does not fit the import of pricing");
    await canvas.page.waitForTimeout(200);
    await canvas.picture(`wire-misfit-${theme}`);
    await canvas.page.mouse.up();
    await canvas.page.waitForSelector('text="Not connected"');
    await canvas.picture(`wire-refused-${theme}`);
    equal(await canvas.calls("onConnect"), [], "no connection");
    equal(await canvas.calls("onDropInSpace"), [], "no drop in space");
    await canvas.page.waitForSelector('text="Not connected"', { state: "detached", timeout: 5000 });
  });
}

await check("drop in space", "case=offers&zoom=1&x=140&y=0", async (canvas) => {
  const from = await canvas.port("gateway", "import", PRICING);
  await canvas.drag(from, { x: from.x - 120, y: from.y + 260 });
  const [call] = await canvas.calls("onDropInSpace");
  equal(call?.args[0], { node: "gateway", side: "import", port: PRICING }, "the end");
  equal(call?.args[2], { x: from.x - 120, y: from.y + 260 }, "the place on screen");
});

await check("drop on the rail", "case=offers&zoom=1&x=140&y=0", async (canvas) => {
  const from = await canvas.port("gateway", "import", PRICING);
  await canvas.drag(from, { x: 60, y: 300 }, { release: false });
  await canvas.picture("wire-over-rail");
  await canvas.page.mouse.up();
  const [call] = await canvas.calls("onConnectToWorld");
  equal(call?.args[0], { node: "gateway", side: "import", port: PRICING }, "the end");
});

await check("pick a wire up and let it go", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const from = await canvas.port("pricing-eu", "import", STORE);
  await canvas.drag(from, { x: from.x - 100, y: from.y + 80 });
  const [call] = await canvas.calls("onMoveWireEnd");
  equal(call?.args, [`store→pricing-eu:${STORE}`, null], "the wire came off");
});

await check("a picked wire put back changes nothing", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const from = await canvas.port("pricing-eu", "import", STORE);
  await canvas.drag(from, { x: from.x - 100, y: from.y + 80 }, { release: false });
  await canvas.page.mouse.move(from.x + 3, from.y, { steps: 5 });
  await canvas.page.mouse.up();
  equal(await canvas.calls("onMoveWireEnd"), [], "no change");
});

await check("select a wire", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const end = await canvas.port("auth", "export", "shop:auth/tokens@0.4.1");
  await canvas.page.mouse.move(end.x + 200, end.y + 5);
  await canvas.page.waitForTimeout(80);
  await canvas.picture("wire-hovered");
  await canvas.page.mouse.click(end.x + 200, end.y + 5);
  equal((await canvas.selection()).wires, ["auth→gateway:shop:auth/tokens@0.4.1"], "selection");
  await canvas.picture("wire-selected");
  await canvas.page.mouse.click(end.x + 200, end.y + 60);
  equal((await canvas.selection()).wires, [], "background clears");
});

await check("select by a rectangle", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const first = await canvas.node("pricing-flat");
  await canvas.page.keyboard.down("Shift");
  await canvas.drag({ x: first.x - 150, y: first.y - 40 }, { x: first.x + 160, y: first.y + 350 }, { release: false });
  await canvas.picture("boxing");
  await canvas.page.mouse.up();
  await canvas.page.keyboard.up("Shift");
  equal((await canvas.selection()).nodes.toSorted(), ["pricing-eu", "pricing-flat", "validate"], "nodes");
});

await check("move a node", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const before = await canvas.position("validate");
  const at = await canvas.node("validate");
  await canvas.drag(at, { x: at.x + 83, y: at.y + 41 }, { release: false });
  await canvas.picture("moving");
  await canvas.page.mouse.up();
  await canvas.page.waitForTimeout(100);
  equal(await canvas.position("validate"), { x: before.x + 84, y: before.y + 40 }, "position on the grid");
  equal((await canvas.calls("onMoveNodes")).length, 1, "told once");
  const drawn = await canvas.node("validate");
  equal([Math.round(drawn.x - at.x), Math.round(drawn.y - at.y)], [84, 40], "element");
  await canvas.picture("moved");
});

await check("move what is selected", "case=orders&zoom=1&x=140&y=0&select=validate,auth", async (canvas) => {
  const at = await canvas.node("auth");
  await canvas.drag(at, { x: at.x + 40, y: at.y - 20 });
  const [call] = await canvas.calls("onMoveNodes");
  equal(call?.args[0].map(({ id }) => id).toSorted(), ["auth", "validate"], "nodes");
});

await check("Escape gives a move back", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const at = await canvas.node("validate");
  await canvas.drag(at, { x: at.x + 80, y: at.y + 40 }, { release: false });
  await canvas.page.keyboard.press("Escape");
  await canvas.page.mouse.up();
  await canvas.page.waitForTimeout(100);
  equal(await canvas.calls("onMoveNodes"), [], "nothing told");
  equal(await canvas.node("validate"), at, "element is back");
});

await check("pan by dragging the background", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const at = await canvas.node("validate");
  await canvas.drag({ x: at.x + 330, y: at.y + 90 }, { x: at.x + 270, y: at.y + 140 });
  const after = await canvas.node("validate");
  equal([Math.round(after.x - at.x), Math.round(after.y - at.y)], [-60, 50], "moved by");
});

await check("Space pans over a node", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const at = await canvas.node("validate");
  await canvas.page.mouse.move(at.x, at.y);
  await canvas.page.keyboard.down(" ");
  await canvas.drag(at, { x: at.x + 50, y: at.y - 30 });
  await canvas.page.keyboard.up(" ");
  equal(await canvas.calls("onMoveNodes"), [], "no move");
  const after = await canvas.node("validate");
  equal([Math.round(after.x - at.x), Math.round(after.y - at.y)], [50, -30], "moved by");
});

await check("wheel scrolls, Control and wheel zooms", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const at = await canvas.node("validate");
  await canvas.page.mouse.move(at.x, at.y);
  await canvas.page.mouse.wheel(0, 60);
  await canvas.page.waitForTimeout(120);
  const after = await canvas.node("validate");
  equal(after.y < at.y && after.x === at.x, true, "scrolled");
  await canvas.page.keyboard.down("Control");
  await canvas.page.mouse.wheel(0, 120);
  await canvas.page.keyboard.up("Control");
  await canvas.page.waitForTimeout(250);
  equal((await canvas.page.evaluate(() => window.canvasDemo.zoom())) < 1, true, "zoomed out");
});

await check("keyboard alone draws a wire", "case=offers&zoom=1&x=140&y=0", async (canvas) => {
  const { keyboard } = canvas.page;
  await canvas.page.locator('[data-node="gateway"]').focus();
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await canvas.page.waitForTimeout(60);
  await canvas.picture("keyboard-port");
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await canvas.page.waitForTimeout(150);
  await canvas.picture("keyboard-fit");
  await keyboard.press("Enter");
  const [call] = await canvas.calls("onConnect");
  equal(
    call?.args,
    [
      { node: "gateway", side: "import", port: PRICING },
      { node: "pricing-flat", side: "export", port: PRICING },
    ],
    "ends",
  );
});

await check("arrow keys move what is selected", "case=orders&zoom=1&x=140&y=0&select=audit", async (canvas) => {
  const before = await canvas.position("audit");
  await canvas.page.locator('[data-node="audit"]').focus();
  await canvas.page.keyboard.press("ArrowRight");
  await canvas.page.keyboard.press("Shift+ArrowDown");
  equal(await canvas.position("audit"), { x: before.x + 4, y: before.y + 16 }, "position");
});

await check("a rest on a port shows its WIT", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const at = await canvas.port("pricing-flat", "export", PRICING);
  await canvas.page.mouse.move(at.x, at.y);
  await canvas.page.waitForSelector("text=interface pricing");
  await canvas.picture("hover-card");
});

await check("menus name what they are for", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  const node = await canvas.node("auth");
  const port = await canvas.port("auth", "export", "shop:auth/tokens@0.4.1");
  for (const [x, y] of [
    [node.x, node.y],
    [port.x, port.y],
    [port.x + 200, port.y],
    [port.x + 200, port.y + 70],
  ]) {
    await canvas.page.mouse.click(x, y, { button: "right" });
  }
  const kinds = (await canvas.calls("onContextMenu")).map(({ args }) => [args[0].kind, args[0].id]);
  equal(
    kinds,
    [
      ["node", "auth"],
      ["port", "auth"],
      ["wire", "auth→gateway:shop:auth/tokens@0.4.1"],
      ["canvas", null],
    ],
    "targets",
  );
});

await check("an item of the library lands on the grid", "case=orders&zoom=1&x=140&y=0", async (canvas) => {
  await canvas.page.evaluate(() => {
    const target = document.querySelector("[data-detail]");
    const data = new DataTransfer();
    data.setData("application/x-witloom-component", "key");
    const at = { bubbles: true, cancelable: true, clientX: 803, clientY: 451, dataTransfer: data };
    target.dispatchEvent(new DragEvent("dragover", at));
    window.dropLater = () => target.dispatchEvent(new DragEvent("drop", at));
  });
  await canvas.page.waitForTimeout(60);
  await canvas.picture("landing");
  await canvas.page.evaluate(() => window.dropLater());
  const [call] = await canvas.calls("onDropItem");
  equal(call?.args[1], { x: 564, y: 432 }, "corner of the node");
});

await check("drag one far away, at 25 %", "case=large&zoom=0.25", async (canvas) => {
  const { page } = canvas;
  const at = await page.evaluate(() => {
    const node = window.canvasDemo.model().nodes[30].position;
    return { x: (node.x + 60) * 0.25 + 160, y: (node.y + 60) * 0.25 + 20 };
  });
  const before = await canvas.position("component-30");
  await canvas.drag(at, { x: at.x + 50, y: at.y + 25 }, { release: false });
  await canvas.picture("far-moving");
  await page.mouse.up();
  await page.waitForTimeout(200);
  equal(await canvas.position("component-30"), { x: before.x + 200, y: before.y + 100 }, "position");
});

if (demo.problems.length > 0) {
  failed++;
  console.log(`FAILED  the page complained\n        ${demo.problems.slice(0, 5).join("\n        ")}`);
}
await demo.close();
process.exit(failed > 0 ? 1 : 0);
