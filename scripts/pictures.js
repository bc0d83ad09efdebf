// Draws the README's pictures from the built page: the orders sample after a call, light and dark.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { execute, openSession } from "./browser-session.js";

const FOLDER = "docs/pictures";
const CALL = {
  instance: "gateway",
  interface: "shop:orders/desk@1.2.0",
  function: "place",
  arguments: '("ada.rp.fb63ac03", {customer: "ada", lines: [{sku: "TEA-EARL", quantity: 2}]}, eur)',
};

const session = await openSession("vite.config.ts");
if (!session) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
for (const theme of ["light", "dark"]) {
  const page = await session.page();
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.goto(session.address);
  await execute(page, "sample.open", { id: "orders" });
  await execute(page, "run.call", CALL);
  await page.screenshot({ path: join(FOLDER, `orders-${theme}.png`) });
  await page.close();
}
await session.close();
