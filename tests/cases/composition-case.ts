// A composition: `composition.wac`, its packages under `deps`, and `edits.json`, the commands applied to it afterwards.
// Expected: `world.wit`, the composed component's world, where it can be composed; `problems.txt`, all that is said of it.

import { expect } from "vitest";
import type { Diagnostic } from "../../core/base/diagnostics.ts";
import { compose, joinChunks } from "../../core/compose/compose.ts";
import { applyCommand, type DocumentCommand } from "../../core/graph/commands.ts";
import { type Composition, type Document, EMPTY_DOCUMENT } from "../../core/graph/composition.ts";
import { diagnose, isError } from "../../core/graph/diagnose.ts";
import { graphWithText } from "../../core/wac/graph-with-text.ts";
import { lineColumnAt } from "../../core/wac/line-index.ts";
import { packagesIn } from "../../core/wac/packages.ts";
import { parseWac } from "../../core/wac/parser.ts";
import { printWac } from "../../core/wac/print.ts";
import { type PackageSource, resolveWac } from "../../core/wac/resolve.ts";
import { printWorld } from "../../core/wit/print-world.ts";
import { readComponent } from "../../core/wit/read.ts";
import { validationError } from "../wasm-tools.ts";
import { componentBytes, expectWorldOfOracle, type Outcome, outcome, problemText, readText } from "./case-folder.ts";

export async function runCompositionCase(folder: string): Promise<Outcome> {
  const text = readText(`${folder}composition.wac`)!;
  const placeOf = (diagnostic: Diagnostic): string => {
    if (!("span" in diagnostic)) return "";
    const { line, column } = lineColumnAt(text, diagnostic.span.start);
    return `${line}:${column}: `;
  };
  const failed = (diagnostics: readonly Diagnostic[]): Outcome =>
    outcome({ "problems.txt": problemText(diagnostics, placeOf) });

  const parsed = parseWac(text);
  if (!parsed.ok) return failed(parsed.error);
  const packages = new Map<string, PackageSource & { bytes: Uint8Array }>();
  for (const key of packagesIn(parsed.value)) {
    const bytes = await componentBytes(`${folder}deps/${key.replaceAll(":", "/").replace("@", "/")}`);
    if (!bytes) continue;
    const read = readComponent(bytes);
    if (!read.ok) return failed([read.error]);
    packages.set(key, { reference: { key, sha256: key }, component: read.value, bytes });
  }
  const resolved = resolveWac(parsed.value, text, (key) => packages.get(key));
  if (!resolved.ok) return failed(resolved.error);
  const componentOf = (key: string): PackageSource["component"] | undefined => packages.get(key)?.component;
  const printed = printWac(resolved.value.composition, componentOf);
  const again = parseWac(printed);
  expect(again.ok && resolveWac(again.value, printed, (key) => packages.get(key)).ok, "printed WAC reads back").toBe(
    true,
  );

  const { composition, refused } = edited(resolved.value.composition, readText(`${folder}edits.json`));
  const { evaluation, problems } = diagnose(
    composition,
    componentOf,
    undefined,
    graphWithText(composition, componentOf),
  );
  const found = [...refused, ...problems];
  if (problems.some(isError)) return failed(found);
  const options = { packageName: composition.packageName, embed: true, toolVersion: "0.0.0" };
  const composed = compose(evaluation, (key) => packages.get(key)!.bytes, options);
  if (!composed.ok) return failed([...found, ...composed.error]);
  const bytes = joinChunks(composed.value);
  expect(await validationError(bytes)).toBeNull();
  const read = readComponent(bytes);
  const world = read.ok ? printWorld(read.value.type) : null;
  if (world !== null) await expectWorldOfOracle(world, bytes);
  return outcome({ "world.wit": world, "problems.txt": problemText(found) });
}

/** `composition` after the commands of `edits`, and what was refused of them. */
function edited(
  composition: Composition,
  edits: string | null,
): { readonly composition: Composition; readonly refused: readonly Diagnostic[] } {
  let document: Document = { ...EMPTY_DOCUMENT, composition };
  const refused: Diagnostic[] = [];
  for (const command of edits === null ? [] : (JSON.parse(edits) as DocumentCommand[])) {
    const result = applyCommand(document, command);
    if (result.ok) document = result.value;
    else refused.push(result.error);
  }
  return { composition: document.composition, refused };
}
