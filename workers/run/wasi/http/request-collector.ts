// A request on its way out. Its body is gathered until the guest has finished it, because browsers stream uploads only
// over HTTP/2; then the request is sent.

import type { HostThread } from "../host-context.ts";
import { StreamFailure } from "../io/byte-streams.ts";
import type { FetchRequest } from "./fetch-port.ts";
import { FetchedResponse, type Timeouts } from "./fetched-response.ts";
import { type FieldEntries, type HttpErrorCode, internalError } from "./http-values.ts";
import type { BodyTarget } from "./outgoing-body.ts";
import type { RequestOptions } from "./requests.ts";

/** Bytes of one request body at most. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const NS_PER_MS = 1_000_000;

export class RequestCollector implements BodyTarget {
  readonly response: FetchedResponse;
  readonly #thread: HostThread;
  readonly #request: Omit<FetchRequest, "body">;
  #chunks: Uint8Array[] = [];
  #bytes = 0;

  constructor(thread: HostThread, request: Omit<FetchRequest, "body">, options: RequestOptions | undefined) {
    this.#thread = thread;
    this.#request = request;
    this.response = new FetchedResponse(thread, timeoutsOf(options));
  }

  ready(): boolean {
    return true;
  }

  capacity(): number {
    return Infinity;
  }

  write(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    if (this.#bytes > MAX_BODY_BYTES) {
      const code: HttpErrorCode = { tag: "HTTP-request-body-size", val: BigInt(this.#bytes) };
      this.fail(code);
      throw new StreamFailure(`a request body of more than ${MAX_BODY_BYTES} bytes`, { http: code });
    }
    this.#chunks.push(bytes.slice());
  }

  end(trailers: FieldEntries | null): void {
    if (trailers !== null && trailers.length > 0) {
      this.fail(internalError("browsers don't send trailers with a request"));
      return;
    }
    const body = this.#bytes === 0 ? null : joined(this.#chunks, this.#bytes);
    this.#chunks = [];
    this.response.begin(this.#thread.fetch({ ...this.#request, body }));
  }

  fail(code: HttpErrorCode): void {
    this.#chunks = [];
    this.response.fail(code);
  }
}

/** `fetch` doesn't tell when it is connected: the time for that is added to the time until the first byte. */
function timeoutsOf(options: RequestOptions | undefined): Timeouts {
  const firstByte = options?.firstByteTimeout();
  const head = firstByte === undefined ? undefined : (options?.connectTimeout() ?? 0n) + firstByte;
  return { headMs: msOf(head), betweenBytesMs: msOf(options?.betweenBytesTimeout()) };
}

function msOf(ns: bigint | undefined): number {
  return ns === undefined ? Infinity : Number(ns) / NS_PER_MS;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let position = 0;
  for (const chunk of chunks) {
    all.set(chunk, position);
    position += chunk.length;
  }
  return all;
}
