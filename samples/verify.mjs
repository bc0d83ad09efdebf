// Checks what is committed in public/samples: node samples/verify.mjs
// Every app composes and is valid, Wasmtime gives every recorded answer, filters fit or not as they should,
// jco transpiles every component, and samples.json lists what is there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkAnswers, Checks, differing } from "./build/answers.mjs";
import { compose } from "./build/compose.mjs";
import { componentPath } from "./build/component.mjs";
import { indexText } from "./build/index-file.mjs";
import { importPackage } from "./build/npm.mjs";
import { OUTPUT } from "./build/paths.mjs";
import { APPS, completed } from "./build/recipes.mjs";

const checks = new Checks();

/** The exchangeable filters of the image pipeline, put where `edges` is. */
async function checkFilters() {
  const second = '"second": edges["pixel:image/filter@1.0.0"]';
  const put = (component, version) => (wac) =>
    wac.replace("new pixel:edges@1.0.0", `new ${component}`).replace(second, second.replace("1.0.0", version));
  await checks.check("pixel:soften fits", () => void compose("image-pipeline", "soften", put("pixel:soften@1.0.0", "1.0.0")));
  await checks.check(
    "pixel:grayscale@1.1.0 fits",
    () => void compose("image-pipeline", "newer", put("pixel:grayscale@1.1.0", "1.1.0")),
  );
  await checks.check("pixel:posterize does not fit", () => {
    try {
      compose("image-pipeline", "misfit", put("pixel:posterize@1.0.0", "1.0.0"));
    } catch (error) {
      return error.message.includes("mismatched type for export `image`") ? undefined : error.message;
    }
    return "wac composed it";
  });
}

async function checkTranspiling(recipes) {
  const { $init, generate } = await importPackage("@bytecodealliance/jco-transpile/component");
  await $init;
  for (const recipe of recipes) {
    await checks.check(`jco transpiles ${recipe.name}@${recipe.version}`, () => {
      const { files } = generate(readFileSync(componentPath(recipe)), {
        name: recipe.folder,
        instantiation: { tag: "async" },
      });
      return files.length > 0 ? undefined : "no files";
    });
  }
}

for (const { id } of APPS) {
  await checks.check(`${id} composes`, () => checkAnswers(checks, id, compose(id)));
}
await checkFilters();
await checkTranspiling(APPS.flatMap((app) => app.recipes.map((recipe) => completed(app, recipe))));
await checks.check("samples.json is up to date", () =>
  differing(readFileSync(join(OUTPUT, "samples.json"), "utf8"), indexText(APPS)),
);

process.exit(checks.finish());
