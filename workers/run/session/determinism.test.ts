// A deterministic run: the same answers every time, and time that passes without anybody waiting.

import { expect, it } from "vitest";
import { DEFAULT_DETERMINISM, type Determinism } from "../control/determinism.ts";
import { SLEEPER, WATCHER } from "../../testbed/test-components.ts";
import { started } from "./run.fixtures.ts";

const GRANTS = { watcher: { clocks: true, random: true }, sleeper: { clocks: true } };

async function startedWith(determinism: Partial<Determinism>) {
  const components = { watcher: WATCHER, sleeper: SLEEPER };
  return started({ components, grants: GRANTS, determinism: { ...DEFAULT_DETERMINISM, ...determinism } });
}

/** What a run sees when it asks for everything a few times. */
async function seenBy(determinism: Partial<Determinism>): Promise<readonly unknown[]> {
  const run = await startedWith(determinism);
  const questions = ["now", "seconds", "random", "now", "random", "seconds"];
  return questions.map((name) => run.value(`watcher.${name}`));
}

it("sees the same in every run", async () => {
  expect(await seenBy({})).toEqual(await seenBy({}));
});

it("draws other numbers from another seed", async () => {
  const [, , one] = await seenBy({ seed: 1 });
  const [, , two] = await seenBy({ seed: 2 });
  expect(one).not.toEqual(two);
});

it("starts at the time that is given, and moves on by a step at every look", async () => {
  const run = await startedWith({ startMs: 1_000_000, stepMs: 500 });
  expect(run.value("watcher.now")).toBe(0n);
  expect(run.value("watcher.now")).toBe(500_000_000n);
  expect(run.value("watcher.seconds")).toBe(1001n);
});

it("can have a clock that stands still but for waiting, which takes no time", async () => {
  const run = await startedWith({ stepMs: 0 });
  expect(run.value("watcher.now")).toBe(0n);
  expect(run.value("watcher.now")).toBe(0n);
  const aDayInNs = 86_400_000_000_000n;
  expect(run.value("sleeper.sleep", aDayInNs)).toBeNull();
  expect(run.value("watcher.now")).toBe(aDayInNs);
});
