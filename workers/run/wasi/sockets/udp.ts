// wasi:sockets/udp-create-socket: datagrams would have nowhere to go, so that no socket for them can be made. Nothing of
// wasi:sockets/udp can be called then.

import { failNetwork } from "./network-error.ts";

export function udpCreateSocket(): object {
  return { createUdpSocket: () => failNetwork("not-supported") };
}
