import { describe, expect, it } from "vitest";
import type { ValueType } from "../wit/types.ts";
import { parseWave, parseWaveArguments } from "./parse-wave.ts";
import type { WitValue } from "./value.ts";
import { t } from "./values.fixtures.ts";
import { describeWaveError } from "./wording.ts";

const WITNESS = t.named("witness", t.record({ name: t.string, seen: t.option(t.u8), notes: t.list(t.string) }));
const MODE = t.flags("read", "write", "none");
const STEP = t.named("step", t.variant({ turn: t.s16, stop: null, err: t.tuple(t.u8, t.u8) }));
const DEEP = t.option(t.option(t.bool));

const ACCEPTED: readonly (readonly [ValueType, string, WitValue])[] = [
  [t.bool, " true // yes", true],
  [t.u8, "-0", 0],
  [t.s64, "-9223372036854775808", -9223372036854775808n],
  [t.f64, "6.02e+23", 6.02e23],
  [t.f64, "-0", -0],
  [t.f32, "1e39", Number.POSITIVE_INFINITY],
  [t.f32, "-inf", Number.NEGATIVE_INFINITY],
  [t.char, `'"'`, '"'],
  [t.char, `'\\u{1F9F6}'`, "\u{1F9F6}"],
  [t.string, `"say \\"hi\\"\\t\\u{21}"`, 'say "hi"\t!'],
  [t.string, '"""\n  a\n   "b"\n\n"""'.replace("\n\n", "\n"), '  a\n   "b"'],
  [t.string, '"""\r\n  a \\\r\n  """'.replace("\\\r", "\\r\r"), "a \r"],
  [t.list(t.u8), "[1, 2, 255,]", new Uint8Array([1, 2, 255])],
  [t.list(t.s8, 2), "[1, -2]", [1, -2]],
  [t.tuple(t.u8, t.string), `(1, "a",)`, [1, "a"]],
  [WITNESS, `{notes: [], name: "Ada"}`, { name: "Ada", seen: null, notes: [] }],
  [WITNESS, `{%name: "", seen: 3, notes: ["x"], }`, { name: "", seen: { some: 3 }, notes: ["x"] }],
  [t.record({ a: t.option(t.u8) }), "{ : }", { a: null }],
  [STEP, "turn(-90)", { case: "turn", value: -90 }],
  [STEP, "%stop", { case: "stop" }],
  [STEP, "%err((1, 2))", { case: "err", value: [1, 2] }],
  [t.enum("ok", "later"), "%ok", "ok"],
  [MODE, "{none, read}", ["read", "none"]],
  [MODE, "{}", []],
  [t.option(t.string), `"flat"`, { some: "flat" }],
  [DEEP, "some(none)", { some: null }],
  [DEEP, "some(true)", { some: { some: true } }],
  [t.result(t.u8, t.string), "7", { ok: 7 }],
  [t.result(t.u8, t.string), `err("no")`, { error: "no" }],
  [t.result(), "ok", { ok: null }],
  [t.result(t.option(t.u8)), "ok(none)", { ok: null }],
  [
    t.map(t.string, t.u8),
    `{"a": 1, "b": 2, "a": 3}`,
    [
      ["a", 3],
      ["b", 2],
    ],
  ],
  [t.map(t.bool, t.u8), "{true: 1,}", [[true, 1]]],
  [t.map(t.u8, t.u8), "{:}", []],
];

const REJECTED: readonly (readonly [ValueType, string, string])[] = [
  [t.u8, "", "1:1 Expected a value of type `u8`, found the end of the text"],
  [t.u8, "256", "1:1 `256` doesn't fit `u8`, which goes from 0 to 255"],
  [t.u8, "9".repeat(400), `1:1 \`${"9".repeat(24)}…\` doesn't fit \`u8\`, which goes from 0 to 255`],
  [t.u8, "1.0", "1:1 `u8` is a whole number, found `1.0`"],
  [t.u8, "0x1f", "1:1 `0x1f` isn't a number; numbers are written in base 10"],
  [t.f64, "Infinity", "1:1 `Infinity` isn't a name; names are in kebab-case"],
  [t.f64, "-infinity", "1:1 `-infinity` isn't a number; there are `nan`, `inf` and `-inf`"],
  [t.bool, "%true", "1:1 Expected a value of type `bool`, found `%true`"],
  [t.string, '"a', "1:1 The string has no end"],
  [t.string, '"a\\q"', "1:3 `\\q` isn't an escape; there are \\\\ \\\" \\' \\n \\r \\t and \\u{…}"],
  [t.string, '"""\n  a\n b\n  """', '3:1 This line needs the 2 spaces that stand before the closing `"""`'],
  [t.char, "'ab'", "1:1 A char is exactly one character"],
  [t.list(t.u8, 2), "[1]", "1:1 `list<u8, 2>` has 2 elements, found 1"],
  [t.tuple(t.u8, t.u8), "(1, 2, 3)", "1:1 `tuple<u8, u8>` has 2 elements, found more"],
  [t.list(t.u8), "[1 2]", "1:4 Expected `,` or `]`, found `2`"],
  [t.list(t.u8), "[1, 2", "1:6 Expected `,` or `]`, found the end of the text"],
  [WITNESS, "{}", "1:1 `witness` without fields is written `{:}`"],
  [WITNESS, "{seen: 1}", "1:1 The fields `name`, `notes` are missing"],
  [WITNESS, '{\n  name: "",\n  nmae: ""}', "3:3 There is no field `nmae`; there are `name`, `seen`, `notes`"],
  [WITNESS, '{name: "", name: ""}', "1:12 The field `name` stands here twice"],
  [STEP, "turn", "1:5 `turn` needs a value of type `s16` in parentheses"],
  [STEP, "stop(1)", "1:5 `stop` carries no value"],
  [STEP, "err((1, 2))", "1:1 `err` is a word of WAVE; the case is written `%err`"],
  [STEP, "true", "1:1 Expected a value of type `step`, found `true`"],
  [DEEP, "true", "1:1 Expected a value of type `option<option<bool>>`, found `true`"],
  [MODE, "{read, read}", "1:8 The flag `read` stands here twice"],
  [t.map(t.bool, t.u8), "{%true: 1}", "1:2 Expected a value of type `bool`, found `%true`"],
  [t.u8, "1 // one\n 2", "2:2 The value is complete; `2` is left over"],
  [t.u8, "#", "1:1 `#` can't stand here"],
  [t.own("order"), "own<order> #7", "1:1 A value of type `order` can't be written as text"],
  [t.list(t.stream(t.u8)), "[stream<u8> #7]", "1:2 A value of type `stream<u8>` can't be written as text"],
];

describe("parseWave", () => {
  it.each(ACCEPTED)("%#: takes %o", (type, text, value) => {
    const parsed = parseWave(text, type);
    expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok) expect(plain(parsed.value)).toEqual(plain(value));
  });

  it.each(REJECTED)("%#: refuses %o", (type, text, words) => {
    const parsed = parseWave(text, type);
    expect(parsed).toMatchObject({ ok: false });
    if (!parsed.ok)
      expect(`${parsed.error.line}:${parsed.error.column} ${describeWaveError(parsed.error)}`).toBe(words);
  });

  it("marks the offending piece by offset and length", () => {
    expect(parseWave("[1,\n 999]", t.list(t.u8))).toMatchObject({
      ok: false,
      error: { kind: "out-of-range", offset: 5, length: 3, line: 2, column: 2, min: 0n, max: 255n },
    });
  });

  it("takes handles where the caller knows them", () => {
    const order = { kind: "resource", typeName: "order", id: 7, label: "order #7" } as const;
    const options = { resolveHandle: (_: unknown, id: number) => (id === 7 ? order : null) };
    const type = t.list(t.own("order"));
    expect(parseWave("[own<order> #7, borrow<order>#7]", type, options)).toEqual({ ok: true, value: [order, order] });
    const words = ["[own<order> #8]", "[7]"].map((text) => {
      const parsed = parseWave(text, type, options);
      return !parsed.ok && `${parsed.error.column} ${describeWaveError(parsed.error)}`;
    });
    expect(words).toEqual([
      "2 `own<order> #8` isn't a live `order`",
      "2 A value of type `order` can't be written as text",
    ]);
  });

  it("bounds the nesting of types made by hand", () => {
    let type: ValueType = t.u8;
    for (let i = 0; i < 200; i++) type = t.list(type);
    expect(parseWave("[".repeat(200), type)).toMatchObject({ ok: false, error: { kind: "too-deep", bound: 100 } });
  });
});

describe("parseWaveArguments", () => {
  const parameters = [
    { name: "title", type: t.string },
    { name: "page", type: t.option(t.u32) },
    { name: "mode", type: t.option(MODE) },
  ];

  it.each([
    ['("Pi")', ["Pi", null, null]],
    ['("Pi", 3, {read},)', ["Pi", { some: 3 }, { some: ["read"] }]],
    ['shop:orders/store@1.2.0.open ("Pi", none)', ["Pi", null, null]],
    ['[method]order.open("Pi", some(1))', ["Pi", { some: 1 }, null]],
  ])("takes %s", (text, values) => {
    expect(parseWaveArguments(text, parameters)).toEqual({ ok: true, value: values });
  });

  it.each([
    ["()", "2 The argument `title` of type `string` is missing"],
    ['("a", 1, {}, 4)', "14 The function takes only 3 arguments"],
    ['"a"', '1 Expected `(`, found `"a"`'],
    ['open("a"', "9 Expected `,` or `)`, found the end of the text"],
    ['open("a") 1', "11 The value is complete; `1` is left over"],
  ])("refuses %s", (text, words) => {
    const parsed = parseWaveArguments(text, parameters);
    expect(!parsed.ok && `${parsed.error.column} ${describeWaveError(parsed.error)}`).toBe(words);
  });
});

/** Records have no prototype here and have one in the tables. */
function plain(value: WitValue): unknown {
  return structuredClone(value);
}
