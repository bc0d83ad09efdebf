// Frames by messages, to a run whose thread takes them while its calls are suspended.

import type { Bell } from "../wait/bell.ts";
import { type Frame, FRAME_HEADER_BYTES, type FrameReader, type FrameWriter, LINE_BYTES } from "./frame-ends.ts";

type ToReader =
  | { readonly kind: "frame"; readonly frame: Frame }
  | { readonly kind: "cancel" }
  | { readonly kind: "taken"; readonly bytes: number };

type ToWriter = { readonly kind: "read"; readonly bytes: number } | { readonly kind: "closed" };

export class PortWriter implements FrameWriter {
  readonly #port: MessagePort;
  readonly #waiting = new Set<() => void>();
  #unreadBytes = 0;
  #isClosed = false;

  constructor(port: MessagePort) {
    this.#port = port;
    port.addEventListener("message", ({ data }: MessageEvent<ToWriter>) => {
      if (data.kind === "read") this.#unreadBytes -= data.bytes;
      else this.#isClosed = true;
      this.#wake();
    });
    port.start();
  }

  async write(kind: number, bytes: Uint8Array): Promise<boolean> {
    const frameBytes = FRAME_HEADER_BYTES + bytes.length;
    while (!this.#isClosed && this.#unreadBytes + frameBytes > LINE_BYTES) await this.#change();
    if (this.#isClosed) return false;
    this.#unreadBytes += frameBytes;
    const copy = bytes.slice();
    this.#post({ kind: "frame", frame: { kind, bytes: copy } }, [copy.buffer]);
    return true;
  }

  cancel(): void {
    this.#post({ kind: "cancel" });
  }

  take(bytes: number): void {
    this.#post({ kind: "taken", bytes });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  async closed(): Promise<void> {
    while (!this.#isClosed) await this.#change();
  }

  abandon(): void {
    this.#isClosed = true;
    this.#port.close();
    this.#wake();
  }

  #post(message: ToReader, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  #change(): Promise<void> {
    return new Promise((resolve) => void this.#waiting.add(resolve));
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

export class PortReader implements FrameReader {
  readonly #port: MessagePort;
  readonly #frames: Frame[] = [];
  #takenBytes = 0;
  #isCancelled = false;

  /** @param bell rung when something comes */
  constructor(port: MessagePort, bell: Bell | null) {
    this.#port = port;
    port.addEventListener("message", ({ data }: MessageEvent<ToReader>) => {
      if (data.kind === "frame") this.#frames.push(data.frame);
      else if (data.kind === "taken") this.#takenBytes += data.bytes;
      else this.#isCancelled = true;
      bell?.ring();
    });
    port.start();
  }

  ready(): boolean {
    return this.#frames.length > 0;
  }

  next(): Frame | null {
    const frame = this.#frames.shift();
    if (frame) this.#post({ kind: "read", bytes: FRAME_HEADER_BYTES + frame.bytes.length });
    return frame ?? null;
  }

  close(): void {
    this.#post({ kind: "closed" });
  }

  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  untaken(sent: number): number {
    return sent - this.#takenBytes;
  }

  #post(message: ToWriter): void {
    this.#port.postMessage(message, []);
  }
}
