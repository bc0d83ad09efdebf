import { describe, expect, it } from "vitest";
import { ExitSignal, GuestTrap } from "../trap/signals.ts";
import { bytes, errOf, TestHost, text } from "./host.fixtures.ts";
import type { InputStream } from "./io/input-stream.ts";
import type { OutputStream } from "./io/output-stream.ts";
import type { Pollable } from "./io/pollable.ts";
import { wasiInterfaceOf } from "./interface-names.ts";

describe("an instance without grants", () => {
  it.each([
    ["wasi:cli/environment", "getArguments", [], { kind: "arguments" }],
    ["wasi:cli/environment", "getEnvironment", [], { kind: "environment" }],
    ["wasi:filesystem/preopens", "getDirectories", [], { kind: "preopen", path: null, access: "read" }],
    ["wasi:clocks/monotonic-clock", "now", 0n, { kind: "clocks" }],
    ["wasi:clocks/wall-clock", "now", { seconds: 0n, nanoseconds: 0 }, { kind: "clocks" }],
  ] as const)("gets nothing from %s %s, and it is told once", (name, functionName, answer, needs) => {
    const host = new TestHost();
    expect(host.call(name, functionName)).toEqual(answer);
    expect(host.call(name, functionName)).toEqual(answer);
    const kebab = functionName.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(host.thread.denials).toEqual([{ instance: "guest", interface: name, function: kebab, needs }]);
  });

  it("reads and writes closed streams", () => {
    const host = new TestHost();
    const input = host.call("wasi:cli/stdin", "getStdin") as InputStream;
    host.call("wasi:cli/stderr", "getStderr");
    expect(host.thread.denials).toEqual([]);
    expect(errOf(() => input.blockingRead(1n))).toEqual({ tag: "closed" });
    const output = host.call("wasi:cli/stdout", "getStdout") as OutputStream;
    expect(errOf(() => output.checkWrite())).toEqual({ tag: "closed" });
    expect(errOf(() => output.blockingWriteAndFlush(bytes("x")))).toEqual({ tag: "closed" });
    expect(host.thread.denials.map(({ needs }) => needs.kind)).toEqual(["stdin", "stdout"]);
  });

  it("doesn't wait for clocks that stand still", () => {
    const host = new TestHost();
    void (host.call("wasi:clocks/monotonic-clock", "subscribeDuration", 10n ** 18n) as Pollable).block();
    expect(host.thread.clockMs).toBe(1000);
  });

  it("traps for want of secure randomness, and gets a fixed sequence of the other", () => {
    const host = new TestHost();
    expect(() => host.call("wasi:random/random", "getRandomU64")).toThrow(GuestTrap);
    expect(host.thread.denials).toMatchObject([{ function: "get-random-u64", needs: { kind: "random" } }]);
    const other = new TestHost();
    const sequence = host.call("wasi:random/insecure", "getInsecureRandomBytes", 9n);
    expect(other.call("wasi:random/insecure", "getInsecureRandomBytes", 9n)).toEqual(sequence);
    expect(host.call("wasi:random/insecure-seed", "insecureSeed")).toHaveLength(2);
  });
});

describe("an instance with grants", () => {
  it("gets what was granted", () => {
    const host = new TestHost({ arguments: ["app", "-v"], environment: [["A", "1"]], clocks: true });
    expect(host.call("wasi:cli/environment", "getArguments")).toEqual(["app", "-v"]);
    expect(host.call("wasi:cli/environment", "getEnvironment")).toEqual([["A", "1"]]);
    expect(host.call("wasi:cli/environment", "initialCwd")).toBeUndefined();
    expect(host.call("wasi:clocks/monotonic-clock", "now")).toBe(1_000_000_000n);
    expect(host.call("wasi:clocks/wall-clock", "now")).toEqual({ seconds: 1_700_000_000n, nanoseconds: 123_000_000 });
    expect(host.thread.denials).toEqual([]);
  });

  it("is told how fine its clocks are, and of no other time zone than UTC", () => {
    const host = new TestHost({ clocks: true });
    expect(host.call("wasi:clocks/monotonic-clock", "resolution")).toBe(100_000n);
    expect(host.call("wasi:clocks/wall-clock", "resolution")).toEqual({ seconds: 0n, nanoseconds: 1_000_000 });
    const moment = { seconds: 1n, nanoseconds: 0 };
    expect(host.call("wasi:clocks/timezone", "utcOffset", moment)).toBe(0);
    expect(host.call("wasi:clocks/timezone", "display", moment)).toEqual({
      utcOffset: 0,
      name: "UTC",
      inDaylightSavingTime: false,
    });
  });

  it("waits for a moment, and not for one that has passed", () => {
    const host = new TestHost({ clocks: true });
    const at = (ns: bigint): Pollable => host.call("wasi:clocks/monotonic-clock", "subscribeInstant", ns) as Pollable;
    expect([at(999_000_000n).ready(), at(1_001_000_000n).ready()]).toEqual([true, false]);
    void at(1_050_000_000n).block();
    expect(host.thread.clockMs).toBe(1050);
    void at(0n).block();
    expect(host.thread.clockMs).toBe(1050);
  });

  it("gets numbers of every kind by chance", () => {
    const host = new TestHost({ random: true });
    const sevens = 0x0707070707070707n;
    expect(host.call("wasi:random/random", "getRandomU64")).toBe(sevens);
    expect(host.call("wasi:random/insecure", "getInsecureRandomU64")).toBe(sevens);
    expect(host.call("wasi:random/insecure", "getInsecureRandomBytes", 2n)).toEqual(new Uint8Array([7, 7]));
    expect(host.call("wasi:random/insecure-seed", "insecureSeed")).toEqual([sevens, sevens]);
  });

  it("reads on in its standard input, whichever stream it takes", () => {
    const host = new TestHost({ stdin: bytes("hello") });
    const first = host.call("wasi:cli/stdin", "getStdin") as InputStream;
    expect(text(first.blockingRead(2n))).toBe("he");
    const second = host.call("wasi:cli/stdin", "getStdin") as InputStream;
    expect(text(second.blockingRead(9n))).toBe("llo");
    expect(errOf(() => first.read(1n))).toEqual({ tag: "closed" });
  });

  it("writes", () => {
    const host = new TestHost({ stdout: true, stderr: true });
    void (host.call("wasi:cli/stdout", "getStdout") as OutputStream).blockingWriteAndFlush(bytes("out"));
    void (host.call("wasi:cli/stderr", "getStderr") as OutputStream).blockingWriteAndFlush(bytes("err"));
    expect(host.thread.output).toEqual({ stdout: "out", stderr: "err" });
  });

  it("has a terminal only where one was granted", () => {
    const granted = { stdin: "live", stdout: true, stderr: true } as const;
    expect(new TestHost(granted).call("wasi:cli/terminal-stdout", "getTerminalStdout")).toBeUndefined();
    const host = new TestHost({ ...granted, terminal: true });
    expect(host.call("wasi:cli/terminal-stdin", "getTerminalStdin")).toBeInstanceOf(host.context.classes.TerminalInput);
    expect(host.call("wasi:cli/terminal-stderr", "getTerminalStderr")).toBeInstanceOf(
      host.context.classes.TerminalOutput,
    );
    const fromFile = new TestHost({ ...granted, stdin: bytes("x"), terminal: true });
    expect(fromFile.call("wasi:cli/terminal-stdin", "getTerminalStdin")).toBeUndefined();
  });

  it("gets no more random bytes than fit", () => {
    const host = new TestHost({ random: true });
    expect(host.call("wasi:random/random", "getRandomBytes", 3n)).toEqual(new Uint8Array([7, 7, 7]));
    expect(() => host.call("wasi:random/random", "getRandomBytes", 2n ** 40n)).toThrow(GuestTrap);
  });

  it.each([
    ["exit", { tag: "ok" }, 0],
    ["exit", { tag: "err" }, 1],
    ["exitWithCode", 42, 42],
  ])("ends by %s(%j)", (functionName, status, code) => {
    try {
      new TestHost().call("wasi:cli/exit", functionName, status);
      expect.fail("returned");
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(ExitSignal);
      expect((thrown as ExitSignal).code).toBe(code);
    }
  });
});

it.each([
  ["wasi:cli/run@0.2.0", null],
  ["wasi:cli/stdout@0.2.0", "wasi:cli/stdout"],
  ["wasi:cli/stdout@0.2.12", "wasi:cli/stdout"],
  ["wasi:io/streams@0.2", "wasi:io/streams"],
  ["wasi:cli/stdout@0.3.0", null],
  ["wasi:cli/stdout@0.2.0-rc-2023-11-10", null],
  ["wasi:cli/stdout", null],
  ["other:cli/stdout@0.2.0", null],
  ["stdout", null],
])("the host implements %s as %s", (name, expected) => expect(wasiInterfaceOf(name)).toBe(expected));
