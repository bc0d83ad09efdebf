import { expect, it } from "vitest";
import { defaultValue } from "./default-value.ts";
import { t } from "./values.fixtures.ts";
import { describeDefaultValueError } from "./wording.ts";

it("avoids what can't be made by hand where a type leaves a choice", () => {
  expect(defaultValue(t.variant({ held: t.own("order"), free: t.u8 }))).toEqual({
    ok: true,
    value: { case: "free", value: 0 },
  });
  expect(defaultValue(t.result(t.own("order"), t.string))).toEqual({ ok: true, value: { error: "" } });
  expect(defaultValue(t.option(t.stream()))).toEqual({ ok: true, value: null });
  expect(defaultValue(t.list(t.u8, 3))).toEqual({ ok: true, value: new Uint8Array(3) });
});

it("says why there is none", () => {
  const words = [t.own("order"), t.list(t.u8, 4_000_000_000), t.tuple(t.u8, t.stream(t.u8))].map((type) => {
    const made = defaultValue(type);
    return made.ok ? made.value : describeDefaultValueError(made.error);
  });
  expect(words).toEqual([
    "A value of type `order` only comes from a running component",
    "The value would have more than 100000 parts",
    "A value of type `stream<u8>` only comes from a running component",
  ]);
});
