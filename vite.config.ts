// Builds and serves the page.

import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { secureHeaders } from "./scripts/secure-headers.js";
import { serviceWorker } from "./scripts/service-worker.js";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

export default defineConfig({
  plugins: [react(), secureHeaders(), serviceWorker()],
  define: { WITLOOM_VERSION: JSON.stringify(version) },
  worker: { format: "es" },
  build: {
    outDir: "dist/page",
    target: "es2023",
    // WebAssembly stays in files of its own: a data: URL would not stream.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
  },
  // Found inside workers, these would be optimised late and reload the page under a running composition.
  optimizeDeps: {
    exclude: ["@bytecodealliance/jco", "@bytecodealliance/jco-transpile", "@bytecodealliance/preview2-shim"],
  },
  server: { port: 5173 },
  preview: { port: 4173 },
});
