// The wording of diagnostics on reading a file: codes W1xxx.

import { LIMIT_UNITS } from "../limits.ts";
import { aSort, at, DAMAGED } from "../phrases.ts";
import type { Wordings } from "./wording-table.ts";

export const READING = {
  "not-wasm": {
    code: "W1001",
    message: () => "This is not a WebAssembly file: it does not begin with `\\0asm`.",
    help: "Drop a `.wasm` component, or WebAssembly text with the ending `.wat`.",
  },
  "core-module": {
    code: "W1002",
    message: () => "This is a core WebAssembly module, not a component.",
    help: "Turn it into one with `wasm-tools component new`, or build for a component target such as `wasm32-wasip2`.",
  },
  "unsupported-layer": {
    code: "W1003",
    message: ({ version, layer }) => `This component format is not known: version ${version}, layer ${layer}.`,
    help: "It was written for an older or newer draft of the Component Model. Build it again with current tools.",
  },
  "unexpected-end": {
    code: "W1004",
    message: ({ byteOffset }) => `The file ends too early, at ${at(byteOffset)}.`,
    help: "It may not have been downloaded or copied whole.",
  },
  malformed: {
    code: "W1005",
    message: ({ what, byteOffset }) => `The file is broken at ${at(byteOffset)}, in ${what}.`,
    help: DAMAGED,
  },
  "limit-exceeded": {
    code: "W1006",
    message: ({ limit, bound, found, byteOffset }) =>
      `The file goes beyond a bound of this reader at ${at(byteOffset)}: more than ${bound} ${LIMIT_UNITS[limit]} (${found}).`,
    help: "Files beyond this bound are not opened, to keep the page safe from hostile input.",
  },
  "invalid-utf8": {
    code: "W1007",
    message: ({ byteOffset }) => `A name at ${at(byteOffset)} is not valid UTF-8.`,
    help: DAMAGED,
  },
  "index-out-of-range": {
    code: "W1008",
    message: ({ space, byteOffset }) =>
      `At ${at(byteOffset)}, ${aSort(space)} is used that is not defined up to there.`,
    help: DAMAGED,
  },
  "unexpected-sort": {
    code: "W1009",
    message: ({ expected, found, byteOffset }) =>
      `Expected ${aSort(expected)} at ${at(byteOffset)}, found ${aSort(found)}.`,
    help: DAMAGED,
  },
  "duplicate-extern-name": {
    code: "W1010",
    message: ({ direction, name, byteOffset }) =>
      `The ${direction} \`${name}\` is declared a second time at ${at(byteOffset)}.`,
    help: DAMAGED,
  },
  "missing-instance-export": {
    code: "W1011",
    message: ({ name, byteOffset }) =>
      `The definition at ${at(byteOffset)} takes \`${name}\` from an instance that does not export it.`,
    help: DAMAGED,
  },
} satisfies Partial<Wordings>;
