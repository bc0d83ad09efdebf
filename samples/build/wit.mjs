// One folder of WIT for one component, in the shape every tool reads: world.wit, and its packages under deps/.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SAMPLES } from "./paths.mjs";

/** The folder written below `work`. Shared packages come from the app's wit/, or from the component's own. */
export function gatherWit(recipe, work) {
  const source = join(SAMPLES, recipe.app, recipe.folder);
  const target = join(work, "wit");
  const own = join(source, "wit");
  const shared = existsSync(own) ? own : join(SAMPLES, recipe.app, "wit");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, "deps"), { recursive: true });
  cpSync(join(source, "world.wit"), join(target, "world.wit"));
  for (const entry of readdirSync(shared)) {
    const from = join(shared, entry);
    if (entry === "deps") cpSync(from, join(target, "deps"), { recursive: true });
    else cpSync(from, join(target, "deps", entry));
  }
  return target;
}
