// The texts of the language's cases with words moved, doubled and lost: none stops the engine, formatting stays stable,
// a text that wasn't edited is given back as it was, and what composes is valid.
// A failure prints the seed and the text; MUTATION_SEED=… runs it again.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { evaluate } from "../core/graph/evaluate.ts";
import { formatWac } from "../core/wac/format.ts";
import { parseWac } from "../core/wac/parser.ts";
import { resolveWac } from "../core/wac/resolve.ts";
import { wacOf } from "../core/wac/rewrite.ts";
import { readComponent } from "../core/wit/read.ts";
import { componentFromWit, validationErrorInside } from "./wasm-tools.ts";

const SEED = Number(process.env["MUTATION_SEED"] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env["MUTATION_RUNS"] ?? 400);
const ROOT = fileURLToPath(new URL("fixtures/wac/", import.meta.url));
const TEXTS = readdirSync(ROOT).map((name) => readFileSync(`${ROOT}${name}/composition.wac`, "utf8"));
const WIT = "package a:b; world w { import ask: func() -> u32; export answer: func() -> u32; }";

const change = fc.tuple(fc.constantFrom("copy", "drop", "insert"), fc.nat(1_000_000), fc.nat(1_000_000));
const mutated = fc.tuple(fc.constantFrom(...TEXTS), fc.array(change, { maxLength: 4 })).map(([text, changes]) => {
  const words = text.split(/(\b|\s+)/);
  for (const [kind, a, b] of changes) {
    const [at, other] = [a % words.length, words[b % words.length]!];
    if (kind === "drop") words.splice(at, 1);
    else words.splice(at, kind === "copy" ? 1 : 0, other);
  }
  return words.join("");
});

describe(`mutated texts, seed ${SEED}`, () => {
  it("are refused with a reason, or mean something valid", async () => {
    const bytes = await componentFromWit(WIT);
    const read = readComponent(bytes);
    if (!read.ok) throw new Error(read.error.kind);
    const component = read.value;
    const valid = async (text: string): Promise<void> => {
      const parsed = parseWac(text);
      if (!parsed.ok) {
        expect(parsed.error.length).toBeGreaterThan(0);
        return;
      }
      const formatted = formatWac(parsed.value, text);
      const again = parseWac(formatted);
      expect(again.ok && formatWac(again.value, formatted)).toBe(formatted);
      const resolved = resolveWac(parsed.value, text, (key) =>
        key.startsWith("parts:") ? { reference: { key, sha256: key }, component } : undefined,
      );
      if (!resolved.ok) {
        expect(resolved.error.length).toBeGreaterThan(0);
        return;
      }
      expect(wacOf(resolved.value.composition, () => component)).toBe(text);
      const options = { packageName: "a:b", embed: true, toolVersion: "" };
      const composed = compose(evaluate(resolved.value.graph), () => bytes, options);
      if (composed.ok) expect(await validationErrorInside(joinChunks(composed.value))).toBeNull();
    };
    await fc.assert(fc.asyncProperty(mutated, valid), { seed: SEED, numRuns: RUNS });
  });
});
