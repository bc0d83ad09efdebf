// The network of one run: ports, who listens at them, and connections that wait to be accepted. All instances share it,
// and nothing of it leaves the run.

import {
  type AddressFamily,
  isLoopback,
  isUnspecified,
  localAddress,
  type SocketAddress,
  withPort,
} from "./addresses.ts";
import { BytePipe } from "./byte-pipe.ts";
import { failNetwork } from "./network-error.ts";

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

const FIRST_EPHEMERAL_PORT = 49_152;
const PORTS = 65_536;
/** Ports that one run may have in use. */
const MAX_BOUND = 4096;

export class Loopback {
  /** Bound addresses, by family and port. A port belongs to one socket, whatever address it is bound to. */
  readonly #bound = new Set<string>();
  readonly #listeners = new Map<string, Listener>();
  #nextPort = FIRST_EPHEMERAL_PORT;

  /** `wanted` with a port that is free, which is taken from now on. Fails where there can be none. */
  bind(wanted: SocketAddress): SocketAddress {
    if (!isLoopback(wanted) && !isUnspecified(wanted)) failNetwork("address-not-bindable");
    if (this.#bound.size >= MAX_BOUND) failNetwork("new-socket-limit");
    const address = wanted.val.port === 0 ? withPort(wanted, this.#freePort(wanted.tag)) : wanted;
    const key = keyOf(address);
    if (this.#bound.has(key)) failNetwork("address-in-use");
    this.#bound.add(key);
    return address;
  }

  /** Gives the port back. */
  release(address: SocketAddress): void {
    this.#bound.delete(keyOf(address));
  }

  listen(address: SocketAddress, backlog: number): Listener {
    const listener: Listener = { address, backlog, waiting: [] };
    this.#listeners.set(keyOf(address), listener);
    return listener;
  }

  /** Those who wait are turned away. */
  stopListening({ address, waiting }: Listener): void {
    this.#listeners.delete(keyOf(address));
    for (const { incoming, outgoing } of waiting.splice(0)) {
      incoming.abandon();
      outgoing.end();
    }
  }

  /** The connecting side of a new connection. Fails where nobody listens. */
  connect(local: SocketAddress, remote: SocketAddress): Connection {
    if (!isLoopback(remote)) failNetwork("remote-unreachable");
    const listener = this.#listeners.get(keyOf(remote));
    const isReached = listener && (isUnspecified(listener.address) || same(listener.address, remote));
    if (!isReached || listener.waiting.length >= listener.backlog) return failNetwork("connection-refused");
    const from = isUnspecified(local) ? localAddress(local.tag, local.val.port) : local;
    const [there, back] = [new BytePipe(), new BytePipe()];
    listener.waiting.push({ local: remote, remote: from, incoming: there, outgoing: back });
    return { local: from, remote, incoming: back, outgoing: there };
  }

  #freePort(family: AddressFamily): number {
    for (let tries = FIRST_EPHEMERAL_PORT; tries < PORTS; tries += 1) {
      const port = this.#nextPort;
      this.#nextPort = port + 1 === PORTS ? FIRST_EPHEMERAL_PORT : port + 1;
      if (!this.#bound.has(`${family} ${port}`)) return port;
    }
    return failNetwork("address-in-use");
  }
}

function keyOf({ tag, val: { port } }: SocketAddress): string {
  return `${tag} ${port}`;
}

function same(a: SocketAddress, b: SocketAddress): boolean {
  return a.val.address.join() === b.val.address.join();
}
