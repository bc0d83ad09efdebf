#!/usr/bin/env node
// Starts the command line, which is built when it is first asked for.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(built)) {
  console.error("witloom: building the command line …");
  const { build } = await import("vite");
  await build({ root, configFile: `${root}vite.cli.config.ts`, logLevel: "error" });
}
if (process.argv[2] === "test" && !existsSync(new URL("../dist/page/index.html", import.meta.url))) {
  console.error("witloom: building the page …");
  const { build } = await import("vite");
  await build({ root, configFile: `${root}vite.config.ts`, logLevel: "error" });
}
const { main } = await import(built.href);
process.exitCode = await main(process.argv.slice(2));
