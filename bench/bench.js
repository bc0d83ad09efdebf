// `npm run bench`: how fast it is, as ratios measured side by side in one run. Nothing here passes or fails.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, runnerImport } from "vite";
import { openSession } from "../scripts/browser-session.js";
import { measureCanvas } from "./canvas.js";
import { firstPicture, starts } from "./page.js";
import { streaming } from "./streaming.js";
import { ratio } from "./timing.js";

const APPS = ["greeting", "image-pipeline", "orders"].map((name) => `public/samples/${name}`);
const TESTBED = "workers/testbed/vite.config.mjs";

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
}

function times(value) {
  return `${value.toFixed(2)} ×`.padStart(10);
}

async function printPairs(title, pairs) {
  console.log(`\n${title}`);
  for (const { name, byteLength, work, yardstick } of pairs) {
    const { ratio: value } = await ratio(work, yardstick);
    console.log(`  ${name.padEnd(28)}${kilobytes(byteLength)}${times(value)}`);
  }
}

function wasmBelow(folder) {
  const names = readdirSync(folder, { recursive: true });
  return names.filter((name) => name.endsWith(".wasm")).map((name) => join(folder, name));
}

async function benchEngine() {
  const { module } = await runnerImport(new URL("engine.ts", import.meta.url).pathname);
  const components = APPS.flatMap((folder) => wasmBelow(join(folder, "deps")));
  components.sort((a, b) => readFileSync(a).length - readFileSync(b).length);
  await printPairs("Reading a component, beside the SHA-256 of the same bytes", module.readingPairs(components));
  await printPairs("Parsing WAC, beside the SHA-256 of the text", module.parsingPairs(APPS));
  await printPairs("Composing, beside a plain copy of what comes out", await module.composingPairs(APPS));
  await benchChains();
  const files = await runnerImport(new URL("files.ts", import.meta.url).pathname);
  await printPairs(
    "Appending to a file of a run, beside writing the same bytes at once",
    files.module.appendingPairs(),
  );
}

/** Chains of HTTP middleware, checked, checked again and composed. */
async function benchChains() {
  const { module } = await runnerImport(new URL("http-chain.ts", import.meta.url).pathname);
  const chains = await Promise.all([200, 1000].map((length) => module.httpChain(length)));
  await printPairs("Composing 30 MB of components, beside copying them into one buffer", module.heavyPairs(chains[0]));
  console.log("\nChecking HTTP middleware again after an edit    from scratch    a frame of 60");
  for (const chain of chains) {
    const { name, work, yardstick } = module.recheckingPair(chain);
    const { ratio: value, a } = await ratio(work, yardstick);
    console.log(`  ${name.padEnd(45)}${times(value)}${times(module.shareOfFrame(a)).padStart(17)}`);
  }
  await printPairs("Composing HTTP middleware, beside checking it from scratch", chains.map(module.chainPair));
  if (!existsSync("dist/cli/main.js")) execFileSync("npm", ["run", "--silent", "build:cli"], { stdio: "inherit" });
  const besideWac = module.besideWacPairs(chains[0]);
  if (besideWac) await printPairs("From WAC text to the composed file, beside the wac command", besideWac);
  else console.log("\nNot measured beside wac: it is not on the path.");
}

async function benchPage() {
  if (!existsSync("dist/page/index.html")) await build({ logLevel: "error" });
  const session = await openSession("vite.config.ts");
  if (!session) return;
  const files = await firstPicture(session);
  const sizes = files.map((url) => gzipSync(readFileSync(`dist/page${new URL(url).pathname}`), { level: 9 }).length);
  const html = gzipSync(readFileSync("dist/page/index.html"), { level: 9 }).length;
  const total = sizes.reduce((sum, size) => sum + size, html);
  console.log(`\nLoaded before the first picture, gzip: ${kilobytes(total).trim()} in ${files.length + 1} files`);

  const { cold, warm, up } = await starts(session);
  console.log("\nFirst answer of a call, beside the same call with the run up");
  console.log(`  nothing at hand             ${times(cold / up)}`);
  console.log(`  components made ready       ${times(warm / up)}`);
  console.log(`  cold beside warm            ${times(cold / warm)}`);

  const { preview, bare, byteLength } = await streaming(session);
  console.log("\nAn answer through the live preview, beside a service worker that makes the same bytes");
  console.log(`  pieces of 4 kB              ${kilobytes(byteLength)}${times(preview / bare)}`);

  const { module } = await runnerImport(new URL("large-project.ts", import.meta.url).pathname);
  const project = await module.largeProject();
  console.log(`\nFrames with ${project.instances} instances and ${project.wires} wires, beside an idle page's`);
  console.log("  while                          frames   over 33 ms        p95      worst");
  const [idleRow, ...rows] = await measureCanvas(session, project);
  for (const { name, frames, slow, p95, worst } of rows) {
    const cells = [
      String(frames).padStart(7),
      String(slow).padStart(12),
      times(p95 / idleRow.p95),
      times(worst / idleRow.p95),
    ];
    console.log(`  ${name.padEnd(28)}${cells.join(" ")}`);
  }
  await session.close();
}

async function benchRuns() {
  await build({ configFile: TESTBED, logLevel: "error" });
  const session = await openSession(TESTBED);
  if (!session) return;
  const page = await session.page();
  await page.goto(session.address);
  await page.waitForFunction(() => "measures" in globalThis);
  const { ratio: value, suspendedRatio } = await page.evaluate(() => globalThis.measures.wire());
  console.log("\nCalls a second over a wire, beside direct wiring");
  console.log(`  small arguments             ${times(1 / value)}`);
  const { handlerMs, bareMs, byteLength } = await page.evaluate(() => globalThis.measures.httpStreaming());
  console.log("\nA request body through a handler and back, beside the same to a bare worker and back");
  console.log(`  in shared instances         ${kilobytes(byteLength)}${times(handlerMs / bareMs)}`);
  const { ratio: typing } = await page.evaluate(() => globalThis.measures.typing());
  console.log("\nFrom a key to its echo by a program, beside a message to a worker and back");
  console.log(`  median                      ${times(typing)}`);
  console.log("\nA call over a wire where calls are suspended, beside one where the thread blocks");
  console.log(`  small arguments             ${times(suspendedRatio)}`);
  const { bare, warm, again } = await page.evaluate(() => globalThis.measures.warmStart());
  console.log("\nThree instances to their first answer, beside a bare worker that only instantiates them");
  console.log(`  components made ready       ${times(warm / bare)}`);
  console.log(`  right after another run     ${times(again / bare)}`);
  const { small, lists } = await page.evaluate(() => globalThis.measures.modes());
  console.log("\nCalls a second between instances in release, beside debug");
  console.log(`  small arguments             ${times(1 / small)}`);
  console.log(`  lists of 64 KiB             ${times(1 / lists)}`);
  await session.close();
}

if (!process.argv.includes("--page")) await benchEngine();
await benchRuns();
await benchPage();
