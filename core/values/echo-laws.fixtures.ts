// Values through a transpiled component and back: what is expected of them.

import * as fc from "fast-check";
import { expect } from "vitest";
import { fromJco } from "./from-jco.ts";
import type { ResourceTable } from "./jco-rules.ts";
import { toJco } from "./to-jco.ts";
import { compareValues } from "./compare-values.ts";
import { echoOf, type Mend } from "./jco-echo.fixtures.ts";
import { printWave } from "./print-wave.ts";
import { printType } from "../wit/print-type.ts";
import { peelValue, type ValueType } from "../wit/types.ts";
import type { WitValue } from "./value.ts";
import { arbitraryType, arbitraryValue, SEED } from "./values.fixtures.ts";

const NO_HANDLES: ResourceTable = {
  toHandle: () => expect.fail("no handles here"),
  toOpaque: () => expect.fail("no handles here"),
  toObject: () => null,
};

export function lower(value: WitValue, type: ValueType): unknown {
  const js = toJco(value, type, NO_HANDLES);
  return js.ok ? js.value : expect.fail(JSON.stringify(js.error));
}

export function expectLifted(js: unknown, type: ValueType, value: WitValue): void {
  const lifted = fromJco(js, type, NO_HANDLES);
  expect(lifted, printType(type)).toMatchObject({ ok: true });
  if (lifted.ok) expect(compareValues(lifted.value, value, type), printWave(value, type)).toBeNull();
}

/**
 * Random values of random types come through a component unchanged, and look on their way as we expect.
 * @param mend what is run instead of the script that jco made
 */
export async function expectEchoed(mend?: Mend): Promise<void> {
  const samples = fc.sample(
    arbitraryType({ maps: false, depth: 3 }).filter((type) => peelValue(type).kind !== "result"),
    { seed: SEED, numRuns: 40 },
  );
  let answer = (argument: unknown): unknown => argument;
  const echo = await echoOf(samples, mend);
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
}
