// `npm run check`: types, lint, format, dead code and unit tests. Stops at nothing: it reports all that fails.

import { spawnSync } from "node:child_process";

const STEPS = [
  { name: "types", command: "tsc", args: ["-b"] },
  { name: "lint", command: "oxlint", args: ["-c", "oxlint.config.mjs", "--quiet"] },
  { name: "format", command: "oxfmt", args: ["--check"] },
  { name: "dead code", command: "knip", args: [] },
  { name: "unit tests", command: "vitest", args: ["run", "--reporter=dot"] },
];

const failed = [];
for (const { name, command, args } of STEPS) {
  const start = performance.now();
  const { status } = spawnSync("npx", ["--no-install", command, ...args], { stdio: "inherit" });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
