// A stream of bytes through a MessagePort: sent as fast as it is read at the other end, cancelled when nobody does.

type StreamMessage =
  | { readonly kind: "data"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end" }
  | { readonly kind: "broken"; readonly reason: string }
  /** From the reader: it has taken so many more bytes. */
  | { readonly kind: "taken"; readonly byteLength: number }
  | { readonly kind: "cancel" };

type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Bytes on their way that the reader hasn't taken; then the sender waits. */
export const WINDOW_BYTES = 256 * 1024;

/**
 * Sends `stream` through `port` to its end, and closes the port. The buffers of its pieces are handed over. Resolves when
 * all is sent, or the reader has gone; then the stream is cancelled.
 */
export async function sendStream(stream: ByteStream, port: MessagePort): Promise<void> {
  const reader = stream.getReader();
  const line = new SendingLine(port, () => void reader.cancel().catch(() => {}));
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      await line.send(ownBytes(next.value));
    }
    line.post({ kind: "end" });
  } catch (thrown) {
    line.post({ kind: "broken", reason: String(thrown) });
  } finally {
    port.close();
  }
}

class SendingLine {
  readonly #port: MessagePort;
  #untaken = 0;
  #isCancelled = false;
  #wake = (): void => {};

  constructor(port: MessagePort, onCancel: () => void) {
    this.#port = port;
    listen(port, (data) => {
      const message = data as StreamMessage;
      if (message.kind === "taken") this.#untaken -= message.byteLength;
      if (message.kind === "cancel") {
        this.#isCancelled = true;
        onCancel();
      }
      this.#wake();
    });
  }

  post(message: StreamMessage, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  /** Sends `bytes`, and waits until there is room for more. */
  async send(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#untaken += bytes.length;
    this.post({ kind: "data", bytes }, [bytes.buffer]);
    while (this.#untaken >= WINDOW_BYTES && !this.#isCancelled) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** What `sendStream` sends at the other end of `port`. Reading it is what asks for more. */
export function receiveStream(port: MessagePort): ByteStream {
  const line = new ReceivingLine(port);
  return new ReadableStream({
    start: (controller) => line.begin(controller),
    pull: () => line.pull(),
    cancel: () => line.cancel(),
  });
}

class ReceivingLine {
  readonly #port: MessagePort;
  readonly #queue: Uint8Array<ArrayBuffer>[] = [];
  #end: Extract<StreamMessage, { readonly kind: "end" | "broken" }> | null = null;
  #isPulling = false;
  #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | null = null;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  begin(controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>): void {
    this.#controller = controller;
    listen(this.#port, (data) => {
      const message = data as StreamMessage;
      if (message.kind === "data") this.#queue.push(message.bytes);
      if (message.kind === "end" || message.kind === "broken") this.#end = message;
      this.#deliver();
    });
  }

  pull(): void {
    this.#isPulling = true;
    this.#deliver();
  }

  cancel(): void {
    this.#controller = null;
    this.#post({ kind: "cancel" });
    this.#port.close();
  }

  #deliver(): void {
    const bytes = this.#isPulling ? this.#queue.shift() : undefined;
    if (bytes) {
      this.#isPulling = false;
      this.#post({ kind: "taken", byteLength: bytes.length });
      this.#controller?.enqueue(bytes);
    }
    if (this.#queue.length > 0 || this.#end === null) return;
    if (this.#end.kind === "broken") this.#controller?.error(new Error(this.#end.reason));
    else this.#controller?.close();
    this.#controller = null;
    this.#port.close();
  }

  #post(message: StreamMessage): void {
    this.#port.postMessage(message, []);
  }
}

/** Has `receive` get all that comes through `port`, from now on. */
export function listen(port: MessagePort, receive: (data: unknown) => void): void {
  port.addEventListener("message", ({ data }) => receive(data));
  port.start();
}

/** `bytes` with a buffer of their own. */
function ownBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
