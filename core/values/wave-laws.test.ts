import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkValue } from "./check-value.ts";
import { compareValues } from "./compare-values.ts";
import { defaultValue } from "./default-value.ts";
import { parseWave, parseWaveArguments } from "./parse-wave.ts";
import { printWave, printWaveArguments } from "./print-wave.ts";
import { arbitraryTyped, arbitraryType, arbitraryValue, SEED } from "./values.fixtures.ts";

const TYPES = { maps: true, depth: 3 };
const RUNS = { seed: SEED, numRuns: 600 };

describe(`laws of values and WAVE, seed ${SEED}`, () => {
  it("parse ∘ print = id, in one line and in many", () => {
    const options = fc.constantFrom({}, { indent: 2 }, { indent: 4, width: 20 }, { indent: 0, width: 0 });
    fc.assert(
      fc.property(arbitraryTyped(TYPES), options, ([type, value], print) => {
        const text = printWave(value, type, print);
        const back = parseWave(text, type);
        expect(back, text).toMatchObject({ ok: true });
        if (back.ok) expect(compareValues(back.value, value, type), text).toBeNull();
      }),
      RUNS,
    );
  });

  it("print is stable, and one line has no line breaks", () => {
    fc.assert(
      fc.property(arbitraryTyped(TYPES), ([type, value]) => {
        const text = printWave(value, type);
        const back = parseWave(text, type);
        expect(text).not.toMatch(/[\r\n]/);
        if (back.ok) expect(printWave(back.value, type)).toBe(text);
      }),
      RUNS,
    );
  });

  it("a cut line is a beginning of the whole line and never longer", () => {
    fc.assert(
      fc.property(arbitraryTyped(TYPES), fc.integer({ min: 1, max: 60 }), ([type, value], maxLength) => {
        const whole = printWave(value, type);
        const cut = printWave(value, type, { maxLength });
        if (whole.length <= maxLength) expect(cut).toBe(whole);
        else expect(cut).toSatisfy((text: string) => text.length <= maxLength && whole.startsWith(text.slice(0, -1)));
      }),
      RUNS,
    );
  });

  it("random values and defaults check, and equal themselves", () => {
    fc.assert(
      fc.property(arbitraryTyped(TYPES), ([type, value]) => {
        expect(checkValue(value, type)).toEqual([]);
        expect(compareValues(structuredClone(value), value, type)).toBeNull();
        const made = defaultValue(type);
        expect(made).toMatchObject({ ok: true });
        if (made.ok) expect(checkValue(made.value, type)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("values differ exactly if their texts do, but for the order of maps", () => {
    const pair = arbitraryType({ maps: false, depth: 2 }).chain((type) =>
      fc.tuple(fc.constant(type), arbitraryValue(type), arbitraryValue(type)),
    );
    fc.assert(
      fc.property(pair, ([type, a, b]) => {
        expect(compareValues(a, b, type) === null).toBe(printWave(a, type) === printWave(b, type));
      }),
      RUNS,
    );
  });

  it("arguments: parse ∘ print = id, with the name before them and the last nones left out", () => {
    const call = fc.array(arbitraryTyped(TYPES), { maxLength: 4 }).map((typed) => ({
      parameters: typed.map(([type], i) => ({ name: `p${i}`, type })),
      values: typed.map(([, value]) => value),
    }));
    fc.assert(
      fc.property(call, ({ parameters, values }) => {
        const text = printWaveArguments(values, parameters);
        const back = parseWaveArguments(`shop:orders/store@1.2.0.open ${text}`, parameters);
        expect(back, text).toMatchObject({ ok: true });
        if (back.ok)
          parameters.forEach(({ type }, i) => expect(compareValues(back.value[i]!, values[i]!, type)).toBeNull());
      }),
      RUNS,
    );
  });

  it("never throws on texts that it doesn't understand", () => {
    const noise = fc.string({
      unit: fc.constantFrom(..."{}()[]:,\"'\\ \n-%1ae.some(none)ok".split("")),
      maxLength: 24,
    });
    fc.assert(
      fc.property(arbitraryType(TYPES), noise, (type, text) => {
        const parsed = parseWave(text, type);
        if (parsed.ok) expect(checkValue(parsed.value, type)).toEqual([]);
        else expect(parsed.error.offset).toBeLessThanOrEqual(text.length);
      }),
      RUNS,
    );
  });
});
