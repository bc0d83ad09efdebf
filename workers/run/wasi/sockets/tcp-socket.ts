// wasi:sockets `tcp-socket` over the loopback of a run. What starts is over at once; it is finished by a second call,
// because that is how WASI has it.

import type { HostContext } from "../host-context.ts";
import type { InstanceHost } from "../instance-host.ts";
import type { InputStream } from "../io/input-stream.ts";
import type { OutputStream } from "../io/output-stream.ts";
import type { Pollable } from "../io/pollable.ts";
import { type AddressFamily, isUnspecified, localAddress, requireUnicast, type SocketAddress } from "./addresses.ts";
import type { Connection, Listener } from "./loopback.ts";
import type { Network } from "./network.ts";
import { failNetwork, type NetworkErrorCode } from "./network-error.ts";
import { checkedSize, checkedTime, nonZero, TcpOptions } from "./socket-options.ts";
import { WasiError } from "../wasi-error.ts";

const INTERFACE = "wasi:sockets/tcp";
const DEFAULT_BACKLOG = 128;
const MAX_BACKLOG = 4096n;

type State =
  | { readonly kind: "new" | "bind-started" | "bound" | "listen-started" | "closed" }
  | { readonly kind: "connect-started"; readonly outcome: Connection | NetworkErrorCode }
  | { readonly kind: "listening"; readonly listener: Listener }
  | { readonly kind: "connected"; readonly connection: Connection };

export function tcp({ context }: InstanceHost): object {
  return { TcpSocket: context.classes.TcpSocket };
}

export function tcpCreateSocket({ context }: InstanceHost): object {
  return { createTcpSocket: (family: AddressFamily) => new context.classes.TcpSocket(context, family) };
}

export class TcpSocket {
  readonly #context: HostContext;
  readonly #family: AddressFamily;
  #options = new TcpOptions();
  #state: State = { kind: "new" };
  #backlog = DEFAULT_BACKLOG;
  /** Its own address, which it gives back when it is dropped; an accepted socket shares its listener's. */
  #bound: SocketAddress | null = null;

  constructor(context: HostContext, family: AddressFamily) {
    this.#context = context;
    this.#family = family;
  }

  startBind(network: Network, address: SocketAddress): void {
    requireUnicast(address, this.#family);
    this.#requireState("new");
    network.requireGranted(INTERFACE, "[method]tcp-socket.start-bind");
    this.#bound = this.#context.loopback.tcpPorts.bind(address);
    this.#state = { kind: "bind-started" };
  }

  finishBind(): void {
    this.#requireStarted("bind-started");
    this.#state = { kind: "bound" };
  }

  startConnect(network: Network, remote: SocketAddress): void {
    this.#requireState("new", "bound");
    requireUnicast(remote, this.#family);
    if (isUnspecified(remote) || remote.val.port === 0) failNetwork("invalid-argument");
    network.requireGranted(INTERFACE, "[method]tcp-socket.start-connect");
    const { loopback } = this.#context;
    this.#bound ??= loopback.tcpPorts.bind(localAddress(this.#family, 0));
    this.#state = { kind: "connect-started", outcome: connectionOr(() => loopback.connect(this.#bound!, remote)) };
  }

  finishConnect(): [InputStream, OutputStream] {
    const { outcome } = this.#requireStarted("connect-started");
    if (typeof outcome === "string") {
      this.#state = { kind: "closed" };
      return failNetwork(outcome);
    }
    this.#state = { kind: "connected", connection: outcome };
    return this.#streamsOf(outcome);
  }

  startListen(): void {
    this.#requireState("bound");
    this.#state = { kind: "listen-started" };
  }

  finishListen(): void {
    this.#requireStarted("listen-started");
    const listener = this.#context.loopback.listen(this.#bound!, this.#backlog);
    this.#state = { kind: "listening", listener };
  }

  accept(): [TcpSocket, InputStream, OutputStream] {
    if (this.#state.kind !== "listening") return failNetwork("invalid-state");
    const connection = this.#state.listener.waiting.shift();
    if (!connection) return failNetwork("would-block");
    const accepted = new this.#context.classes.TcpSocket(this.#context, this.#family);
    accepted.#options = this.#options.copy();
    accepted.#state = { kind: "connected", connection };
    return [accepted, ...this.#streamsOf(connection)];
  }

  localAddress(): SocketAddress {
    if (this.#state.kind === "bind-started") failNetwork("concurrency-conflict");
    if (this.#state.kind === "connected") return this.#state.connection.local;
    return this.#state.kind === "closed" ? failNetwork("invalid-state") : (this.#bound ?? failNetwork("invalid-state"));
  }

  remoteAddress(): SocketAddress {
    if (this.#state.kind === "connect-started") failNetwork("concurrency-conflict");
    return this.#state.kind === "connected" ? this.#state.connection.remote : failNetwork("invalid-state");
  }

  isListening(): boolean {
    return this.#state.kind === "listening";
  }

  addressFamily(): AddressFamily {
    return this.#family;
  }

  setListenBacklogSize(value: bigint): void {
    if (value === 0n) failNetwork("invalid-argument");
    if (this.#state.kind === "connected" || this.#state.kind === "connect-started") failNetwork("invalid-state");
    this.#backlog = Number(value < MAX_BACKLOG ? value : MAX_BACKLOG);
    if (this.#state.kind === "listening") this.#state.listener.backlog = this.#backlog;
  }

  keepAliveEnabled(): boolean {
    return this.#options.keepAlive;
  }

  setKeepAliveEnabled(value: boolean): void {
    this.#options.keepAlive = value;
  }

  keepAliveIdleTime(): bigint {
    return this.#options.keepAliveIdleTime;
  }

  setKeepAliveIdleTime(value: bigint): void {
    this.#options.keepAliveIdleTime = checkedTime(value);
  }

  keepAliveInterval(): bigint {
    return this.#options.keepAliveInterval;
  }

  setKeepAliveInterval(value: bigint): void {
    this.#options.keepAliveInterval = checkedTime(value);
  }

  keepAliveCount(): number {
    return this.#options.keepAliveCount;
  }

  setKeepAliveCount(value: number): void {
    this.#options.keepAliveCount = nonZero(value);
  }

  hopLimit(): number {
    return this.#options.hopLimit;
  }

  setHopLimit(value: number): void {
    this.#options.hopLimit = nonZero(value);
  }

  receiveBufferSize(): bigint {
    return this.#options.receiveBufferSize;
  }

  setReceiveBufferSize(value: bigint): void {
    this.#options.receiveBufferSize = checkedSize(value);
  }

  sendBufferSize(): bigint {
    return this.#options.sendBufferSize;
  }

  setSendBufferSize(value: bigint): void {
    this.#options.sendBufferSize = checkedSize(value);
  }

  /** Ready where the next step doesn't have to wait: only a listener waits, for a connection. */
  subscribe(): Pollable {
    const ready = (): boolean => this.#state.kind !== "listening" || this.#state.listener.waiting.length > 0;
    return new this.#context.classes.Pollable(this.#context.thread, { ready });
  }

  shutdown(type: "receive" | "send" | "both"): void {
    if (this.#state.kind !== "connected") return failNetwork("invalid-state");
    const { incoming, outgoing } = this.#state.connection;
    if (type !== "send") incoming.abandon();
    if (type !== "receive") outgoing.end();
  }

  [Symbol.dispose](): void {
    const state = this.#state;
    if (state.kind === "listening") this.#context.loopback.stopListening(state.listener);
    const connection = state.kind === "connected" ? state.connection : null;
    connection?.incoming.abandon();
    connection?.outgoing.end();
    if (this.#bound) this.#context.loopback.tcpPorts.release(this.#bound);
    this.#state = { kind: "closed" };
  }

  #streamsOf({ incoming, outgoing }: Connection): [InputStream, OutputStream] {
    const { classes } = this.#context;
    return [
      new classes.InputStream(this.#context, incoming.source),
      new classes.OutputStream(this.#context, outgoing.sink),
    ];
  }

  /** Fails unless the socket is in one of the states; with another code while something that was started isn't finished. */
  #requireState(...allowed: readonly State["kind"][]): void {
    if (allowed.includes(this.#state.kind)) return;
    failNetwork(this.#state.kind.endsWith("-started") ? "concurrency-conflict" : "invalid-state");
  }

  #requireStarted<Kind extends State["kind"]>(kind: Kind): Extract<State, { kind: Kind }> {
    return this.#state.kind === kind ? (this.#state as Extract<State, { kind: Kind }>) : failNetwork("not-in-progress");
  }
}

/** What connecting comes to is told when it is finished. */
function connectionOr(connect: () => Connection): Connection | NetworkErrorCode {
  try {
    return connect();
  } catch (thrown) {
    if (thrown instanceof WasiError) return thrown.payload as NetworkErrorCode;
    throw thrown;
  }
}
