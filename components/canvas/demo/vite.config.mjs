// Serves the canvas's demo page: npx vite components/canvas/demo --config components/canvas/demo/vite.config.mjs

import react from "@vitejs/plugin-react";

const root = new URL(".", import.meta.url).pathname;

export default {
  root,
  base: "./",
  plugins: [react()],
  tsconfig: new URL("../../../tsconfig.base.json", import.meta.url).pathname,
  cacheDir: new URL("../../../node_modules/.cache/vite-canvas", import.meta.url).pathname,
  build: { outDir: new URL("../../../node_modules/.cache/canvas-demo", import.meta.url).pathname, emptyOutDir: true },
};
