import { describe, expect, it } from "vitest";
import { parseWave } from "./parse-wave.ts";
import { printWave, printWaveArguments } from "./print-wave.ts";
import { recordValue, type WitValue } from "./value.ts";
import { t } from "./values.fixtures.ts";

const LINE = t.record({ sku: t.string, qty: t.u32, note: t.option(t.string) });
const ORDER = t.record({ id: t.u64, lines: t.list(LINE), state: t.variant({ draft: null, err: t.string }) });

function line(sku: string, qty: number, note: WitValue = null): WitValue {
  return recordValue([
    ["sku", sku],
    ["qty", qty],
    ["note", note],
  ]);
}

const VALUE = recordValue([
  ["id", 7n],
  ["lines", [line("linen", 2), line("dye", 1, { some: "blue\nand dark" })]],
  ["state", { case: "err", value: "late" }],
]);

describe("printWave", () => {
  it("leaves out fields that are none", () => {
    expect(printWave(VALUE, ORDER)).toBe(
      '{id: 7, lines: [{sku: "linen", qty: 2}, {sku: "dye", qty: 1, note: some("blue\\nand dark")}], state: %err("late")}',
    );
    expect(printWave(recordValue([["a", null]]), t.record({ a: t.option(t.u8) }))).toBe("{:}");
  });

  it("breaks lines where one is too long, and strings at their line breaks", () => {
    const text = printWave(VALUE, ORDER, { indent: 2, width: 30 });
    expect(text).toBe(
      `
{
  id: 7,
  lines: [
    {sku: "linen", qty: 2},
    {
      sku: "dye",
      qty: 1,
      note: some("""
      blue
      and dark
      """),
    },
  ],
  state: %err("late"),
}`.trim(),
    );
    expect(parseWave(text, ORDER)).toMatchObject({ ok: true });
  });

  it("cuts a line without visiting what is cut", () => {
    const visited: number[] = [];
    const many = new Proxy(
      Array.from({ length: 1_000_000 }, (_, i) => i),
      { get: (list, key) => (typeof key === "string" && /^\d+$/.test(key) && visited.push(1), Reflect.get(list, key)) },
    );
    expect(printWave(many, t.list(t.u32), { maxLength: 16 })).toBe("[0, 1, 2, 3, 4,…");
    expect(visited.length).toBeLessThan(10);
    expect(printWave("🧶🧶🧶", t.string, { maxLength: 5 })).toBe('"🧶…');
  });

  it("escapes what can't be seen or turns text around", () => {
    expect(printWave("a\u202e\u0000\u200b'\"🧶", t.string)).toBe(`"a\\u{202e}\\u{0}\\u{200b}'\\"🧶"`);
    expect(printWave("'", t.char)).toBe("'\\''");
  });

  it("writes floats so that they read back", () => {
    expect(printWave(Math.fround(0.1), t.f32)).toBe("0.1");
    expect(printWave(0.1, t.f64)).toBe("0.1");
    expect(printWave(-0, t.f64)).toBe("-0");
    expect(printWave(Number.NaN, t.f32)).toBe("nan");
    expect(printWave(5e-324, t.f64)).toBe("5e-324");
  });

  it("marks what has no text", () => {
    const order = { kind: "resource", typeName: "order", id: 7, label: "order #7" } as const;
    expect(printWave(order, t.own("order"))).toBe("own<order> #7");
    expect(printWave({ kind: "opaque", of: "stream", id: 2 }, t.stream(t.u8))).toBe("stream<u8> #2");
  });

  it("writes arguments as a call does", () => {
    const parameters = [
      { name: "a", type: t.u8 },
      { name: "b", type: t.list(t.string) },
    ];
    expect(printWaveArguments([1, ["x"]], parameters)).toBe('(1, ["x"])');
    expect(printWaveArguments([], [])).toBe("()");
  });
});
