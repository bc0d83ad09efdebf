// The network of one run: ports, who listens at them, connections that wait to be accepted, and datagrams. All instances share it,
// and nothing of it leaves the run.

import { isLoopback, isSameHost, isUnspecified, localAddress, type SocketAddress } from "./addresses.ts";
import { BytePipe } from "./byte-pipe.ts";
import { DatagramNetwork } from "./datagrams.ts";
import { failNetwork } from "./network-error.ts";
import { portKey, Ports } from "./ports.ts";

/** One side of a connection. */
export interface Connection {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  readonly incoming: BytePipe;
  readonly outgoing: BytePipe;
}

/** A socket that others can connect to. */
export interface Listener {
  readonly address: SocketAddress;
  backlog: number;
  /** Connections that nobody has accepted yet, the oldest first. */
  readonly waiting: Connection[];
}

export class Loopback {
  readonly tcpPorts = new Ports();
  readonly datagrams = new DatagramNetwork();
  readonly #listeners = new Map<string, Listener>();

  listen(address: SocketAddress, backlog: number): Listener {
    const listener: Listener = { address, backlog, waiting: [] };
    this.#listeners.set(portKey(address), listener);
    return listener;
  }

  /** Those who wait are turned away. */
  stopListening({ address, waiting }: Listener): void {
    this.#listeners.delete(portKey(address));
    for (const { incoming, outgoing } of waiting.splice(0)) {
      incoming.abandon();
      outgoing.end();
    }
  }

  /** The connecting side of a new connection. Fails where nobody listens. */
  connect(local: SocketAddress, remote: SocketAddress): Connection {
    if (!isLoopback(remote)) failNetwork("remote-unreachable");
    const listener = this.#listeners.get(portKey(remote));
    const isReached = listener && (isUnspecified(listener.address) || isSameHost(listener.address, remote));
    if (!isReached || listener.waiting.length >= listener.backlog) return failNetwork("connection-refused");
    const from = isUnspecified(local) ? localAddress(local.tag, local.val.port) : local;
    const [there, back] = [new BytePipe(), new BytePipe()];
    listener.waiting.push({ local: remote, remote: from, incoming: there, outgoing: back });
    return { local: from, remote, incoming: back, outgoing: there };
  }
}
