import { describe, expect, it } from "vitest";
import { GuestTrap } from "../../trap/signals.ts";
import { bytes, errOf, text } from "../host.fixtures.ts";
import { localAddress, type SocketAddress, withPort } from "./addresses.ts";
import type { IncomingDatagramStream, OutgoingDatagramStream } from "./datagram-streams.ts";
import { Net, v4, v6 } from "./sockets.fixtures.ts";

const MIB = 1024 * 1024;

function send(stream: OutgoingDatagramStream, message: string | Uint8Array, to?: SocketAddress): bigint {
  stream.checkSend();
  return stream.send([{ data: typeof message === "string" ? bytes(message) : message, remoteAddress: to }]);
}

function received(stream: IncomingDatagramStream, count = 16n): string[] {
  return stream.receive(count).map(({ data }) => text(data));
}

describe("datagrams", () => {
  it.each(["ipv4", "ipv6"] as const)("go both ways over %s", (family) => {
    const net = new Net();
    const [a, b] = [net.boundUdp(localAddress(family, 0)), net.boundUdp(localAddress(family, 0))];
    const [[aIn, aOut], [bIn, bOut]] = [a.stream(undefined), b.stream(a.localAddress())];
    expect([a.localAddress().val.port > 1023, bIn.subscribe().ready(), aOut.subscribe().ready()]).toEqual([
      true,
      false,
      true,
    ]);
    expect(send(aOut, "one", b.localAddress())).toBe(1n);
    expect(send(aOut, "", b.localAddress())).toBe(1n);
    expect(bIn.subscribe().ready()).toBe(true);
    expect(bIn.receive(0n)).toEqual([]);
    expect(bIn.receive(1n)).toEqual([{ data: bytes("one"), remoteAddress: a.localAddress() }]);
    expect([received(bIn), received(bIn)]).toEqual([[""], []]);
    expect(send(bOut, "two")).toBe(1n);
    expect(send(bOut, "three", a.localAddress())).toBe(1n);
    expect(received(aIn)).toEqual(["two", "three"]);
    expect([b.remoteAddress(), b.addressFamily(), b.subscribe().ready()]).toEqual([a.localAddress(), family, true]);
  });

  it("come from this machine where their sender is bound to all addresses, which are reached by each", () => {
    const net = new Net();
    const all = net.boundUdp(v4(7000, [0, 0, 0, 0]));
    const one = net.boundUdp(v4(7001, [127, 0, 0, 9]));
    const [[allIn, allOut], [oneIn, oneOut]] = [all.stream(undefined), one.stream(undefined)];
    send(oneOut, "to all", v4(7000, [127, 1, 2, 3]));
    send(allOut, "to one", one.localAddress());
    send(allOut, "to nobody", v4(7001));
    expect(allIn.receive(9n).map(({ remoteAddress }) => remoteAddress)).toEqual([one.localAddress()]);
    expect(oneIn.receive(9n)).toEqual([{ data: bytes("to one"), remoteAddress: v4(7000) }]);
    expect(all.localAddress()).toEqual(v4(7000, [0, 0, 0, 0]));
    all.stream(one.localAddress());
    expect(all.localAddress()).toEqual(v4(7000));
  });

  it("are exchanged with one peer only, where one was named", () => {
    const net = new Net();
    const [a, b, other] = [net.boundUdp(v4(1)), net.boundUdp(v4(2)), net.boundUdp(v4(3))];
    const [, otherOut] = other.stream(undefined);
    const [, aOut] = a.stream(undefined);
    const [early] = b.stream(undefined);
    send(otherOut, "before", v4(2));
    send(aOut, "kept", v4(2));
    const [bIn, bOut] = b.stream(v4(1));
    send(otherOut, "after", v4(2));
    expect(received(bIn)).toEqual(["kept"]);
    expect(errOf(() => send(bOut, "x", v4(3)))).toBe("invalid-argument");
    expect(errOf(() => early.receive(1n))).toBe("invalid-state");
    expect(early.subscribe().ready()).toBe(true);
    const [anyone] = b.stream(undefined);
    expect(errOf(() => b.remoteAddress())).toBe("invalid-state");
    send(otherOut, "again", v4(2));
    expect(received(anyone)).toEqual(["again"]);
    expect(errOf(() => bOut.checkSend())).toBe("invalid-state");
  });

  it("to nobody are lost, which only a sender with one peer learns, once", () => {
    const net = new Net();
    const a = net.boundUdp(v4(1));
    const [, out] = a.stream(undefined);
    expect([send(out, "x", v4(9)), send(out, "x", v4(9))]).toEqual([1n, 1n]);
    const [input, toPeer] = a.stream(v4(9));
    expect(input.subscribe().ready()).toBe(false);
    expect(send(toPeer, "x")).toBe(1n);
    expect(input.subscribe().ready()).toBe(true);
    expect(errOf(() => input.receive(1n))).toBe("connection-refused");
    expect(input.receive(1n)).toEqual([]);
    expect(send(toPeer, "x")).toBe(1n);
    expect(errOf(() => send(toPeer, "x"))).toBe("connection-refused");
    toPeer.checkSend();
    expect(toPeer.send([{ data: bytes("x") }, { data: bytes("y") }])).toBe(1n);
  });

  it.each([
    ["another family", v6(1, [0, 0, 0, 0, 0, 0, 0, 1]), "x", "invalid-argument"],
    ["every address", v4(1, [0, 0, 0, 0]), "x", "invalid-argument"],
    ["port 0", v4(0), "x", "invalid-argument"],
    ["no address", undefined, "x", "invalid-argument"],
    ["another machine", v4(53, [8, 8, 8, 8]), "x", "remote-unreachable"],
    ["a group of machines", v4(53, [224, 0, 0, 1]), "x", "remote-unreachable"],
    ["a peer, in too many bytes", v4(1), "x".repeat(65_508), "datagram-too-large"],
  ])("can't be sent to %s", (_, to, message, code) => {
    const net = new Net();
    const [, out] = net.boundUdp(v4(7)).stream(undefined);
    expect(errOf(() => send(out, message, to))).toBe(code);
    out.checkSend();
    const both = [
      { data: bytes("fine"), remoteAddress: v4(9) },
      { data: bytes(message), remoteAddress: to },
    ];
    expect(out.send(both)).toBe(1n);
  });

  it("are sent with a permit, which is good for one call", () => {
    const net = new Net();
    const [, out] = net.boundUdp(v4(7)).stream(v4(7));
    const datagrams = (count: number): { data: Uint8Array }[] =>
      Array.from({ length: count }, () => ({ data: bytes("x") }));
    expect(() => out.send([])).toThrow(GuestTrap);
    const permitted = Number(out.checkSend());
    expect(() => out.send(datagrams(permitted + 1))).toThrow(GuestTrap);
    expect(out.send(datagrams(permitted))).toBe(BigInt(permitted));
    expect(() => out.send(datagrams(1))).toThrow(GuestTrap);
    out.checkSend();
    expect(out.send([])).toBe(0n);
  });

  it("that nobody takes are lost beyond the size of the receive buffer, but one always fits", () => {
    const net = new Net();
    const [a, b] = [net.boundUdp(v4(1)), net.boundUdp(v4(2))];
    b.setReceiveBufferSize(1n);
    const [[, out], [input]] = [a.stream(v4(2)), b.stream(undefined)];
    for (const message of ["one", "two"]) send(out, message);
    expect(received(input)).toEqual(["one"]);
    b.setReceiveBufferSize(2n ** 60n);
    for (let i = 0; i < 3 * 16; i += 1) send(out, new Uint8Array(65_507));
    expect([input.receive(99n).length, input.receive(99n).length]).toEqual([16, 0]);
  });

  it("of a whole run have a bound, however many sockets there are", () => {
    const net = new Net();
    const [, out] = net.boundUdp(v4(1)).stream(undefined);
    const inputs = Array.from({ length: 40 }, (_, i) => {
      const socket = net.boundUdp(v4(100 + i));
      socket.setReceiveBufferSize(BigInt(MIB));
      for (let sent = 0; sent < 32; sent += 1) send(out, new Uint8Array(65_507), v4(100 + i));
      return { socket, input: socket.stream(undefined)[0] };
    });
    inputs[0]!.socket[Symbol.dispose]();
    expect(errOf(() => inputs[0]!.input.receive(1n))).toBe("invalid-state");
    let waiting = 0;
    for (const { input } of inputs.slice(1)) {
      for (const { data } of [...input.receive(99n), ...input.receive(99n)]) waiting += data.length;
    }
    expect(waiting).toBeGreaterThan(14 * MIB);
    expect(waiting).toBeLessThan(16 * MIB);
    send(out, "room again", v4(139));
    expect(received(inputs.at(-1)!.input)).toEqual(["room again"]);
  });
});

describe("a socket for them", () => {
  it.each([
    ["another family", v6(0, [0, 0, 0, 0, 0, 0, 0, 1]), "invalid-argument"],
    ["an IPv4 address in IPv6", v6(0, [0, 0, 0, 0, 0, 0xffff, 0x7f00, 1]), "invalid-argument"],
    ["a group of machines", v4(0, [224, 0, 0, 1]), "address-not-bindable"],
    ["an address of another machine", v4(0, [192, 168, 0, 1]), "address-not-bindable"],
  ])("can't be bound to %s", (_, address, code) => {
    const net = new Net();
    const socket = net.udp();
    expect(errOf(() => socket.startBind(net.network, address))).toBe(code);
    expect(errOf(() => socket.finishBind())).toBe("not-in-progress");
  });

  it("has ports of its own, apart from TCP, and gives its port back", () => {
    const net = new Net();
    net.bound(v4(7000));
    const first = net.boundUdp(v4(7000));
    expect(errOf(() => net.boundUdp(v4(7000)))).toBe("address-in-use");
    first[Symbol.dispose]();
    expect(net.boundUdp(v4(7000)).localAddress()).toEqual(v4(7000));
  });

  it.each([
    ["nowhere", v4(80, [0, 0, 0, 0]), "invalid-argument"],
    ["port 0", v4(0), "invalid-argument"],
    ["another family", v6(80, [0, 0, 0, 0, 0, 0, 0, 1]), "invalid-argument"],
    ["another machine", v4(80, [1, 1, 1, 1]), "remote-unreachable"],
  ])("can't stream to %s", (_, address, code) => {
    const socket = new Net().boundUdp(v4(1));
    expect(errOf(() => socket.stream(address))).toBe(code);
  });

  it("goes from state to state", () => {
    const net = new Net();
    const socket = net.udp("ipv6");
    const loopback = localAddress("ipv6", 0);
    for (const early of [() => socket.localAddress(), () => socket.remoteAddress(), () => socket.stream(undefined)]) {
      expect(errOf(early)).toBe("invalid-state");
    }
    expect(errOf(() => socket.finishBind())).toBe("not-in-progress");
    socket.startBind(net.network, loopback);
    expect(errOf(() => socket.startBind(net.network, loopback))).toBe("concurrency-conflict");
    expect(errOf(() => socket.localAddress())).toBe("concurrency-conflict");
    expect(errOf(() => socket.stream(undefined))).toBe("invalid-state");
    socket.finishBind();
    expect(errOf(() => socket.startBind(net.network, loopback))).toBe("invalid-state");
    expect(errOf(() => socket.finishBind())).toBe("not-in-progress");
    expect(socket.localAddress()).toEqual(withPort(loopback, socket.localAddress().val.port));
    expect(errOf(() => socket.remoteAddress())).toBe("invalid-state");
  });

  it("keeps its options", () => {
    const socket = new Net().udp();
    socket.setUnicastHopLimit(4);
    socket.setReceiveBufferSize(5000n);
    socket.setSendBufferSize(2n ** 60n);
    expect([socket.unicastHopLimit(), socket.receiveBufferSize(), socket.sendBufferSize()]).toEqual([
      4,
      5000n,
      BigInt(MIB),
    ]);
    for (const zero of [
      () => socket.setUnicastHopLimit(0),
      () => socket.setReceiveBufferSize(0n),
      () => socket.setSendBufferSize(0n),
    ]) {
      expect(errOf(zero)).toBe("invalid-argument");
    }
  });

  it("is of no use without a grant", () => {
    const net = new Net(false);
    expect(errOf(() => net.udp().startBind(net.network, v4(0)))).toBe("access-denied");
    expect(net.thread.denials).toMatchObject([
      { interface: "wasi:sockets/udp", function: "[method]udp-socket.start-bind", needs: { kind: "sockets" } },
    ]);
  });
});
