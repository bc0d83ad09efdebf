// Datagrams in a run: mailboxes at ports, and how one reaches another. What doesn't fit into a mailbox, or finds none, is
// lost, as on any network; only a sender with one peer learns that nobody is there.

import { isLoopback, isSameHost, isUnspecified, localAddress, type SocketAddress } from "./addresses.ts";
import { failNetwork, type NetworkErrorCode } from "./network-error.ts";
import { portKey, Ports } from "./ports.ts";

export interface Datagram {
  readonly data: Uint8Array;
  /** Who sent it. */
  readonly remoteAddress: SocketAddress;
}

/** Bytes that wait in all mailboxes of a run at most. */
const MAX_WAITING_BYTES = 16 * 1024 * 1024;
/** What a datagram counts beside its bytes, so that empty ones are bounded too. */
const DATAGRAM_BYTES = 256;

/** Of all mailboxes of a run together. */
interface Waiting {
  bytes: number;
}

/** What arrived at one bound socket and wasn't taken yet. */
export class Mailbox {
  readonly address: SocketAddress;
  /** Bytes that wait before more is lost. One datagram always fits. */
  capacityBytes: number;
  /** The only one that it exchanges datagrams with, or null for anyone. */
  peer: SocketAddress | null = null;
  /** What became of something that was sent, until it is told. */
  problem: NetworkErrorCode | null = null;
  readonly #waiting: Datagram[] = [];
  readonly #all: Waiting;
  #bytes = 0;

  constructor(address: SocketAddress, capacityBytes: number, all: Waiting) {
    this.address = address;
    this.capacityBytes = capacityBytes;
    this.#all = all;
  }

  /** Who others see as the sender. */
  get sender(): SocketAddress {
    return isUnspecified(this.address) ? localAddress(this.address.tag, this.address.val.port) : this.address;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  accepts(from: SocketAddress): boolean {
    const hasRoom = this.#bytes < this.capacityBytes && this.#all.bytes < MAX_WAITING_BYTES;
    return hasRoom && (this.peer === null || isSameAddress(this.peer, from));
  }

  put(datagram: Datagram): void {
    this.#waiting.push(datagram);
    this.#count(costOf(datagram));
  }

  /** The oldest `count` datagrams or fewer, which are the caller's now. */
  take(count: number): Datagram[] {
    const taken = this.#waiting.splice(0, count);
    for (const datagram of taken) this.#count(-costOf(datagram));
    return taken;
  }

  /** From now on only with `peer`; what others have sent is lost. */
  setPeer(peer: SocketAddress | null): void {
    this.peer = peer;
    this.problem = null;
    for (const datagram of this.take(Infinity)) {
      if (peer === null || isSameAddress(peer, datagram.remoteAddress)) this.put(datagram);
    }
  }

  /** Fails with what became of something that was sent earlier, once. */
  tellProblem(): void {
    const { problem } = this;
    this.problem = null;
    if (problem !== null) failNetwork(problem);
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    this.#all.bytes += bytes;
  }
}

export class DatagramNetwork {
  readonly #ports = new Ports();
  readonly #mailboxes = new Map<string, Mailbox>();
  readonly #waiting: Waiting = { bytes: 0 };

  /** A mailbox at `wanted`, or at a free port of it. Fails where there can be none. */
  open(wanted: SocketAddress, capacityBytes: number): Mailbox {
    const mailbox = new Mailbox(this.#ports.bind(wanted), capacityBytes, this.#waiting);
    this.#mailboxes.set(portKey(mailbox.address), mailbox);
    return mailbox;
  }

  /** Gives the port back; what waits is lost. */
  close(mailbox: Mailbox): void {
    mailbox.take(Infinity);
    this.#ports.release(mailbox.address);
    this.#mailboxes.delete(portKey(mailbox.address));
  }

  /** Sends `data`, which is borrowed. Fails where `to` isn't in the run. */
  send(from: Mailbox, to: SocketAddress, data: Uint8Array): void {
    if (!isLoopback(to)) failNetwork("remote-unreachable");
    const mailbox = this.#mailboxes.get(portKey(to));
    const { sender } = from;
    if (!mailbox || !(isUnspecified(mailbox.address) || isSameHost(mailbox.address, to))) {
      if (from.peer !== null) from.problem = "connection-refused";
    } else if (mailbox.accepts(sender)) {
      mailbox.put({ data: data.slice(), remoteAddress: sender });
    }
  }
}

export function isSameAddress(a: SocketAddress, b: SocketAddress): boolean {
  return isSameHost(a, b) && a.val.port === b.val.port;
}

function costOf({ data }: Datagram): number {
  return data.length + DATAGRAM_BYTES;
}
