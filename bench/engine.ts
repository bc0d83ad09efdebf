// The engine's own work, for bench.js: reading components and composing them, each beside a yardstick.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { loadComposition } from "../cli/load.ts";
import { compose, joinChunks } from "../core/compose/compose.ts";
import { diagnose } from "../core/graph/diagnose.ts";
import { parseWac } from "../core/wac/parser.ts";
import { readComponent } from "../core/wit/read.ts";
import { chainText } from "./http-chain.ts";

const LONG_CHAIN = 1_000;

/** Work, and what it is measured against. */
export interface Pair {
  readonly name: string;
  readonly byteLength: number;
  readonly work: () => void;
  readonly yardstick: () => void;
}

/** Reading a component, beside the SHA-256 of its bytes, which is computed anyway. */
export function readingPairs(paths: readonly string[]): readonly Pair[] {
  return paths.map((path) => {
    const bytes = readFileSync(path);
    return {
      name: path.replace(/^.*deps\//, ""),
      byteLength: bytes.length,
      work: () => {
        if (!readComponent(bytes).ok) throw new Error(path);
      },
      yardstick: () => void createHash("sha256").update(bytes).digest(),
    };
  });
}

/** Parsing WAC, beside the SHA-256 of the same text. */
export function parsingPairs(folders: readonly string[]): readonly Pair[] {
  const texts = folders.map((folder) => ({
    name: folder.replace(/^.*\//, ""),
    text: readFileSync(`${folder}/composition.wac`, "utf8"),
  }));
  const long = chainText(LONG_CHAIN);
  return [...texts, { name: `${LONG_CHAIN} instances`, text: long }].map(({ name, text }) => {
    const bytes = new TextEncoder().encode(text);
    return {
      name,
      byteLength: bytes.length,
      work: () => {
        if (!parseWac(text).ok) throw new Error(name);
      },
      yardstick: () => void createHash("sha256").update(bytes).digest(),
    };
  });
}

/** Composing an evaluated project, beside a plain copy of the bytes that come out. */
export async function composingPairs(folders: readonly string[]): Promise<readonly Pair[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const { composition, componentOf, bytesOf } = await loadComposition(folder);
      const { evaluation } = diagnose(composition, componentOf);
      const run = (): Uint8Array => {
        const options = { packageName: composition.packageName, embed: true, toolVersion: "bench" };
        const composed = compose(evaluation, bytesOf, options);
        if (!composed.ok) throw new Error(folder);
        return joinChunks(composed.value);
      };
      const output = run();
      return {
        name: folder.replace(/^.*\//, ""),
        byteLength: output.length,
        work: () => void run(),
        yardstick: () => void output.slice(),
      };
    }),
  );
}
