// Builds the sample components: node samples/build.mjs [app[/component]]
//
// source + WIT ──toolchain──▶ core module ──wasm-tools──▶ public/samples/<app>/deps/<namespace>/<name>/<version>.wasm
// and at the end public/samples/samples.json, the list of every file.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeComponent } from "./build/component.mjs";
import { writeIndex } from "./build/index-file.mjs";
import { SAMPLES, WORK } from "./build/paths.mjs";
import { APPS, completed } from "./build/recipes.mjs";
import { gatherWit } from "./build/wit.mjs";

async function buildOne(recipe) {
  const source = join(SAMPLES, recipe.app, recipe.folder);
  const work = join(WORK, recipe.app, recipe.folder);
  mkdirSync(work, { recursive: true });
  const wit = gatherWit(recipe, work);
  const core = await recipe.build(recipe, { source, work, wit });
  const bytes = writeComponent(recipe, core, wit, work);
  console.log(
    `${recipe.name}@${recipe.version}`.padEnd(26),
    core.languages[0][0].padEnd(16),
    String(bytes).padStart(9),
  );
}

const [wantedApp, wantedFolder] = (process.argv[2] ?? "").split("/");
const wanted = APPS.filter(({ id }) => !wantedApp || id === wantedApp)
  .flatMap((app) => app.recipes.map((recipe) => completed(app, recipe)))
  .filter(({ folder }) => !wantedFolder || folder === wantedFolder);
if (wanted.length === 0) {
  console.error(`There is no sample ${process.argv[2]}; there are: ${APPS.map(({ id }) => id).join(", ")}`);
  process.exit(1);
}

let failures = 0;
for (const recipe of wanted) {
  try {
    await buildOne(recipe);
  } catch (error) {
    failures += 1;
    console.error(`${recipe.name}: ${error.message}`);
  }
}
writeIndex(APPS);
process.exit(failures === 0 ? 0 : 1);
