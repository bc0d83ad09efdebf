// wasi:sockets `incoming-datagram-stream` and `outgoing-datagram-stream`. Those that a later pair has replaced, or whose
// socket is gone, fail with `invalid-state`. Sending without a permit from `check-send` traps, as the spec wants.

import { GuestTrap } from "../../trap/signals.ts";
import type { HostContext } from "../host-context.ts";
import { ALWAYS_READY, type Pollable } from "../io/pollable.ts";
import { WasiError } from "../wasi-error.ts";
import { requireDestination, type SocketAddress } from "./addresses.ts";
import { type Datagram, isSameAddress } from "./datagrams.ts";
import { failNetwork } from "./network-error.ts";
import type { DatagramLink } from "./udp-socket.ts";

/** Datagrams that one call gives or takes at most. */
const MAX_AT_ONCE = 16;

/** What a length of 16 bits leaves beside the headers. */
const MAX_DATAGRAM_BYTES = { ipv4: 65_507, ipv6: 65_527 } as const;

interface OutgoingDatagram {
  readonly data: Uint8Array;
  readonly remoteAddress?: SocketAddress | undefined;
}

export class IncomingDatagramStream {
  readonly #context: HostContext;
  readonly #link: DatagramLink;

  constructor(context: HostContext, link: DatagramLink) {
    this.#context = context;
    this.#link = link;
  }

  receive(maxResults: bigint): Datagram[] {
    const { mailbox } = requireCurrent(this.#link);
    if (maxResults === 0n) return [];
    if (mailbox.isEmpty) mailbox.tellProblem();
    return mailbox.take(maxResults < MAX_AT_ONCE ? Number(maxResults) : MAX_AT_ONCE);
  }

  subscribe(): Pollable {
    const { mailbox } = this.#link;
    const ready = (): boolean => !this.#link.isCurrent || !mailbox.isEmpty || mailbox.problem !== null;
    return new this.#context.classes.Pollable(this.#context.thread, { ready });
  }
}

export class OutgoingDatagramStream {
  readonly #context: HostContext;
  readonly #link: DatagramLink;
  #permitted: number | null = null;

  constructor(context: HostContext, link: DatagramLink) {
    this.#context = context;
    this.#link = link;
  }

  checkSend(): bigint {
    requireCurrent(this.#link);
    this.#permitted = MAX_AT_ONCE;
    return BigInt(MAX_AT_ONCE);
  }

  send(datagrams: readonly OutgoingDatagram[]): bigint {
    if (this.#permitted === null || datagrams.length > this.#permitted) {
      throw new GuestTrap(`sent ${datagrams.length} datagrams where ${this.#permitted ?? 0} were permitted`);
    }
    this.#permitted = null;
    requireCurrent(this.#link);
    for (const [sent, datagram] of datagrams.entries()) {
      try {
        this.#send(datagram);
      } catch (thrown) {
        if (sent === 0 || !(thrown instanceof WasiError)) throw thrown;
        return BigInt(sent);
      }
    }
    return BigInt(datagrams.length);
  }

  /** What is sent is away at once. */
  subscribe(): Pollable {
    return new this.#context.classes.Pollable(this.#context.thread, ALWAYS_READY);
  }

  #send({ data, remoteAddress }: OutgoingDatagram): void {
    const { mailbox, family } = this.#link;
    const { peer } = mailbox;
    const to = remoteAddress ?? peer ?? failNetwork("invalid-argument");
    requireDestination(to, family);
    if (peer && !isSameAddress(peer, to)) failNetwork("invalid-argument");
    if (data.length > MAX_DATAGRAM_BYTES[family]) failNetwork("datagram-too-large");
    mailbox.tellProblem();
    this.#context.loopback.datagrams.send(mailbox, to, data);
  }
}

function requireCurrent(link: DatagramLink): DatagramLink {
  return link.isCurrent ? link : failNetwork("invalid-state");
}
