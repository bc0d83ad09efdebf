// wasi:sockets `udp-socket` over the loopback of a run. Sending and receiving is done with two streams of datagrams, of
// which the last pair that was asked for works.

import type { HostContext } from "../host-context.ts";
import type { InstanceHost } from "../instance-host.ts";
import { ALWAYS_READY, type Pollable } from "../io/pollable.ts";
import { type AddressFamily, isLoopback, requireDestination, requireFamily, type SocketAddress } from "./addresses.ts";
import type { IncomingDatagramStream, OutgoingDatagramStream } from "./datagram-streams.ts";
import type { Mailbox } from "./datagrams.ts";
import type { Network } from "./network.ts";
import { failNetwork } from "./network-error.ts";
import { checkedSize, nonZero } from "./socket-options.ts";

const INTERFACE = "wasi:sockets/udp";

/** What Linux starts with. */
const DEFAULT_BUFFER_BYTES = 212_992n;
const MAX_BUFFER_BYTES = 1024n * 1024n;

/** What a pair of streams works with, for as long as it is the last one of its socket. */
export interface DatagramLink {
  readonly mailbox: Mailbox;
  readonly family: AddressFamily;
  isCurrent: boolean;
}

export function udp({ context: { classes } }: InstanceHost): object {
  const { UdpSocket, IncomingDatagramStream, OutgoingDatagramStream } = classes;
  return { UdpSocket, IncomingDatagramStream, OutgoingDatagramStream };
}

export function udpCreateSocket({ context }: InstanceHost): object {
  return { createUdpSocket: (family: AddressFamily) => new context.classes.UdpSocket(context, family) };
}

export class UdpSocket {
  readonly #context: HostContext;
  readonly #family: AddressFamily;
  #mailbox: Mailbox | null = null;
  #isBound = false;
  #link: DatagramLink | null = null;
  #hopLimit = 64;
  #receiveBufferBytes = DEFAULT_BUFFER_BYTES;
  #sendBufferBytes = DEFAULT_BUFFER_BYTES;

  constructor(context: HostContext, family: AddressFamily) {
    this.#context = context;
    this.#family = family;
  }

  startBind(network: Network, address: SocketAddress): void {
    requireFamily(address, this.#family);
    if (this.#mailbox) failNetwork(this.#isBound ? "invalid-state" : "concurrency-conflict");
    network.requireGranted(INTERFACE, "[method]udp-socket.start-bind");
    this.#mailbox = this.#context.loopback.datagrams.open(address, Number(this.#receiveBufferBytes));
  }

  finishBind(): void {
    if (!this.#mailbox || this.#isBound) failNetwork("not-in-progress");
    this.#isBound = true;
  }

  stream(peer: SocketAddress | undefined): [IncomingDatagramStream, OutgoingDatagramStream] {
    const mailbox = this.#requireBound();
    if (peer) {
      requireDestination(peer, this.#family);
      if (!isLoopback(peer)) failNetwork("remote-unreachable");
    }
    this.#endLink();
    mailbox.setPeer(peer ?? null);
    const link: DatagramLink = { mailbox, family: this.#family, isCurrent: true };
    this.#link = link;
    const { classes } = this.#context;
    return [
      new classes.IncomingDatagramStream(this.#context, link),
      new classes.OutgoingDatagramStream(this.#context, link),
    ];
  }

  localAddress(): SocketAddress {
    if (this.#mailbox && !this.#isBound) failNetwork("concurrency-conflict");
    const mailbox = this.#requireBound();
    return mailbox.peer === null ? mailbox.address : mailbox.sender;
  }

  remoteAddress(): SocketAddress {
    return this.#mailbox?.peer ?? failNetwork("invalid-state");
  }

  addressFamily(): AddressFamily {
    return this.#family;
  }

  unicastHopLimit(): number {
    return this.#hopLimit;
  }

  setUnicastHopLimit(value: number): void {
    this.#hopLimit = nonZero(value);
  }

  receiveBufferSize(): bigint {
    return this.#receiveBufferBytes;
  }

  /** What a mailbox holds. */
  setReceiveBufferSize(value: bigint): void {
    this.#receiveBufferBytes = boundedSize(value);
    if (this.#mailbox) this.#mailbox.capacityBytes = Number(this.#receiveBufferBytes);
  }

  sendBufferSize(): bigint {
    return this.#sendBufferBytes;
  }

  setSendBufferSize(value: bigint): void {
    this.#sendBufferBytes = boundedSize(value);
  }

  /** Nothing that a socket does itself has to wait. */
  subscribe(): Pollable {
    return new this.#context.classes.Pollable(this.#context.thread, ALWAYS_READY);
  }

  [Symbol.dispose](): void {
    this.#endLink();
    if (this.#mailbox) this.#context.loopback.datagrams.close(this.#mailbox);
    this.#mailbox = null;
    this.#isBound = false;
  }

  #endLink(): void {
    if (this.#link) this.#link.isCurrent = false;
    this.#link = null;
  }

  #requireBound(): Mailbox {
    return this.#isBound && this.#mailbox ? this.#mailbox : failNetwork("invalid-state");
  }
}

function boundedSize(value: bigint): bigint {
  const size = checkedSize(value);
  return size < MAX_BUFFER_BYTES ? size : MAX_BUFFER_BYTES;
}
