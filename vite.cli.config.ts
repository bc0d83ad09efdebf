// Bundles the command line for Node: one file, with wasm-tools left to be loaded when a `.wat` is met.

import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

export default defineConfig({
  define: { WITLOOM_VERSION: JSON.stringify(version) },
  publicDir: false,
  build: {
    ssr: "cli/main.ts",
    outDir: "dist/cli",
    target: "node20",
    minify: false,
    rollupOptions: { output: { entryFileNames: "main.js" } },
  },
});
