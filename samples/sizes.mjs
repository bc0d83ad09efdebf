// Prints the table of sizes that ends samples/README.md: node samples/sizes.mjs
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { componentPath } from "./build/component.mjs";
import { APPS, completed } from "./build/recipes.mjs";
import { run } from "./build/tool.mjs";

function languageOf(path) {
  const { component } = JSON.parse(run("wasm-tools", ["metadata", "show", "--json", path]));
  return Object.keys(Object.fromEntries(component.metadata.producers).language).join(", ");
}

const rows = APPS.flatMap((app) => app.recipes.map((recipe) => completed(app, recipe))).map((recipe) => {
  const path = componentPath(recipe);
  const bytes = readFileSync(path);
  return [`${recipe.name}@${recipe.version}`, languageOf(path), bytes.length, gzipSync(bytes, { level: 9 }).length];
});

console.log("| component | language | bytes | gzipped |\n|---|---|---:|---:|");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
