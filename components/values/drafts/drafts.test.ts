import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "../../../core/values/compare-values.ts";
import type { WitValue } from "../../../core/values/value.ts";
import { arbitraryType, arbitraryTyped, SEED, t } from "../../../core/values/values.fixtures.ts";
import type { ValueType } from "../../../core/wit/types.ts";
import { bytesDraftOf, printHex, readBytes, reencoded, typedBytes } from "./bytes-draft.ts";
import { describeDraftFault, describeDraftProblem } from "./draft-wording.ts";
import { type ChoiceDraft, choose, draftOf, emptyDraft, type FieldDraft } from "./field-draft.ts";
import { readText, stepped } from "./leaf-draft.ts";
import { readDraft } from "./read-draft.ts";
import { doubledRow, movedRow, withoutRow } from "./row-edits.ts";
import { type DraftShape, emptyValueDraft, readValueDraft, switchMode, valueDraftOf } from "./value-draft.ts";

const TYPES = { maps: true, depth: 3 };
const RUNS = { seed: SEED, numRuns: 400 };

function expectReads(draft: FieldDraft, type: ValueType, value: WitValue): void {
  const read = readDraft(draft, type);
  expect(read).toMatchObject({ ok: true });
  if (read.ok) expect(compareValues(read.value, value, type)).toBeNull();
}

function typed(text: string, escaped = false): FieldDraft & { kind: "text" } {
  return { kind: "text", text, escaped };
}

describe(`laws of drafts, seed ${SEED}`, () => {
  it("read ∘ draftOf = id", () => {
    fc.assert(
      fc.property(arbitraryTyped(TYPES), ([type, value]) => expectReads(draftOf(value, type), type, value)),
      RUNS,
    );
  });

  it("an empty draft of what can be written reads", () => {
    fc.assert(
      fc.property(arbitraryType(TYPES), (type) => {
        expect(readDraft(emptyDraft(type), type)).toMatchObject({ ok: true });
      }),
      RUNS,
    );
  });

  it("going over to text and back keeps the value, and again keeps the text", () => {
    fc.assert(
      fc.property(arbitraryTyped(TYPES), ([type, value]) => {
        const shape: DraftShape = { kind: "value", type };
        const text = switchMode(valueDraftOf([value], shape), "wave", shape);
        expect(readValueDraft(text, shape)).toMatchObject({ ok: true });
        const back = switchMode(text, "fields", shape);
        expectReads(back.fields[0]!, type, value);
        expect(switchMode(back, "wave", shape).text).toBe(text.text);
      }),
      RUNS,
    );
  });
});

describe("leaves", () => {
  it.each([
    [t.u8, "0xff", 255],
    [t.u8, " 7 ", 7],
    [t.s64, "-0x8000_0000_0000_0000", -(2n ** 63n)],
    [t.u32, "1_000_000", 1_000_000],
    [t.u16, "0b1010", 10],
    [t.f64, "nan", Number.NaN],
    [t.f32, "0.1", Math.fround(0.1)],
  ])("%#: reads %o", (type, text, value) => {
    expectReads(typed(text), type, value);
  });

  it.each([
    [t.u8, "256", "`256` doesn't fit `u8`, which goes from 0 to 255"],
    [t.u8, "0x100", "`256` doesn't fit `u8`, which goes from 0 to 255"],
    [t.u8, "0x", "`0x` isn't a number"],
    [t.u8, "", "Needs a value"],
    [t.f64, "1,5", "`1,5` isn't a number"],
    [t.char, "ab", "A char is exactly one character"],
    [t.char, "", "A char is exactly one character"],
  ])("%#: says what is wrong with %o", (type, text, words) => {
    const read = readDraft(typed(text), type);
    expect(!read.ok && read.error.map((problem) => describeDraftFault(problem.fault))).toEqual([words]);
  });

  it("shows what can't be seen as escapes, and only that", () => {
    expect(draftOf("a\r\n\u202e", t.string)).toEqual(typed("a\\r\\n\\u{202e}", true));
    expect(draftOf('say "hi"\n\\', t.string)).toEqual(typed('say "hi"\n\\'));
    expect(draftOf("\n", t.char)).toEqual(typed("\n"));
    expect(readText(typed("'"), "char")).toEqual({ ok: true, value: "'" });
    expect(readText(typed("\\u{0}", true), "char")).toEqual({ ok: true, value: "\0" });
    expect(readText(typed('"\\\\\n\\"', true), "string")).toEqual({ ok: true, value: '"\\\n"' });
  });

  it("steps integers up and down, within their range", () => {
    expect([stepped("5", "u8", 1), stepped("0", "u8", -1), stepped("250", "u8", 10), stepped("x", "u8", 1)]).toEqual([
      "6",
      "0",
      "255",
      null,
    ]);
  });
});

describe("bytes", () => {
  it("are text where they can be, hex where not, a block where they are many", () => {
    expect(bytesDraftOf(new TextEncoder().encode("hi\n"))).toEqual(typedBytes("text", "hi\n"));
    expect(bytesDraftOf(new Uint8Array([0, 255]))).toEqual(typedBytes("hex", "00 ff"));
    expect(bytesDraftOf(new Uint8Array(5_000)).source.kind).toBe("block");
    expect(printHex(new Uint8Array(17)).split("\n")).toHaveLength(2);
  });

  it("take hex as it is pasted", () => {
    expect(readBytes(typedBytes("hex", "0xDE, 0xAD\nbe:ef"))).toEqual({
      ok: true,
      value: new Uint8Array([0xde, 0xad, 0xbe, 0xef]),
    });
    expect(readBytes(typedBytes("hex", "1g"))).toEqual({ ok: false, error: { kind: "not-hex", found: "g" } });
    expect(readBytes(typedBytes("hex", "123"))).toEqual({ ok: false, error: { kind: "half-byte" } });
  });

  it("go over to the other encoding where there is one", () => {
    expect(reencoded(typedBytes("text", "é"), "hex")).toEqual({ ok: true, value: typedBytes("hex", "c3 a9") });
    expect(reencoded(typedBytes("hex", "ff"), "text")).toEqual({ ok: false, error: { kind: "not-text" } });
  });
});

describe("choices", () => {
  it("keep what was typed for a case that isn't chosen any more", () => {
    const type = t.variant({ a: t.u8, b: null });
    const draft = draftOf({ case: "a", value: 7 }, type) as ChoiceDraft;
    const structure = type as Parameters<typeof choose>[2];
    const away = choose(draft, 1, structure);
    expectReads(away, type, { case: "b" });
    expectReads(choose(away, 0, structure), type, { case: "a", value: 7 });
  });
});

describe("whole drafts", () => {
  const shape: DraftShape = {
    kind: "arguments",
    parameters: [
      { name: "title", type: t.string },
      { name: "lines", type: t.list(t.record({ qty: t.u8, order: t.own("order") })) },
    ],
  };

  it("name the place of each problem", () => {
    const draft = {
      ...emptyValueDraft(shape),
      fields: [
        typed("x"),
        {
          kind: "rows",
          rows: [{ id: 4, draft: { kind: "parts", parts: [typed("300"), { kind: "handle", handle: null }] } }],
        },
      ],
    } as const;
    const read = readValueDraft(draft, shape);
    expect(!read.ok && read.error.kind === "fields" && read.error.problems.map(describeDraftProblem)).toEqual([
      "lines[0].qty: `300` doesn't fit `u8`, which goes from 0 to 255",
      "lines[0].order: Choose a live `order`",
    ]);
    expect(switchMode(draft, "wave", shape).text).toBe('("x", [{qty: 300, order: order}])');
  });

  it("a text that can't be read stays, and so does the form", () => {
    const simple: DraftShape = { kind: "value", type: t.u8 };
    const text = { ...switchMode(emptyValueDraft(simple), "wave", simple), text: "oops" };
    expect(readValueDraft(text, simple)).toMatchObject({ ok: false, error: { kind: "wave", error: { column: 1 } } });
    const back = switchMode(text, "fields", simple);
    expect(back.fields).toEqual([typed("0")]);
    expect(switchMode(back, "wave", simple).text).toBe("oops");
  });

  it("two entries with one key are a problem of the second", () => {
    const type = t.map(t.string, t.u8);
    const entry = (id: number) => ({ id, key: typed("a"), value: typed("1") });
    const read = readDraft({ kind: "entries", rows: [entry(0), entry(1)] }, type);
    expect(read).toEqual({ ok: false, error: [{ path: [1], fault: { kind: "duplicate-key" } }] });
  });
});

describe("rows", () => {
  const rows = [{ id: 0 }, { id: 1 }, { id: 2 }];
  const ids = (edited: readonly { id: number }[]) => edited.map((row) => row.id).join("");

  it("move, double and leave under their ids", () => {
    expect(ids(movedRow(rows, 0, 1))).toBe("102");
    expect(ids(movedRow(rows, 0, -1))).toBe("012");
    expect(ids(movedRow(rows, 2, -9))).toBe("201");
    expect(ids(doubledRow(rows, 1))).toBe("0132");
    expect(ids(withoutRow(rows, 1))).toBe("02");
  });
});
