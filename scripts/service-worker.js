// `sw.js` at the root of the site, which a service worker must lie at to see all of it: one file, built apart, so that
// it needs no modules of the page and changes only when it changes itself.

import { build } from "vite";

const ENTRY = "workers/preview/preview.sw.ts";
const FILE = "sw.js";

async function bundled() {
  const { output } = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2023",
      rollupOptions: { input: ENTRY, output: { format: "iife", entryFileNames: FILE } },
    },
  });
  return output[0].code;
}

/** A plugin for Vite that builds the service worker with the page, and serves it while developing. */
export function serviceWorker() {
  let base = "/";
  return {
    name: "service-worker",
    configResolved: (config) => void (base = config.base),
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: FILE, source: await bundled() });
    },
    configureServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => {
        if (new URL(request.url ?? "", "http://localhost").pathname !== base + FILE) return next();
        response.setHeader("Content-Type", "text/javascript");
        return bundled().then((code) => response.end(code), next);
      }),
  };
}
