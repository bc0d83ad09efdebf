// A loaded composition → the chunks of its component, every fault reported; also what a path stands for as a whole.

import { existsSync, statSync } from "node:fs";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { diagnose, isError } from "../core/graph/diagnose.ts";
import { type Component, readComponent } from "../core/wit/read.ts";
import { Finding } from "./exit-status.ts";
import { loadComponent, type LoadedComposition, loadComposition, type LoadOptions } from "./load.ts";
import { sayDiagnostic } from "./terminal.ts";
import { VERSION } from "./version.ts";

/** The chunks of the composed component. @throws Finding */
export function composeLoaded(loaded: LoadedComposition, embed: boolean): readonly Uint8Array[] {
  const { composition, graph, componentOf, bytesOf } = loaded;
  const { evaluation, problems } = diagnose(composition, componentOf, undefined, graph);
  const errors = problems.filter(isError);
  const options = { packageName: composition.packageName, embed, toolVersion: VERSION };
  const composed = compose(evaluation, bytesOf, options);
  if (composed.ok && errors.length === 0) return composed.value;
  const found = errors.length > 0 || composed.ok ? errors : composed.error;
  for (const error of found) sayDiagnostic(error, null);
  throw new Finding();
}

/** True for a folder or a WAC file, which stand for a composition. */
export function isComposition(path: string): boolean {
  return path.endsWith(".wac") || (existsSync(path) && statSync(path).isDirectory());
}

/** The component in the file at `path`, or what the composition there composes to. @throws Finding, Misuse */
export async function loadWhole(path: string, options: LoadOptions): Promise<Component> {
  if (!isComposition(path)) return (await loadComponent(path)).component;
  const read = readComponent(joinChunks(composeLoaded(await loadComposition(path, options), true)));
  if (read.ok) return read.value;
  sayDiagnostic(read.error, path);
  throw new Finding();
}
