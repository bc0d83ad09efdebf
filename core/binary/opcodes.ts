// The byte values of the binary format, once for reading and writing. Spec: Binary.md.

import type { PrimitiveName, Sort } from "./records.ts";

export const COMPONENT_PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00] as const;

export const SECTION = {
  custom: 0,
  coreModule: 1,
  coreInstance: 2,
  coreType: 3,
  component: 4,
  instance: 5,
  alias: 6,
  type: 7,
  canon: 8,
  start: 9,
  import: 10,
  export: 11,
  value: 12,
} as const;

export const PRIMITIVE_OPCODE: Readonly<Record<PrimitiveName, number>> = {
  bool: 0x7f,
  s8: 0x7e,
  u8: 0x7d,
  s16: 0x7c,
  u16: 0x7b,
  s32: 0x7a,
  u32: 0x79,
  s64: 0x78,
  u64: 0x77,
  f32: 0x76,
  f64: 0x75,
  char: 0x74,
  string: 0x73,
  "error-context": 0x64,
};

export const TYPE = {
  record: 0x72,
  variant: 0x71,
  list: 0x70,
  tuple: 0x6f,
  flags: 0x6e,
  enum: 0x6d,
  option: 0x6b,
  result: 0x6a,
  own: 0x69,
  borrow: 0x68,
  fixedLengthList: 0x67,
  stream: 0x66,
  future: 0x65,
  map: 0x63,
  asyncFunction: 0x43,
  instance: 0x42,
  component: 0x41,
  function: 0x40,
  resource: 0x3f,
} as const;

export const DECLARATION = { coreType: 0, type: 1, alias: 2, import: 3, export: 4 } as const;

export const CORE_TYPE = { function: 0x60, module: 0x50 } as const;

/** One byte for a component sort, two for a core one; an `externdesc` begins with the same bytes. */
export const SORT_BYTES: Readonly<Record<Sort, readonly number[]>> = {
  function: [0x01],
  value: [0x02],
  type: [0x03],
  component: [0x04],
  instance: [0x05],
  "core-function": [0x00, 0x00],
  "core-table": [0x00, 0x01],
  "core-memory": [0x00, 0x02],
  "core-global": [0x00, 0x03],
  "core-tag": [0x00, 0x04],
  "core-type": [0x00, 0x10],
  module: [0x00, 0x11],
  "core-instance": [0x00, 0x12],
};

export const NAME_OPTION = { implements: 0x00, versionSuffix: 0x01, externalId: 0x02 } as const;
