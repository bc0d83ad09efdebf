import * as fc from "fast-check";
import { describe, it } from "vitest";
import { expectEchoed, expectLifted, lower } from "./echo-laws.fixtures.ts";
import { arbitraryTyped, SEED } from "./values.fixtures.ts";

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
    await expectEchoed();
  });
});
