// One app as one component, by `wac compose`, as a stranger would do it in public/samples/<app>.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OUTPUT, WORK } from "./paths.mjs";
import { run } from "./tool.mjs";

/** The path of the composed component, which is valid. `edit` may change the text of composition.wac before. */
export function compose(app, name = "composed", edit = (wac) => wac) {
  const folder = join(OUTPUT, app);
  const work = join(WORK, app);
  mkdirSync(work, { recursive: true });
  const source = join(work, `${name}.wac`);
  const target = join(work, `${name}.wasm`);
  writeFileSync(source, edit(readFileSync(join(folder, "composition.wac"), "utf8")));
  run("wac", ["compose", "--deps-dir", join(folder, "deps"), source, "-o", target]);
  run("wasm-tools", ["validate", "--features=-all,wasm2,component-model", target]);
  return target;
}
