// Builds and serves the page. Every answer carries the headers that isolate it, and a Content-Security-Policy that
// lets nothing in but its own files; only the worker that runs components may load the scripts made for them.

import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { type Connect, defineConfig, type Plugin } from "vite";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };

const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const POLICY = {
  "default-src": "'self'",
  // Components are compiled; nothing is evaluated from strings.
  "script-src": "'self' 'wasm-unsafe-eval'",
  // The editor and the layout set styles on elements.
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self' data:",
  // Components are fetched from where a person says.
  "connect-src": "'self' https: http://localhost:* http://127.0.0.1:* blob: data:",
  "worker-src": "'self' blob:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};
/** jco's output reaches the run worker as a blob. */
const RUN_WORKER_POLICY = { ...POLICY, "script-src": "'self' 'wasm-unsafe-eval' blob:" };

function policyText(policy: Record<string, string>): string {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}

const isolated = process.env["WITLOOM_ISOLATION"] !== "off";

function headers(strict: boolean): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (isolated) for (const [name, value] of Object.entries(ISOLATION)) response.setHeader(name, value);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    const policy = request.url?.includes("run.worker") ? RUN_WORKER_POLICY : POLICY;
    if (strict) response.setHeader("Content-Security-Policy", policyText(policy));
    next();
  };
}

function secureHeaders(): Plugin {
  return {
    name: "secure-headers",
    // Hot reload needs inline scripts: the policy holds for what is built.
    configureServer: ({ middlewares }) => void middlewares.use(headers(false)),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(headers(true)),
  };
}

export default defineConfig({
  plugins: [react(), secureHeaders()],
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
