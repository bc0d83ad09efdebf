// The ports of one protocol in a run: who has which. A port belongs to one socket, whatever address it is bound to.

import { type AddressFamily, isLoopback, isUnspecified, type SocketAddress, withPort } from "./addresses.ts";
import { failNetwork } from "./network-error.ts";

const FIRST_EPHEMERAL_PORT = 49_152;
const PORTS = 65_536;
/** Ports of one protocol that one run may have in use. */
const MAX_BOUND = 4096;

export class Ports {
  readonly #bound = new Set<string>();
  #nextPort = FIRST_EPHEMERAL_PORT;

  /** `wanted` with a port that is free, which is taken from now on. Fails where there can be none. */
  bind(wanted: SocketAddress): SocketAddress {
    if (!isLoopback(wanted) && !isUnspecified(wanted)) failNetwork("address-not-bindable");
    if (this.#bound.size >= MAX_BOUND) failNetwork("new-socket-limit");
    const address = wanted.val.port === 0 ? withPort(wanted, this.#freePort(wanted.tag)) : wanted;
    const key = portKey(address);
    if (this.#bound.has(key)) failNetwork("address-in-use");
    this.#bound.add(key);
    return address;
  }

  /** Gives the port back. */
  release(address: SocketAddress): void {
    this.#bound.delete(portKey(address));
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

/** Family and port. */
export function portKey({ tag, val: { port } }: SocketAddress): string {
  return `${tag} ${port}`;
}
