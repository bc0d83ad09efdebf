// A host with sockets of both kinds, and addresses.

import { expect } from "vitest";
import { TestHost } from "../host.fixtures.ts";
import type { AddressFamily, IpAddress, SocketAddress } from "./addresses.ts";
import type { ResolveAddressStream } from "./name-lookup.ts";
import type { Network } from "./network.ts";
import type { TcpSocket } from "./tcp-socket.ts";
import type { UdpSocket } from "./udp-socket.ts";

export class Net extends TestHost {
  readonly network = this.call("wasi:sockets/instance-network", "instanceNetwork") as Network;

  constructor(sockets = true) {
    super({ sockets });
  }

  socket(family: AddressFamily = "ipv4"): TcpSocket {
    return this.call("wasi:sockets/tcp-create-socket", "createTcpSocket", family) as TcpSocket;
  }

  udp(family: AddressFamily = "ipv4"): UdpSocket {
    return this.call("wasi:sockets/udp-create-socket", "createUdpSocket", family) as UdpSocket;
  }

  bound(address: SocketAddress): TcpSocket {
    return this.#bind(this.socket(address.tag), address);
  }

  boundUdp(address: SocketAddress): UdpSocket {
    return this.#bind(this.udp(address.tag), address);
  }

  #bind<Socket extends TcpSocket | UdpSocket>(socket: Socket, address: SocketAddress): Socket {
    socket.startBind(this.network, address);
    socket.finishBind();
    return socket;
  }

  listening(address: SocketAddress): TcpSocket {
    const socket = this.bound(address);
    socket.startListen();
    socket.finishListen();
    return socket;
  }

  lookUp(name: string): (IpAddress | undefined)[] {
    const found = this.call("wasi:sockets/ip-name-lookup", "resolveAddresses", this.network, name);
    const stream = found as ResolveAddressStream;
    expect(stream.subscribe().ready()).toBe(true);
    return [stream.resolveNextAddress(), stream.resolveNextAddress(), stream.resolveNextAddress()];
  }
}

export const v4 = (port: number, address: number[] = [127, 0, 0, 1]): SocketAddress => ({
  tag: "ipv4",
  val: { port, address },
});

export const v6 = (port: number, address: number[]): SocketAddress => {
  return { tag: "ipv6", val: { port, flowInfo: 0, address, scopeId: 0 } };
};
