// Checks what is committed in public/samples: node samples/verify.mjs
// Every app composes and is valid, Wasmtime gives every recorded answer, filters fit or not as they should,
// jco transpiles every component, and samples.json lists what is there.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "./build/compose.mjs";
import { componentPath } from "./build/component.mjs";
import { indexText } from "./build/index-file.mjs";
import { importPackage } from "./build/npm.mjs";
import { OUTPUT } from "./build/paths.mjs";
import { APPS, completed } from "./build/recipes.mjs";
import { callText, invoke, runCommand, withServer } from "./build/wasmtime.mjs";

let passed = 0;
let failed = 0;

/** Counts one check; `run` returns nothing, or what is wrong, or throws. */
async function check(name, run) {
  const problem = await Promise.resolve()
    .then(run)
    .catch((error) => error.message);
  if (problem === undefined) passed += 1;
  else {
    failed += 1;
    console.error(`FAILED ${name}\n  ${problem}`);
  }
}

const differing = (found, expected) =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? undefined
    : `expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(found)}`;

const digest = (bytes) => (bytes === undefined ? "no file" : createHash("sha256").update(bytes).digest("hex"));

async function checkAnswers(app, component) {
  const folder = join(OUTPUT, app);
  const answers = JSON.parse(readFileSync(join(folder, "answers.json"), "utf8"));
  for (const answer of answers.filter(({ call }) => call)) {
    await check(`${app}: ${answer.call}`, () =>
      differing([callText(answer), invoke(component, answer.call)], [answer.call, answer.result]),
    );
  }
  for (const { command, writes, ...told } of answers.filter((answer) => answer.command)) {
    await check(`${app}: ${command.args.join(" ") || "without arguments"}`, () => {
      const { files, ...found } = runCommand(
        component,
        command.args,
        join(folder, command.preopen),
        Object.keys(writes),
      );
      const expected = Object.values(writes).map((path) => readFileSync(join(folder, path)));
      return differing({ ...found, files: files.map(digest) }, { ...told, files: expected.map(digest) });
    });
  }
  const requests = answers.filter(({ request }) => request);
  if (requests.length === 0) return;
  await withServer(component, async (ask) => {
    for (const { request, response } of requests) {
      await check(`${app}: ${request.method} ${request.path}`, async () => differing(await ask(request), response));
    }
  });
}

/** The exchangeable filters of the image pipeline, put where `edges` is. */
async function checkFilters() {
  const second = '"second": edges["pixel:image/filter@1.0.0"]';
  const put = (component, version) => (wac) =>
    wac.replace("new pixel:edges@1.0.0", `new ${component}`).replace(second, second.replace("1.0.0", version));
  await check("pixel:soften fits", () => void compose("image-pipeline", "soften", put("pixel:soften@1.0.0", "1.0.0")));
  await check(
    "pixel:grayscale@1.1.0 fits",
    () => void compose("image-pipeline", "newer", put("pixel:grayscale@1.1.0", "1.1.0")),
  );
  await check("pixel:posterize does not fit", () => {
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
    await check(`jco transpiles ${recipe.name}@${recipe.version}`, () => {
      const { files } = generate(readFileSync(componentPath(recipe)), {
        name: recipe.folder,
        instantiation: { tag: "async" },
      });
      return files.length > 0 ? undefined : "no files";
    });
  }
}

for (const { id } of APPS) {
  await check(`${id} composes`, () => checkAnswers(id, compose(id)));
}
await checkFilters();
await checkTranspiling(APPS.flatMap((app) => app.recipes.map((recipe) => completed(app, recipe))));
await check("samples.json is up to date", () =>
  differing(readFileSync(join(OUTPUT, "samples.json"), "utf8"), indexText(APPS)),
);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
