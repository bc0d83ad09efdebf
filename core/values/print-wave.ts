// A value and its type → WAVE text that `parse-wave.ts` reads back as the same value.
// Spec: WAVE.md; maps as wasm-tools writes them. Handles and streams have no text: they print as `own<order> #7`, which
// no parser takes. The value must be of the type (`checkValue`).

import { unreachable } from "../base/assert.ts";
import type { PrimitiveName } from "../binary/records.ts";
import { printType } from "../wit/print-type.ts";
import { type Parameter, peelValue, type RecordType, type ValueType } from "../wit/types.ts";
import { isIntegerName, printFloat } from "./numbers.ts";
import type { WitValue } from "./value.ts";
import {
  expectArray,
  expectBytes,
  expectEntries,
  expectHandle,
  expectLabels,
  expectOpaque,
  expectOption,
  expectRecord,
  expectResult,
  expectVariant,
  isByteType,
} from "./value-shapes.ts";
import { caseLabel } from "./wave-keywords.ts";
import { layOutFlat, layOutLines, leaf, type WaveDocument, type WaveItem } from "./wave-layout.ts";
import { encodeChar, encodeMultiline, encodeString } from "./wave-strings.ts";

export interface WavePrintOptions {
  /** Spaces a level; without it, all is one line. Strings of several lines are then written as such. */
  readonly indent?: number;
  /** Characters of a line that `indent` aims at; 80 unless given. */
  readonly width?: number;
  /** Characters after which one line is cut with `…`; what is cut can't be read back. */
  readonly maxLength?: number;
}

/** `value` as WAVE text; lengths count UTF-16 code units. */
export function printWave(value: WitValue, type: ValueType, options: WavePrintOptions = {}): string {
  return layOut(waveDocument(value, type), options);
}

/** Arguments as a call writes them, `("Pi", 3.14)`, one for each of `parameters`. */
export function printWaveArguments(
  values: readonly WitValue[],
  parameters: readonly Parameter[],
  options: WavePrintOptions = {},
): string {
  return layOut(argumentsDocument(parameters.map(({ type }, i) => waveDocument(values[i]!, type))), options);
}

export function layOut(document: WaveDocument, options: WavePrintOptions): string {
  if (options.indent === undefined) return layOutFlat(document, options.maxLength ?? Number.POSITIVE_INFINITY);
  return layOutLines(document, options.indent, options.width ?? 80);
}

export function argumentsDocument(documents: readonly WaveDocument[]): WaveDocument {
  return sequence("(", ")", () => documents);
}

/** What `printWave` lays out. */
export function waveDocument(value: WitValue, type: ValueType): WaveDocument {
  const structure = peelValue(type);
  switch (structure.kind) {
    case "primitive":
      return primitiveDocument(value, structure.primitive);
    case "record":
      return recordDocument(recordParts(value, structure.fields));
    case "variant": {
      const variant = expectVariant(value);
      const payload = structure.cases.find((c) => c.name === variant.case)?.type;
      return caseDocument(caseLabel(variant.case), payload ? waveDocument(variant.value!, payload) : null);
    }
    case "list": {
      const { element } = structure;
      if (isByteType(element))
        return sequence("[", "]", () => mapped(expectBytes(value), (byte) => leaf(String(byte))));
      return sequence("[", "]", () => mapped(expectArray(value), (item) => waveDocument(item, element)));
    }
    case "map":
      return mapDocument(() =>
        mapped(expectEntries(value), ([key, item]) => ({
          prefix: `${printWave(key, structure.key)}: `,
          document: waveDocument(item, structure.value),
        })),
      );
    case "tuple": {
      const parts = expectArray(value);
      return sequence("(", ")", () => mapped(structure.elements, (element, i) => waveDocument(parts[i]!, element)));
    }
    case "flags":
      return flagsDocument(expectLabels(value));
    case "enum":
      return leaf(caseLabel(value as string));
    case "option": {
      const { some } = expectOption(value);
      return some === undefined ? leaf("none") : caseDocument("some", waveDocument(some, structure.element));
    }
    case "result": {
      const { side, payload } = expectResult(value);
      const inner = side === "ok" ? structure.ok : structure.error;
      return caseDocument(side === "ok" ? "ok" : "err", inner ? waveDocument(payload, inner) : null);
    }
    case "own":
    case "borrow": {
      const { typeName, id } = expectHandle(value);
      return leaf(`${structure.kind}<${typeName}> #${id}`);
    }
    case "stream":
    case "future":
      return leaf(`${printType(structure)} #${expectOpaque(value).id}`);
    case "unknown":
      return leaf("unknown");
    default:
      return unreachable(structure);
  }
}

function primitiveDocument(value: WitValue, name: PrimitiveName): WaveDocument {
  if (isIntegerName(name) || name === "bool") return leaf((value as number | bigint | boolean).toString());
  switch (name) {
    case "f32":
    case "f64":
      return leaf(printFloat(value as number, name));
    case "char":
      return leaf(encodeChar(value as string));
    case "string":
      return stringDocument(value as string);
    case "error-context":
      return leaf(`error-context #${expectOpaque(value).id}`);
    default:
      return unreachable(name);
  }
}

function stringDocument(value: string): WaveDocument {
  const text = encodeString(value);
  return value.includes("\n") ? { kind: "block", text, lines: (margin) => encodeMultiline(value, margin) } : leaf(text);
}

/** `name`, `name(payload)`. */
export function caseDocument(name: string, payload: WaveDocument | null): WaveDocument {
  if (!payload) return leaf(name);
  const items = (): readonly WaveItem[] => [{ prefix: "", document: payload }];
  return { kind: "group", open: `${name}(`, close: ")", items, hugs: true };
}

/** A record of its fields, less those that are none. */
export function recordDocument(fields: Iterable<WaveItem>): WaveDocument {
  const written = Array.from(fields);
  return written.length === 0 ? leaf("{:}") : { kind: "group", open: "{", close: "}", items: () => written };
}

function* recordParts(value: WitValue, fields: RecordType["fields"]): Generator<WaveItem> {
  const record = expectRecord(value);
  for (const { name, type } of fields) {
    const part = record[name]!;
    const isNone = part === null && peelValue(type).kind === "option";
    if (!isNone) yield { prefix: `${name}: `, document: waveDocument(part, type) };
  }
}

export function flagsDocument(labels: readonly string[]): WaveDocument {
  return sequence("{", "}", () => labels.map(leaf));
}

export function mapDocument(items: () => Iterable<WaveItem>): WaveDocument {
  return { kind: "group", open: "{", close: "}", items };
}

export function sequence(open: string, close: string, documents: () => Iterable<WaveDocument>): WaveDocument {
  const items = (): Iterable<WaveItem> => mapped(documents(), (document) => ({ prefix: "", document }));
  return { kind: "group", open, close, items };
}

function* mapped<T, R>(items: Iterable<T>, make: (item: T, index: number) => R): Generator<R> {
  let index = 0;
  for (const item of items) yield make(item, index++);
}
