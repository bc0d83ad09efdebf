// Each file of fixtures/components is a valid component that shows something of the Component Model. Every one must open
// with nothing unknown in it, print its world, and come out of a composition as it went in.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { diagnose, isError } from "../core/graph/diagnose.ts";
import { EMPTY_COMPOSITION } from "../core/graph/composition.ts";
import { printWorld } from "../core/wit/print-world.ts";
import { type Component, readComponent } from "../core/wit/read.ts";
import { componentFromWat, NO_VERDICT, validationError } from "./wasm-tools.ts";

const ROOT = fileURLToPath(new URL("fixtures/components/", import.meta.url));
const OPTIONS = { packageName: "test:wrapped", embed: true, toolVersion: "0.0.0" };
const KEY = "test:feature";

function read(bytes: Uint8Array): Component {
  const result = readComponent(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Sorted: a composition writes interfaces before what stands beside them. */
function linesOfWorld(component: Component): readonly string[] {
  return printWorld(component.type)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .toSorted();
}

describe("features of the Component Model", () => {
  for (const name of readdirSync(ROOT)) {
    it(name.replace(".wat", "").replaceAll("-", " "), async () => {
      const bytes = await componentFromWat(readFileSync(ROOT + name, "utf8"));
      expect([null, NO_VERDICT]).toContain(await validationError(bytes));
      const component = read(bytes);
      expect(component.notices).toEqual([]);
      const composition = {
        ...EMPTY_COMPOSITION,
        instances: [{ name: "it", component: KEY }],
        exports: Array.from(component.type.exports.keys(), (each) => ({ name: each, instance: "it", export: each })),
      };
      const { evaluation, problems } = diagnose(composition, () => component);
      expect(problems.filter(isError)).toEqual([]);
      const composed = compose(evaluation, () => bytes, OPTIONS);
      if (!composed.ok) throw new Error(JSON.stringify(composed.error));
      const whole = joinChunks(composed.value);
      expect([null, NO_VERDICT]).toContain(await validationError(whole));
      expect(linesOfWorld(read(whole))).toEqual(linesOfWorld(component));
    });
  }
});
