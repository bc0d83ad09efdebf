// A page that runs the run engine in a real browser, without the workbench: for e2e/engine.e2e.ts and the bench.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { secureHeaders } from "../../scripts/secure-headers.js";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder("."),
  publicDir: folder("../../public"),
  logLevel: "warn",
  plugins: [secureHeaders({ loadsOutput: (url) => /run\.worker|wire-cost|bare-start/.test(url) })],
  worker: { format: "es" },
  build: { outDir: folder("../../dist/testbed"), assetsInlineLimit: 0, target: "es2023", emptyOutDir: true },
});
