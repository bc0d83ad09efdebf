// The options of sockets: kept and told again, as on a machine. Of TCP, nothing in a run depends on them.

import { failNetwork } from "./network-error.ts";

const NS_PER_S = 1_000_000_000n;
const MAX_BUFFER_BYTES = 2n ** 31n - 1n;

/** What Linux starts with. Times in nanoseconds. */
export class TcpOptions {
  keepAlive = false;
  keepAliveIdleTime = 7200n * NS_PER_S;
  keepAliveInterval = 75n * NS_PER_S;
  keepAliveCount = 9;
  hopLimit = 64;
  receiveBufferSize = 65_536n;
  sendBufferSize = 65_536n;

  copy(): TcpOptions {
    return Object.assign(new TcpOptions(), this);
  }
}

/** `value` in whole seconds, at least one. Fails where it is 0. */
export function checkedTime(value: bigint): bigint {
  if (value === 0n) failNetwork("invalid-argument");
  return ((value + NS_PER_S - 1n) / NS_PER_S) * NS_PER_S;
}

/** A size is a wish: what is too large is made smaller. Fails where it is 0. */
export function checkedSize(value: bigint): bigint {
  if (value === 0n) failNetwork("invalid-argument");
  return value < MAX_BUFFER_BYTES ? value : MAX_BUFFER_BYTES;
}

/** `value`, which may not be 0. */
export function nonZero(value: number): number {
  return value === 0 ? failNetwork("invalid-argument") : value;
}
