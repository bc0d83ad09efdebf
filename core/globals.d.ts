// The few host globals that a page, a worker and Node share and that the engine may use.
// Everything else is out of reach on purpose: `core` runs without the DOM lib.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
