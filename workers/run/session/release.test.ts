// The two ways to run a composition: each instance by itself, and all as one composed component. What a person, a file
// or a terminal gets is the same.

import { describe, expect, it } from "vitest";
import { COMPOSED } from "../prepare/run-plan.ts";
import { type GraphText, planned, plannedRelease, TestRun } from "./run.fixtures.ts";
import { anyGraph, seenBy } from "./release.fixtures.ts";
import { CALC, PRINTER, RELAY, SHOP, STORE } from "../../testbed/test-components.ts";

const API = "test:calc/api@1.0.0";

async function released(text: GraphText): Promise<TestRun> {
  const run = new TestRun(await plannedRelease(text));
  expect(await run.start()).toBeNull();
  return run;
}

describe("a composed component", () => {
  it("has the grants of each instance apart, and says who wrote and who was refused", async () => {
    const run = await released({
      components: { loud: PRINTER, quiet: PRINTER, other: PRINTER },
      exports: "loud = loud.print\nquiet = quiet.print\nother = other.print",
      grants: { loud: { stdout: true }, other: { stdout: true } },
    });
    for (const name of ["other", "quiet", "loud", "quiet"]) expect(run.value(`${COMPOSED}.${name}`, 1)).toBeNull();
    expect(run.output).toEqual({ "loud stdout": "a line of output\n", "other stdout": "a line of output\n" });
    expect(run.events.filter(({ kind }) => kind === "denied")).toEqual([
      {
        kind: "denied",
        instance: "quiet",
        interface: "wasi:cli/stdout",
        function: "get-stdout",
        needs: { kind: "stdout" },
      },
    ]);
  });

  it("names the instances that a trap went through, also two of one component", async () => {
    const run = await released({
      components: { calc: CALC, middle: RELAY, front: RELAY },
      wires: `middle.${API} = calc.${API}\nfront.${API} = middle.${API}`,
      exports: `${API} = front.${API}`,
    });
    const outcome = run.call(`${COMPOSED}.${API}#fail`);
    if (outcome.kind !== "trapped") return expect.fail(outcome.kind);
    expect(outcome.report.instance).toBe("calc");
    expect(outcome.report.calls.map(({ instance }) => instance)).toEqual([COMPOSED]);
    expect(outcome.report.frames.map((frame) => `${frame.instance} ${frame.function}`)).toEqual([
      "calc deep_inside",
      "calc on_the_way",
      "calc function 3",
      "middle pass_on",
      "front pass_on",
    ]);
  });

  it("says what nothing provides", async () => {
    const run = await released({ components: { shop: SHOP }, exports: "shop = shop.test:store/shop@1.0.0" });
    expect(run.call(`${COMPOSED}.shop#price`, 1)).toMatchObject({
      kind: "trapped",
      report: { kind: "missing-import", instance: "shop", message: expect.stringContaining("test:store/api@1.0.0") },
    });
  });

  it("gives out resources and takes them back, but not where another instance defines them", async () => {
    const run = await released({
      components: { store: STORE, shop: SHOP },
      wires: "shop.test:store/api@1.0.0 = store.test:store/api@1.0.0",
      exports: "test:store/api@1.0.0 = store.test:store/api@1.0.0\nshop = shop.test:store/shop@1.0.0",
    });
    const item = run.value(`${COMPOSED}.test:store/api@1.0.0#[constructor]item`, 21);
    const refusal = { kind: "refused", error: { kind: "foreign-resource" } };
    expect(run.call(`${COMPOSED}.shop#improve`, item)).toEqual(refusal);
    expect(run.call(`${COMPOSED}.shop#look`, item)).toEqual(refusal);
    expect(run.value(`${COMPOSED}.shop#price`, 7)).toBe(7);
    const better = run.value(`${COMPOSED}.test:store/api@1.0.0#[static]item.doubled`, item);
    expect(run.value(`${COMPOSED}.test:store/api@1.0.0#[method]item.value`, better)).toBe(42);
    expect(run.session.drop((better as { id: number }).id)).toMatchObject({ kind: "returned" });
    expect(run.value(`${COMPOSED}.test:store/api@1.0.0#dropped`)).toBe(3);
  });
});

const SEEDS = Array.from({ length: 6 }, (_, seed) => seed + 1);

describe("both ways to run a composition", () => {
  it.each(SEEDS)(
    "give the same answers, output, files, refusals and ends: seed %i",
    async (seed) => {
      const drawn = await anyGraph(seed);
      const release = await seenBy(new TestRun(await plannedRelease(drawn.text)), drawn, "release");
      const debug = await seenBy(new TestRun(await planned(drawn.text)), drawn, "debug");
      expect(release).toEqual(debug);
      expect(debug.outcomes.length).toBeGreaterThan(0);
    },
    60_000,
  );
});
