// Unit tests: beside the files they test, in Node, without a browser.

import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { WITLOOM_VERSION: JSON.stringify("test") },
  test: {
    include: ["{core,workers,components,app,cli,tests}/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    // Tests hold no state in modules: a worker may keep what it has loaded.
    isolate: false,
  },
});
