import { describe, expect, it } from "vitest";
import { bytes, errOf, TestHost, text } from "../host.fixtures.ts";
import { localAddress } from "./addresses.ts";
import { Net, v4, v6 } from "./sockets.fixtures.ts";
import type { TcpSocket } from "./tcp-socket.ts";

describe("a connection", () => {
  it.each(["ipv4", "ipv6"] as const)("carries bytes both ways over %s", (family) => {
    const net = new Net();
    const server = net.listening(localAddress(family, 0));
    const address = server.localAddress();
    expect(address.val.port).toBeGreaterThan(1023);
    expect(errOf(() => server.accept())).toBe("would-block");
    expect(server.subscribe().ready()).toBe(false);
    const client = net.socket(family);
    client.startConnect(net.network, address);
    expect(client.subscribe().ready()).toBe(true);
    const [clientIn, clientOut] = client.finishConnect();
    expect(server.subscribe().ready()).toBe(true);
    const [accepted, serverIn, serverOut] = server.accept();
    expect([client.remoteAddress(), accepted.localAddress()]).toEqual([address, address]);
    expect(accepted.remoteAddress()).toEqual(client.localAddress());
    expect(text(serverIn.read(9n))).toBe("");
    void clientOut.blockingWriteAndFlush(bytes("ping"));
    expect(text(serverIn.blockingRead(2n)) + text(serverIn.blockingRead(9n))).toBe("ping");
    void serverOut.blockingWriteAndFlush(bytes("pong"));
    serverOut[Symbol.dispose]();
    expect(text(clientIn.blockingRead(9n))).toBe("pong");
    expect(errOf(() => clientIn.blockingRead(9n))).toEqual({ tag: "closed" });
    client[Symbol.dispose]();
    expect(errOf(() => serverIn.blockingRead(9n))).toEqual({ tag: "closed" });
  });

  it("holds back a writer whose reader is slow", () => {
    const net = new Net();
    const server = net.listening(v4(7000));
    const client = net.socket();
    client.startConnect(net.network, v4(7000));
    const [, out] = client.finishConnect();
    const [, input] = server.accept();
    let written = 0;
    for (let room = out.checkWrite(); room > 0n; room = out.checkWrite()) {
      out.write(new Uint8Array(Number(room)));
      written += Number(room);
    }
    expect([written, out.subscribe().ready()]).toEqual([65_536, false]);
    input.read(10n);
    expect(out.checkWrite()).toBe(10n);
  });

  it.each([
    ["receive", { tag: "closed" }, "pong"],
    ["send", "ping", { tag: "closed" }],
    ["both", { tag: "closed" }, { tag: "closed" }],
  ] as const)("is shut down to %s", (type, atClient, atServer) => {
    const net = new Net();
    const server = net.listening(v4(7000));
    const client = net.socket();
    client.startConnect(net.network, v4(7000));
    const [clientIn, clientOut] = client.finishConnect();
    const [, serverIn, serverOut] = server.accept();
    client.shutdown(type);
    const attempt = (run: () => unknown): unknown => {
      try {
        return run();
      } catch {
        return { tag: "closed" };
      }
    };
    attempt(() => serverOut.blockingWriteAndFlush(bytes("ping")));
    attempt(() => clientOut.blockingWriteAndFlush(bytes("pong")));
    expect(attempt(() => text(clientIn.blockingRead(9n)))).toEqual(atClient);
    expect(attempt(() => text(serverIn.blockingRead(9n)))).toEqual(atServer);
  });

  it("is refused where nobody listens, and once the listener is gone", () => {
    const net = new Net();
    const refused = (): unknown => {
      const client = net.socket();
      client.startConnect(net.network, v4(7000));
      const error = errOf(() => client.finishConnect());
      expect(errOf(() => client.finishConnect())).toBe("not-in-progress");
      expect(errOf(() => client.startConnect(net.network, v4(7000)))).toBe("invalid-state");
      return error;
    };
    expect(refused()).toBe("connection-refused");
    const bound = net.bound(v4(7000));
    expect(refused()).toBe("connection-refused");
    bound[Symbol.dispose]();
    const server = net.listening(v4(7000));
    const client = net.socket();
    client.startConnect(net.network, v4(7000));
    const [input, output] = client.finishConnect();
    server[Symbol.dispose]();
    expect(errOf(() => input.blockingRead(1n))).toEqual({ tag: "closed" });
    expect(errOf(() => output.checkWrite())).toEqual({ tag: "closed" });
    expect(refused()).toBe("connection-refused");
  });

  it("waits in a queue of a bounded length", () => {
    const net = new Net();
    const server = net.bound(v4(7000, [0, 0, 0, 0]));
    server.setListenBacklogSize(1n);
    server.startListen();
    server.finishListen();
    const outcomes = [1, 2].map(() => {
      const client = net.socket();
      client.startConnect(net.network, v4(7000));
      try {
        return client.finishConnect().length;
      } catch (thrown) {
        return thrown;
      }
    });
    expect(outcomes).toMatchObject([2, { payload: "connection-refused" }]);
    expect(server.accept()[0].localAddress()).toEqual(v4(7000));
  });
});

describe("a socket", () => {
  it.each([
    ["another family", v6(0, [0, 0, 0, 0, 0, 0, 0, 1]), "invalid-argument"],
    ["a group of machines", v4(0, [224, 0, 0, 1]), "invalid-argument"],
    ["an address of another machine", v4(0, [192, 168, 0, 1]), "address-not-bindable"],
  ])("can't be bound to %s", (_, address, code) => {
    const net = new Net();
    const socket = net.socket();
    expect(errOf(() => socket.startBind(net.network, address))).toBe(code);
    expect(errOf(() => socket.finishBind())).toBe("not-in-progress");
  });

  it("can't be bound to an IPv4 address in IPv6, nor to a port that is taken", () => {
    const net = new Net();
    const mapped = v6(0, [0, 0, 0, 0, 0, 0xffff, 0x7f00, 1]);
    expect(errOf(() => net.bound(mapped))).toBe("invalid-argument");
    const first = net.bound(v4(7000));
    expect(errOf(() => net.bound(v4(7000)))).toBe("address-in-use");
    first[Symbol.dispose]();
    expect(net.bound(v4(7000)).localAddress()).toEqual(v4(7000));
  });

  it.each([
    ["nowhere", v4(80, [0, 0, 0, 0]), "invalid-argument"],
    ["port 0", v4(0), "invalid-argument"],
    ["another family", v6(80, [0, 0, 0, 0, 0, 0, 0, 1]), "invalid-argument"],
  ])("can't be connected to %s", (_, address, code) => {
    const net = new Net();
    expect(errOf(() => net.socket().startConnect(net.network, address))).toBe(code);
  });

  it("can't reach another machine", () => {
    const net = new Net();
    const socket = net.socket();
    socket.startConnect(net.network, v4(80, [1, 1, 1, 1]));
    expect(errOf(() => socket.finishConnect())).toBe("remote-unreachable");
  });

  it("goes from state to state", () => {
    const net = new Net();
    const socket = net.socket();
    for (const early of [() => socket.startListen(), () => socket.accept(), () => socket.localAddress()]) {
      expect(errOf(early)).toBe("invalid-state");
    }
    expect(errOf(() => socket.remoteAddress())).toBe("invalid-state");
    expect(errOf(() => socket.shutdown("both"))).toBe("invalid-state");
    expect(errOf(() => socket.finishListen())).toBe("not-in-progress");
    socket.startBind(net.network, v4(0));
    expect(errOf(() => socket.startBind(net.network, v4(0)))).toBe("concurrency-conflict");
    expect(errOf(() => socket.startListen())).toBe("concurrency-conflict");
    expect(errOf(() => socket.localAddress())).toBe("concurrency-conflict");
    socket.finishBind();
    expect(errOf(() => socket.startBind(net.network, v4(0)))).toBe("invalid-state");
    socket.startListen();
    expect(socket.isListening()).toBe(false);
    socket.finishListen();
    expect([socket.isListening(), socket.addressFamily()]).toEqual([true, "ipv4"]);
    expect(errOf(() => socket.startConnect(net.network, v4(1)))).toBe("invalid-state");
  });

  it("keeps its options, and hands them on to what it accepts", () => {
    const net = new Net();
    const server = net.listening(v4(7000));
    server.setKeepAliveEnabled(true);
    server.setKeepAliveIdleTime(1n);
    server.setKeepAliveInterval(2_000_000_000n);
    server.setKeepAliveCount(3);
    server.setHopLimit(4);
    server.setReceiveBufferSize(5000n);
    server.setSendBufferSize(2n ** 60n);
    const optionsOf = (socket: TcpSocket): unknown[] => [
      socket.keepAliveEnabled(),
      socket.keepAliveIdleTime(),
      socket.keepAliveInterval(),
      socket.keepAliveCount(),
      socket.hopLimit(),
      socket.receiveBufferSize(),
      socket.sendBufferSize(),
    ];
    const options = [true, 1_000_000_000n, 2_000_000_000n, 3, 4, 5000n, 2n ** 31n - 1n];
    expect(optionsOf(server)).toEqual(options);
    const client = net.socket();
    client.startConnect(net.network, v4(7000));
    client.finishConnect();
    expect(errOf(() => client.setListenBacklogSize(1n))).toBe("invalid-state");
    expect(optionsOf(server.accept()[0])).toEqual(options);
    for (const zero of [
      () => server.setKeepAliveIdleTime(0n),
      () => server.setKeepAliveInterval(0n),
      () => server.setKeepAliveCount(0),
      () => server.setHopLimit(0),
      () => server.setReceiveBufferSize(0n),
      () => server.setSendBufferSize(0n),
      () => server.setListenBacklogSize(0n),
    ]) {
      expect(errOf(zero)).toBe("invalid-argument");
    }
  });

  it("is of no use without a grant", () => {
    const net = new Net(false);
    expect(errOf(() => net.socket().startBind(net.network, v4(0)))).toBe("access-denied");
    expect(errOf(() => net.socket().startConnect(net.network, v4(80)))).toBe("access-denied");
    expect(errOf(() => net.lookUp("localhost"))).toBe("permanent-resolver-failure");
    expect(net.thread.denials.map(({ function: name, needs }) => [name, needs.kind])).toEqual([
      ["[method]tcp-socket.start-bind", "sockets"],
      ["[method]tcp-socket.start-connect", "sockets"],
      ["resolve-addresses", "sockets"],
    ]);
  });
});

describe("names", () => {
  const LOOPBACK = [localAddress("ipv4", 0), localAddress("ipv6", 0)].map(({ tag, val }) => ({
    tag,
    val: val.address,
  }));

  it.each([
    ["localhost", [...LOOPBACK, undefined]],
    ["a.LOCALHOST", [...LOOPBACK, undefined]],
    ["10.0.0.1", [{ tag: "ipv4", val: [10, 0, 0, 1] }, undefined, undefined]],
    ["fe80::1:2", [{ tag: "ipv6", val: [0xfe80, 0, 0, 0, 0, 0, 1, 2] }, undefined, undefined]],
    ["1:2:3:4:5:6:7:8", [{ tag: "ipv6", val: [1, 2, 3, 4, 5, 6, 7, 8] }, undefined, undefined]],
    ["::", [{ tag: "ipv6", val: [0, 0, 0, 0, 0, 0, 0, 0] }, undefined, undefined]],
  ])("%s is known", (name, expected) => expect(new Net().lookUp(name)).toEqual(expected));

  it.each([
    ["example.com", "name-unresolvable"],
    ["bücher.example", "name-unresolvable"],
    ["a b", "invalid-argument"],
    ["", "invalid-argument"],
    ["1:2", "invalid-argument"],
  ])("%j is not", (name, code) => expect(errOf(() => new Net().lookUp(name))).toBe(code));
});

it("no failure of a stream has a code of the network", () => {
  const host = new TestHost();
  const error = new host.context.classes.IoError("x", { filesystem: "busy" });
  expect(host.call("wasi:sockets/network", "networkErrorCode", error)).toBeUndefined();
});
