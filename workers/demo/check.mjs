// The run engine in a real Chromium: node workers/demo/check.mjs [name …]
// Builds the page beside this file, serves it with and without cross-origin isolation, and runs every scenario.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const POLICY = { "Content-Security-Policy": "script-src 'self' 'wasm-unsafe-eval' blob:" };
const ISOLATION = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
const PORTS = { isolated: 5201, "not isolated": 5202 };

const configFile = fileURLToPath(new URL("vite.config.mjs", import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), "witloom-demo-"));
const wanted = process.argv.slice(2);
let failures = 0;

/** Runs everything of `group` in its own page. */
async function runAll(browser, mode, group) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => report(mode, "page error", error.message, false));
  page.on("console", (message) => {
    if (message.type() === "error") console.log(`       console: ${message.text().slice(0, 200)}`);
  });
  await page.goto(`http://localhost:${PORTS[mode]}/`);
  await page.waitForFunction((name) => name in globalThis, group);
  const isolated = await page.evaluate(() => globalThis.crossOriginIsolated);
  report(mode, "isolated", isolated, isolated === (mode === "isolated"));
  const names = await page.evaluate((name) => Object.keys(globalThis[name]), group);
  for (const name of names.filter((one) => wanted.length === 0 || wanted.includes(one))) {
    const result = await page.evaluate(
      ([of, one]) =>
        globalThis[of][one]().then(
          (value) => ({ ok: true, value }),
          (error) => ({ ok: false, value: String(error) }),
        ),
      [group, name],
    );
    report(mode, name, result.value, result.ok);
  }
  await page.close();
}

function report(mode, name, value, ok) {
  if (!ok) failures += 1;
  console.log(`${ok ? "ok    " : "FAILED"} ${mode}: ${name} ${value === undefined ? "" : JSON.stringify(value)}`);
}

await build({ configFile, build: { outDir } });
const servers = await Promise.all(
  Object.entries(PORTS).map(([mode, port]) => {
    const headers = { ...POLICY, ...(mode === "isolated" ? ISOLATION : {}) };
    return preview({ configFile, build: { outDir }, preview: { port, strictPort: true, headers } });
  }),
);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
try {
  for (const mode of Object.keys(PORTS)) {
    await runAll(browser, mode, "scenarios");
    await runAll(browser, mode, "measures");
  }
} finally {
  await browser.close();
  await Promise.all(servers.map((server) => server.close()));
  rmSync(outDir, { recursive: true });
}
console.log(failures === 0 ? "all passed" : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
