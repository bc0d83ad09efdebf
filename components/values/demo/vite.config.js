// The demo page of the value editors alone: `npx vite --config components/values/demo/vite.config.js`.

import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  cacheDir: here("../../../node_modules/.cache/vite-values"),
  tsconfig: here("../../../tsconfig.base.json"),
  plugins: [react()],
});
