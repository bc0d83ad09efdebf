// `npm start`: builds what is missing or out of date, serves the page on localhost, and prints the address.

import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build, preview } from "vite";

const FOLDERS = ["app", "components", "core", "workers", "public", "docs/diagnostics"];
const SOURCES = [...FOLDERS, "index.html", "vite.config.ts", "package-lock.json"];
const BUILT = "dist/page/index.html";

/** The time of the youngest file below `path`, in milliseconds since 1970. */
function youngest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => youngest(join(path, name))));
}

if (!existsSync(BUILT) || statSync(BUILT).mtimeMs < Math.max(...SOURCES.map(youngest))) {
  console.log("Building the page …");
  await build({ logLevel: "error" });
}
const port = process.env.PORT ? Number(process.env.PORT) : undefined;
const server = await preview({ preview: { host: "localhost", ...(port ? { port, strictPort: true } : {}) } });
console.log(`\nWitloom is at ${server.resolvedUrls?.local[0] ?? "http://localhost"}\nPress Ctrl+C to stop.`);
