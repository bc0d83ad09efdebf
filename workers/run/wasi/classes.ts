// The resource classes of one run and what they share. Each class is a subclass of its own, because a run puts its wires
// into the prototypes.

import { TerminalInput, TerminalOutput } from "./cli.ts";
import { Descriptor } from "./filesystem/descriptor.ts";
import { DirectoryEntryStream } from "./filesystem/directory-entry-stream.ts";
import { OpenFiles } from "./filesystem/open-files.ts";
import type { HostClasses, HostContext, HostThread } from "./host-context.ts";
import { Fields } from "./http/fields.ts";
import { FutureTrailers, IncomingBody } from "./http/incoming-body.ts";
import { OutgoingBody } from "./http/outgoing-body.ts";
import { IncomingRequest, OutgoingRequest, RequestOptions } from "./http/requests.ts";
import { FutureIncomingResponse, IncomingResponse, OutgoingResponse, ResponseOutparam } from "./http/responses.ts";
import { InputStream } from "./io/input-stream.ts";
import { IoError } from "./io/io-error.ts";
import { OutputStream } from "./io/output-stream.ts";
import { Pollable } from "./io/pollable.ts";
import { IncomingDatagramStream, OutgoingDatagramStream } from "./sockets/datagram-streams.ts";
import { Loopback } from "./sockets/loopback.ts";
import { ResolveAddressStream } from "./sockets/name-lookup.ts";
import { Network } from "./sockets/network.ts";
import { TcpSocket } from "./sockets/tcp-socket.ts";
import { UdpSocket } from "./sockets/udp-socket.ts";

/** What all instances of a run share that is on `thread`. */
export function createContext(thread: HostThread): HostContext {
  const classes: HostClasses = {
    Pollable: class extends Pollable {},
    IoError: class extends IoError {},
    InputStream: class extends InputStream {},
    OutputStream: class extends OutputStream {},
    Descriptor: class extends Descriptor {},
    DirectoryEntryStream: class extends DirectoryEntryStream {},
    TerminalInput: class extends TerminalInput {},
    TerminalOutput: class extends TerminalOutput {},
    Fields: class extends Fields {},
    IncomingRequest: class extends IncomingRequest {},
    OutgoingRequest: class extends OutgoingRequest {
      constructor(headers: Fields) {
        super(context, headers);
      }
    },
    OutgoingResponse: class extends OutgoingResponse {
      constructor(headers: Fields) {
        super(context, headers);
      }
    },
    RequestOptions: class extends RequestOptions {},
    ResponseOutparam: class extends ResponseOutparam {},
    IncomingResponse: class extends IncomingResponse {},
    IncomingBody: class extends IncomingBody {},
    FutureTrailers: class extends FutureTrailers {},
    OutgoingBody: class extends OutgoingBody {},
    FutureIncomingResponse: class extends FutureIncomingResponse {},
    Network: class extends Network {},
    TcpSocket: class extends TcpSocket {},
    UdpSocket: class extends UdpSocket {},
    IncomingDatagramStream: class extends IncomingDatagramStream {},
    OutgoingDatagramStream: class extends OutgoingDatagramStream {},
    ResolveAddressStream: class extends ResolveAddressStream {},
  };
  const context: HostContext = { thread, classes, loopback: new Loopback(), openFiles: new OpenFiles() };
  return context;
}
