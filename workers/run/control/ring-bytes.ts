// Bytes of a ring in shared memory: positions count on for ever, the ring begins again at its end.

/** Writes `bytes` from `position` on. */
export function putWrapping(ring: Uint8Array, position: number, bytes: Uint8Array): void {
  const start = (position >>> 0) % ring.length;
  const first = bytes.subarray(0, ring.length - start);
  ring.set(first, start);
  ring.set(bytes.subarray(first.length), 0);
}

/** A copy of `length` bytes from `position` on. */
export function takeWrapping(ring: Uint8Array, position: number, length: number): Uint8Array<ArrayBuffer> {
  const start = (position >>> 0) % ring.length;
  const taken = new Uint8Array(length);
  const first = ring.subarray(start, start + length);
  taken.set(first);
  taken.set(ring.subarray(0, length - first.length), first.length);
  return taken;
}
