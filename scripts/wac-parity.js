// What `wac` itself makes of the same compositions, beside ours: the world must be the same and the size within 1 %.
// `wac` is looked for in WAC, then on the path, then built from crates.io into `.tools`, which git ignores.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { componentEmbed, componentNew, parse } from "@bytecodealliance/jco-transpile/wasm-tools";
import { differing } from "../samples/build/answers.mjs";

const VERSION = "0.12.0";
const FIXTURES = "tests/fixtures/cases/composing";
const LARGEST_DIFFERENCE = 0.01;
/** In the smallest components one section more or less is over one per cent. */
const SECTION_HEADERS_BYTES = 16;
/** Fixtures whose world differs, and why. */
const DIFFERENT_WORLD = new Map([["function-export-brings-its-types", "wac copies the type that the world uses"]]);
const SOURCE = /\.(?:wit|wat)$/;

const starts = (command) => spawnSync(command, ["--version"]).status === 0;

/** The command that runs `wac`, or null, with a line that says why, where there is none and none can be built. */
export function findWac(tools, { build }) {
  const built = resolve(tools, "wac", "bin", "wac");
  const found = [process.env.WAC, "wac", built].find((command) => command && starts(command));
  if (found) return found;
  if (!build || !starts("cargo")) {
    console.log("Skipped beside wac: it is not at hand, nor is it to be built or cargo there to build it.");
    return null;
  }
  console.log(`Building wac ${VERSION} from crates.io into .tools …`);
  const root = resolve(tools, "wac");
  // Without the registry's client, which nothing here needs, it builds in a fraction of the time.
  const features = ["--no-default-features", "--features", "wat"];
  const args = ["install", "wac-cli", "--locked", "--quiet", "--version", VERSION, "--root", root, ...features];
  const { status } = spawnSync("cargo", args, { stdio: "inherit" });
  if (status === 0) return built;
  console.log("Skipped beside wac: cargo could not build it.");
  return null;
}

/** Composes every sample and every composition of the fixtures with `wac` and with `witloom`, and compares. */
export async function checkBesideWac(checks, { wac, wasmTools, samples, folder }) {
  console.log(`Beside ${execFileSync(wac, ["--version"], { encoding: "utf8" }).trim()}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const refused = [];
  for (const { name, path, isSample } of [
    ...samples.map((sample) => ({ name: basename(sample), path: sample, isSample: true })),
    ...(await fixtureProjects(join(folder, "projects"))),
  ]) {
    const [ours, theirs] = ["ours", "theirs"].map((side) => join(folder, `${name}.${side}.wasm`));
    const source = join(path, "composition.wac");
    const { status, stderr } = spawnSync(wac, ["compose", source, "--deps-dir", join(path, "deps"), "-o", theirs]);
    // What wac gets wrong itself can't be compared.
    if (status !== 0 && !isSample) refused.push(name);
    if (status !== 0 && !isSample) continue;
    await checks.check(`${name}: wac composes it`, () => (status === 0 ? undefined : stderr.toString()));
    await checks.check(`${name}: the world is wac's`, () => {
      execFileSync(process.execPath, ["cli/witloom.js", "compose", source, "-o", ours], { stdio: "pipe" });
      const difference = differing(worldOf(wasmTools, ours), worldOf(wasmTools, theirs));
      if (!DIFFERENT_WORLD.has(name)) return difference;
      return difference ? undefined : `no longer differs: ${DIFFERENT_WORLD.get(name)}`;
    });
    await checks.check(`${name}: the size is wac's`, () => {
      const [size, wacSize] = [ours, theirs].map((file) => sizeOf(wasmTools, file));
      const isClose = Math.abs(size - wacSize) <= Math.max(wacSize * LARGEST_DIFFERENCE, SECTION_HEADERS_BYTES);
      return isClose ? undefined : `${size} bytes, ${wacSize} by wac`;
    });
  }
  if (refused.length > 0) console.log(`Not compared, for wac can't compose them: ${refused.join(", ")}`);
}

/** The compositions of the fixtures that can be composed, with their packages built from WIT or WAT. */
async function fixtureProjects(target) {
  const names = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, "world.wit")));
  for (const name of names) {
    cpSync(join(FIXTURES, name), join(target, name), { recursive: true });
    // wac wants another name for the whole than for any of its packages.
    const source = join(target, name, "composition.wac");
    writeFileSync(source, readFileSync(source, "utf8").replace(/^package [^;\s]+/m, "package beside:wac"));
    const deps = join(target, name, "deps");
    mkdirSync(deps, { recursive: true });
    for (const file of readdirSync(deps, { recursive: true }).filter((each) => SOURCE.test(each))) {
      const text = readFileSync(join(deps, file), "utf8");
      const bytes = file.endsWith(".wit") ? await dummyOf(text) : await parse(text);
      writeFileSync(join(deps, file.replace(SOURCE, ".wasm")), bytes);
    }
  }
  return names.map((name) => ({ name, path: join(target, name), isSample: false }));
}

async function dummyOf(witSource) {
  return componentNew(await componentEmbed({ dummy: true, witSource }), []);
}

/**
 * What the component's world says, line by line. Where a `use` or an alias leads is left out: wac goes through to what
 * it stands for in the end, and we keep what was written.
 */
function worldOf(wasmTools, file) {
  const text = execFileSync(wasmTools, ["component", "wit", file], { encoding: "utf8" });
  return text
    .split("\n")
    .flatMap((line) => {
      const used = /^\s*use .*\{(.*)\};$/.exec(line);
      if (used) return used[1].split(", ").map((name) => `use ${name}`);
      return [line.trim().replace(/^type (\S+) = .*/, "type $1")];
    })
    .toSorted();
}

/** Bytes without names and producers, which differ from tool to tool. */
function sizeOf(wasmTools, file) {
  return execFileSync(wasmTools, ["strip", "--all", file], { maxBuffer: 1 << 28 }).length;
}
