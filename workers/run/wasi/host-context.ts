// What the resources of the WASI host share: the thread they run on and the classes they are made of.
// A resource of one instance may cross a wire to another, so classes belong to the run and authority to the object.

import type { FetchPort, FetchRequest } from "./http/fetch-port.ts";
import type { Fields } from "./http/fields.ts";
import type { FutureTrailers, IncomingBody } from "./http/incoming-body.ts";
import type { OutgoingBody } from "./http/outgoing-body.ts";
import type { IncomingRequest, OutgoingRequest, RequestOptions } from "./http/requests.ts";
import type { FutureIncomingResponse, IncomingResponse, OutgoingResponse, ResponseOutparam } from "./http/responses.ts";
import type { IncomingDatagramStream, OutgoingDatagramStream } from "./sockets/datagram-streams.ts";
import type { ResolveAddressStream } from "./sockets/name-lookup.ts";
import type { Loopback } from "./sockets/loopback.ts";
import type { Network } from "./sockets/network.ts";
import type { TcpSocket } from "./sockets/tcp-socket.ts";
import type { UdpSocket } from "./sockets/udp-socket.ts";
import type { TerminalInput, TerminalOutput } from "./cli.ts";
import type { Denial } from "./grants.ts";
import type { DirectoryEntryStream } from "./filesystem/directory-entry-stream.ts";
import type { Descriptor } from "./filesystem/descriptor.ts";
import type { ByteSource } from "./io/byte-streams.ts";
import type { OpenFiles } from "./filesystem/open-files.ts";
import type { InputStream } from "./io/input-stream.ts";
import type { IoError } from "./io/io-error.ts";
import type { OutputStream } from "./io/output-stream.ts";
import type { Pollable, ReadySource } from "./io/pollable.ts";
import type { Waited } from "../wait/waited.ts";

export type StandardStream = "stdout" | "stderr";

/** The thread as the host sees it; tests have one that doesn't wait. */
export interface HostThread {
  /**
   * What `then` gives, which is called when one of `sources` is ready; until then no guest goes on. Fails with a
   * StopSignal when the run ends.
   */
  wait<T>(sources: readonly ReadySource[], then: () => Waited<T>): Waited<T>;
  /** Milliseconds of a clock that never goes back. */
  nowMs(): number;
  /** The same for a guest that looks at it, which may move it. */
  readMs(): number;
  /** Nanoseconds since 1970, for a guest. */
  readWallNs(): bigint;
  randomBytes(length: number): Uint8Array;
  /** `bytes` are borrowed. Throws a StopSignal when the run has written too much. */
  write(instance: string, stream: StandardStream, bytes: Uint8Array): void;
  denied(denial: Denial): void;
  /** What is written to the run while it goes on; null where that couldn't reach a thread that waits for it. */
  readonly input: ByteSource | null;
  /** False where responses couldn't reach a thread that waits for them. */
  readonly canFetch: boolean;
  /** Sends a request that is allowed. Only where `canFetch`. */
  fetch(request: FetchRequest): FetchPort;
}

/** The classes of a run: what `instanceof` is asked about in every component's glue. */
export interface HostClasses {
  readonly Pollable: typeof Pollable;
  readonly IoError: typeof IoError;
  readonly InputStream: typeof InputStream;
  readonly OutputStream: typeof OutputStream;
  readonly Descriptor: typeof Descriptor;
  readonly DirectoryEntryStream: typeof DirectoryEntryStream;
  readonly TerminalInput: typeof TerminalInput;
  readonly TerminalOutput: typeof TerminalOutput;
  readonly Fields: typeof Fields;
  readonly IncomingRequest: typeof IncomingRequest;
  /** Guests make these. */
  readonly OutgoingRequest: new (headers: Fields) => OutgoingRequest;
  readonly OutgoingResponse: new (headers: Fields) => OutgoingResponse;
  readonly RequestOptions: typeof RequestOptions;
  readonly ResponseOutparam: typeof ResponseOutparam;
  readonly IncomingResponse: typeof IncomingResponse;
  readonly IncomingBody: typeof IncomingBody;
  readonly FutureTrailers: typeof FutureTrailers;
  readonly OutgoingBody: typeof OutgoingBody;
  readonly FutureIncomingResponse: typeof FutureIncomingResponse;
  readonly Network: typeof Network;
  readonly TcpSocket: typeof TcpSocket;
  readonly UdpSocket: typeof UdpSocket;
  readonly IncomingDatagramStream: typeof IncomingDatagramStream;
  readonly OutgoingDatagramStream: typeof OutgoingDatagramStream;
  readonly ResolveAddressStream: typeof ResolveAddressStream;
}

export interface HostContext {
  readonly thread: HostThread;
  readonly classes: HostClasses;
  /** The network that all instances of the run share; nothing of it leaves the run. */
  readonly loopback: Loopback;
  /** What its instances have open in file trees. */
  readonly openFiles: OpenFiles;
}
