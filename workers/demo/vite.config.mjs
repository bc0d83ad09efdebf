// A page that runs the run engine in a real browser; see check.mjs.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder("."),
  publicDir: folder("../../public"),
  logLevel: "warn",
  worker: { format: "es" },
  build: { assetsInlineLimit: 0, target: "es2023", emptyOutDir: true },
  optimizeDeps: { exclude: ["@bytecodealliance/jco-transpile"] },
});
