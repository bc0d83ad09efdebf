#!/usr/bin/env node
// Starts the built command line; it is made by `npm run build:cli`.

import { existsSync } from "node:fs";

const built = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error("witloom: not built yet; run `npm run build:cli`");
  process.exitCode = 2;
}
