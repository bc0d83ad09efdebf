// wasi:random. Secure randomness that isn't granted traps: there is no error to answer with, and no safe substitute.
// The insecure functions then give a fixed sequence, which the spec allows.

import { DEFAULT_SEED, seededBytes } from "../control/random-source.ts";
import { GuestTrap } from "../trap/signals.ts";
import type { InstanceHost } from "./instance-host.ts";

/** Bytes of one answer at most: 64 MiB. */
const MAX_BYTES = 64 * 1024 * 1024;

export function secureRandom(host: InstanceHost): object {
  const bytes = (length: number, functionName: string): Uint8Array => {
    if (host.grants.random) return host.context.thread.randomBytes(length);
    host.denied("wasi:random/random", functionName, { kind: "random" });
    throw new GuestTrap("secure random numbers are not granted");
  };
  return {
    getRandomBytes: (length: bigint) => bytes(checkedLength(length), "get-random-bytes"),
    getRandomU64: () => u64Of(bytes(8, "get-random-u64")),
  };
}

export function insecureRandom(host: InstanceHost): object {
  const bytes = insecureBytes(host);
  return {
    getInsecureRandomBytes: (length: bigint) => bytes(checkedLength(length)),
    getInsecureRandomU64: () => u64Of(bytes(8)),
  };
}

export function insecureSeed(host: InstanceHost): object {
  const bytes = insecureBytes(host);
  return { insecureSeed: () => [u64Of(bytes(8)), u64Of(bytes(8))] };
}

function insecureBytes(host: InstanceHost): (length: number) => Uint8Array {
  return host.grants.random ? (length) => host.context.thread.randomBytes(length) : seededBytes(DEFAULT_SEED);
}

function checkedLength(length: bigint): number {
  if (length > MAX_BYTES) throw new GuestTrap(`asked for ${length} random bytes; ${MAX_BYTES} are the most`);
  return Number(length);
}

function u64Of(bytes: Uint8Array): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
}
