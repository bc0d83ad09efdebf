import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromJco } from "./from-jco.ts";
import type { ResourceTable } from "./jco-rules.ts";
import { toJco } from "./to-jco.ts";
import { compareValues } from "./compare-values.ts";
import { echoOf } from "./jco-echo.fixtures.ts";
import { printWave } from "./print-wave.ts";
import { printType } from "../wit/print-type.ts";
import { peelValue, type ValueType } from "../wit/types.ts";
import type { WitValue } from "./value.ts";
import { arbitraryType, arbitraryTyped, arbitraryValue, SEED } from "./values.fixtures.ts";

const NO_HANDLES: ResourceTable = {
  toHandle: () => expect.fail("no handles here"),
  toOpaque: () => expect.fail("no handles here"),
  toObject: () => null,
};

function lower(value: WitValue, type: ValueType): unknown {
  const js = toJco(value, type, NO_HANDLES);
  return js.ok ? js.value : expect.fail(JSON.stringify(js.error));
}

function expectLifted(js: unknown, type: ValueType, value: WitValue): void {
  const lifted = fromJco(js, type, NO_HANDLES);
  expect(lifted, printType(type)).toMatchObject({ ok: true });
  if (lifted.ok) expect(compareValues(lifted.value, value, type), printWave(value, type)).toBeNull();
}

describe(`laws of jco's values, seed ${SEED}`, () => {
  it("fromJco ∘ toJco = id", () => {
    fc.assert(
      fc.property(arbitraryTyped({ maps: true, depth: 3 }), ([type, value]) => {
        expectLifted(lower(value, type), type, value);
      }),
      { seed: SEED, numRuns: 600 },
    );
  });

  it("a transpiled component lifts and lowers as we do", { timeout: 60_000 }, async () => {
    const samples = fc.sample(
      arbitraryType({ maps: false, depth: 3 }).filter((type) => peelValue(type).kind !== "result"),
      { seed: SEED, numRuns: 40 },
    );
    let answer = (argument: unknown): unknown => argument;
    const echo = await echoOf(samples);
    const api = await echo.instantiate(samples.map(() => (argument) => answer(argument)));
    for (const [i, type] of samples.entries()) {
      for (const value of fc.sample(arbitraryValue(type), { seed: SEED + i, numRuns: 8 })) {
        answer = (argument) => {
          expectLifted(argument, type, value);
          return lower(value, type);
        };
        expectLifted(api[i]!(lower(value, type)), type, value);
      }
    }
  });
});
