// Damaged components that get past their framing: sections are cut out, swapped, doubled, taken from elsewhere or
// changed inside, and their sizes written anew, so that a mutant reaches the code behind the first check.

import { Writer } from "../core/binary/writer.ts";
import { Cursor } from "../core/binary/cursor.ts";
import { catchDecodeFailure } from "../core/binary/decode.ts";
import { COMPONENT_PREAMBLE, SECTION } from "../core/binary/opcodes.ts";
import type { Random } from "./random.ts";

interface Section {
  readonly id: number;
  readonly body: Uint8Array;
}

/** `component` with one to four changes; `others`, which are whole, lend it sections. */
export function mutateComponent(component: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  let sections = sectionsOf(component);
  if (!sections) return mutateBytes(component, random);
  for (let changes = 1 + random.below(4); changes > 0; changes--) sections = mutateSections(sections, others, random);
  const mutant = withSections(sections);
  return random.chance(0.05) ? mutant.subarray(0, random.below(mutant.length + 1)) : mutant;
}

/** Null where changes of before have broken the framing. */
function sectionsOf(component: Uint8Array): readonly Section[] | null {
  const cursor = new Cursor(component, COMPONENT_PREAMBLE.length);
  const sections: Section[] = [];
  const framed = catchDecodeFailure(() => {
    while (!cursor.atEnd) {
      const id = cursor.u8();
      const { offset, end } = cursor.slice(cursor.u32());
      sections.push({ id, body: component.subarray(offset, end) });
    }
  });
  return framed.ok ? sections : null;
}

function withSections(sections: readonly Section[]): Uint8Array {
  const out = new Writer().bytes(COMPONENT_PREAMBLE);
  for (const { id, body } of sections) out.u8(id).u32(body.length).bytes(body);
  return out.finish();
}

function mutateSections(
  sections: readonly Section[],
  others: readonly Uint8Array[],
  random: Random,
): readonly Section[] {
  const at = random.below(Math.max(sections.length, 1));
  const section = sections[at];
  if (!section) return sections;
  switch (random.below(9)) {
    case 0:
      return sections.toSpliced(at, 1);
    case 1:
      return sections.toSpliced(random.below(sections.length + 1), 0, section);
    case 2: {
      const other = random.below(sections.length);
      return sections.with(at, sections[other]!).with(other, section);
    }
    case 3: {
      const lent = sectionsOf(random.pick(others));
      return lent ? sections.toSpliced(at, 0, random.pick(lent)) : sections;
    }
    case 4:
      return sections.with(at, { ...section, id: random.below(14) });
    case 5:
      return nested(sections, at, random);
    default:
      return sections.with(at, { ...section, body: mutateBody(section, others, random) });
  }
}

/** The component inside itself a few times, each time instantiated with nothing. */
function nested(sections: readonly Section[], at: number, random: Random): readonly Section[] {
  const body = withSections(sections);
  const times = 1 + random.below(3);
  const instance = { id: SECTION.instance, body: Uint8Array.of(1, 0, random.below(times), 0) };
  const copies = Array.from({ length: times }, (): Section => ({ id: SECTION.component, body }));
  return sections.toSpliced(at, 0, ...copies, instance);
}

function mutateBody(section: Section, others: readonly Uint8Array[], random: Random): Uint8Array {
  if (section.id === SECTION.component && section.body.length > COMPONENT_PREAMBLE.length) {
    return mutateComponent(section.body, others, random);
  }
  return mutateBytes(section.body, random);
}

/** Numbers that sit on an edge of the format: signs, continuations, bounds, opcodes of types. */
const EDGES = [
  [0x00],
  [0x01],
  [0x02],
  [0x3f],
  [0x40],
  [0x42, 0x00],
  [0x7f],
  [0x80, 0x01],
  [0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0x80, 0x80, 0x80, 0x80, 0x00],
  [0xff, 0xff, 0xff, 0xff, 0x7f],
] as const;

function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const kept = [...bytes];
  switch (random.below(6)) {
    case 0:
      kept[at] = random.below(256);
      break;
    case 1:
      kept[at] = ((kept[at] ?? 0) + (random.chance(0.5) ? 1 : 255)) & 0xff;
      break;
    case 2:
      kept.splice(at, 1 + random.below(4));
      break;
    case 3:
      kept.splice(at, 1, ...random.pick(EDGES));
      break;
    case 4: {
      // A stretch once more; the count before it grows as often as not.
      const stretch = kept.slice(at, at + 1 + random.below(16));
      kept.splice(at, 0, ...stretch);
      if (random.chance(0.5)) kept[0] = ((kept[0] ?? 0) + 1) & 0x7f;
      break;
    }
    default:
      kept[0] = ((kept[0] ?? 0) + (random.chance(0.5) ? 1 : 127)) & 0x7f;
  }
  return Uint8Array.from(kept);
}
