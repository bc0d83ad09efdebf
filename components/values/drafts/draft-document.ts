// A draft → WAVE text, even where it isn't right yet: what can't be read stands there as it was typed, so that going
// over to text shows the same mistake at its place.

import { unreachable } from "../../../core/base/assert.ts";
import {
  caseDocument,
  flagsDocument,
  mapDocument,
  recordDocument,
  sequence,
  waveDocument,
} from "../../../core/values/print-wave.ts";
import { caseLabel } from "../../../core/values/wave-keywords.ts";
import { layOutFlat, leaf, type WaveDocument } from "../../../core/values/wave-layout.ts";
import { printType } from "../../../core/wit/print-type.ts";
import { peelValue, type StructuralValueType, type ValueType } from "../../../core/wit/types.ts";
import { casesOf, type ChoiceDraft, type FieldDraft } from "./field-draft.ts";
import { readDraft } from "./read-draft.ts";

/** What to lay out for `draft`. */
export function draftDocument(draft: FieldDraft, type: ValueType): WaveDocument {
  const value = readDraft(draft, type);
  if (value.ok) return waveDocument(value.value, type);
  const structure = peelValue(type);
  switch (draft.kind) {
    case "switch":
    case "flags":
      return draft.kind === "flags" ? flagsDocument(draft.labels) : leaf(String(draft.on));
    case "text":
      return leaf(draft.text);
    case "bytes":
      return leaf(draft.source.kind === "typed" ? `[${draft.source.text}]` : "[]");
    case "parts":
      return partsDocument(draft.parts, structure);
    case "choice":
      return choiceDocument(draft, structure);
    case "rows":
      return sequence("[", "]", () =>
        structure.kind === "list" ? draft.rows.map((row) => draftDocument(row.draft, structure.element)) : [],
      );
    case "entries":
      if (structure.kind !== "map") return leaf("{}");
      return mapDocument(() =>
        draft.rows.map((row) => ({
          prefix: `${layOutFlat(draftDocument(row.key, structure.key), Number.POSITIVE_INFINITY)}: `,
          document: draftDocument(row.value, structure.value),
        })),
      );
    case "handle":
    case "given":
      return leaf(printType(type));
    default:
      return unreachable(draft);
  }
}

function partsDocument(parts: readonly FieldDraft[], type: StructuralValueType): WaveDocument {
  if (type.kind === "tuple")
    return sequence("(", ")", () => type.elements.map((element, i) => draftDocument(parts[i]!, element)));
  if (type.kind !== "record") return leaf("{:}");
  return recordDocument(
    type.fields.flatMap(({ name, type: field }, i) => {
      const part = parts[i]!;
      const isNone = part.kind === "choice" && part.selected === 0 && peelValue(field).kind === "option";
      return isNone ? [] : [{ prefix: `${name}: `, document: draftDocument(part, field) }];
    }),
  );
}

function choiceDocument(draft: ChoiceDraft, type: StructuralValueType): WaveDocument {
  if (type.kind !== "variant" && type.kind !== "option" && type.kind !== "result") return leaf("none");
  const { name, type: payloadType } = casesOf(type)[draft.selected]!;
  const payload = draft.payloads[draft.selected];
  const label = type.kind === "variant" ? caseLabel(name) : name;
  return caseDocument(label, payload && payloadType ? draftDocument(payload, payloadType) : null);
}
