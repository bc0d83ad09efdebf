// A component binary → everything that the project knows of it: its type, its parts, its producers, and what was odd.
// This is the only way in for bytes. Spec: Binary.md.

import { ok, type Result } from "../base/result.ts";
import type { DecodeError } from "../binary/cursor.ts";
import { catchDecodeFailure, type UnknownConstructNotice } from "../binary/decode.ts";
import { allProducers, type Part, type Producers, readPartsOrThrow } from "../binary/parts.ts";
import { interpretComponentOrThrow } from "./interpret.ts";
import type { ComponentType } from "./types.ts";

export interface Component {
  readonly type: ComponentType;
  readonly root: Part;
  readonly producers: Producers;
  readonly byteLength: number;
  /** Constructs that this version doesn't know; what depends on them is typed as unknown. */
  readonly notices: readonly UnknownConstructNotice[];
}

/**
 * The component in `bytes`, which are borrowed only while the call runs.
 * @returns a `DecodeError` with the offending byte's offset; never throws on bad input.
 * @see Binary.md "Component Definitions"
 */
export function readComponent(bytes: Uint8Array): Result<Component, DecodeError> {
  const result = catchDecodeFailure(() => {
    const { type, notices } = interpretComponentOrThrow(bytes);
    return { type, notices, root: readPartsOrThrow(bytes) };
  });
  if (!result.ok) return result;
  const { type, notices, root } = result.value;
  return ok({ type, notices, root, producers: allProducers(root), byteLength: bytes.length });
}
