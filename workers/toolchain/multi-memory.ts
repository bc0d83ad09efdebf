// Whether this engine runs modules with several memories, found out by validating one.

// prettier-ignore
const TWO_MEMORIES = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // \0asm, version 1
  0x05, 0x05, 0x02, 0x00, 0x00, 0x00, 0x00, // memory section: two memories of no pages
]);

export function hasMultiMemory(): boolean {
  return WebAssembly.validate(TWO_MEMORIES);
}
