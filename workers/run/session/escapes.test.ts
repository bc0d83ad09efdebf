// Components that try to get at what isn't theirs, or to use up what there is. Each ends as it should, and the next run
// in the same place works. Files: `../wasi/filesystem`; hosts and headers: `../wasi/http`; names: `../wasi`.

import { expect, it } from "vitest";
import type { CoreText } from "../../testbed/build-component.ts";
import { CALC } from "../../testbed/test-components.ts";
import { started, TestRun, planned } from "./run.fixtures.ts";

const MIB = 1024 * 1024;

const WASI = `package wasi:io@0.2.0 {
    interface error { resource error; }
    interface streams {
      use error.{error};
      variant stream-error { last-operation-failed(error), closed }
      resource input-stream { read: func(len: u64) -> result<list<u8>, stream-error>; }
      resource output-stream { blocking-write-and-flush: func(contents: list<u8>) -> result<_, stream-error>; }
    }
  }
  package wasi:cli@0.2.0 {
    interface stdin { use wasi:io/streams@0.2.0.{input-stream}; get-stdin: func() -> input-stream; }
    interface stdout { use wasi:io/streams@0.2.0.{output-stream}; get-stdout: func() -> output-stream; }
  }
  package wasi:random@0.2.0 { interface insecure { get-insecure-random-bytes: func(len: u64) -> list<u8>; } }`;

/** Uses handles and addresses that it is told. */
const FORGER: CoreText = {
  wit: `package test:forger; world it {
      import wasi:io/streams@0.2.0;
      import wasi:cli/stdin@0.2.0;
      import wasi:cli/stdout@0.2.0;
      import wasi:random/insecure@0.2.0;
      export open: func() -> u32;
      export read: func(handle: u32, length: u64);
      export write: func(handle: u32, address: u32, length: u32);
      export drop-output: func(handle: u32);
      export random: func(length: u64);
      export tell: func(address: u32, length: u32) -> string;
    } ${WASI}`,
  core: `(module
    (import "wasi:cli/stdin@0.2.0" "get-stdin" (func $stdin (result i32)))
    (import "wasi:cli/stdout@0.2.0" "get-stdout" (func $stdout (result i32)))
    (import "wasi:io/streams@0.2.0" "[method]input-stream.read" (func $read (param i32 i64 i32)))
    (import "wasi:io/streams@0.2.0" "[method]output-stream.blocking-write-and-flush"
      (func $write (param i32 i32 i32 i32)))
    (import "wasi:io/streams@0.2.0" "[resource-drop]output-stream" (func $drop (param i32)))
    (import "wasi:random/insecure@0.2.0" "get-insecure-random-bytes" (func $random (param i64 i32)))
    (memory (export "memory") 1)
    (func (export "open") (result i32) (drop (call $stdin)) (call $stdout))
    (func (export "read") (param i32 i64) (call $read (local.get 0) (local.get 1) (i32.const 64)))
    (func (export "write") (param i32 i32 i32)
      (call $write (local.get 0) (local.get 1) (local.get 2) (i32.const 64)))
    (func (export "drop-output") (param i32) (call $drop (local.get 0)))
    (func (export "random") (param i64) (call $random (local.get 0) (i32.const 64)))
    (func (export "tell") (param i32 i32) (result i32)
      (i32.store (i32.const 64) (local.get 0)) (i32.store (i32.const 68) (local.get 1)) (i32.const 64))
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 4096)))`,
};

const GRANTED = { stdin: new TextEncoder().encode("secret"), stdout: true };

const TRAP_OF_POOR = { kind: "trap", instance: "poor", message: "it used a handle that it doesn't have" };

it.each([
  ["a handle of nothing", "read", [42, 8n]],
  ["the largest handle", "read", [0xffff_ffff, 8n]],
  ["the handle 0", "write", [0, 0, 1]],
  ["a text outside of its memory", "tell", [0xffff_fff0, 8]],
  ["a text of two gigabytes", "tell", [0, 0x7fff_ffff]],
  ["a terabyte of random bytes", "random", [1n << 40n]],
] as const)("that names %s traps, and is named", async (_, name, args) => {
  const run = await started({ components: { forger: FORGER, calc: CALC }, grants: { forger: GRANTED } });
  run.value("forger.open");
  expect(run.call(`forger.${name}`, ...args)).toMatchObject({
    kind: "trapped",
    report: { kind: "trap", instance: "forger" },
  });
  expect(run.output).toEqual({});
});

it.each([
  ["outside", 0xffff_0000, 100],
  ["across the end", 65_530, 100],
  ["past the end", 65_537, 0],
  ["of more than there is", 0, 0xffff_ffff],
])("that names bytes %s of its memory traps", async (_, address, length) => {
  const run = await started({ components: { forger: FORGER }, grants: { forger: GRANTED } });
  const stdout = run.value("forger.open");
  expect(run.call("forger.write", stdout, address, length)).toMatchObject({
    kind: "trapped",
    report: { kind: "trap", instance: "forger" },
  });
  expect(run.output).toEqual({});
});

it("that names no bytes at the end of its memory names nothing that isn't its own", async () => {
  const run = await started({ components: { forger: FORGER }, grants: { forger: GRANTED } });
  expect(run.value("forger.write", run.value("forger.open"), 65_536, 0)).toBeNull();
});

it("that uses a stream after it dropped it traps", async () => {
  const run = await started({ components: { forger: FORGER }, grants: { forger: GRANTED } });
  const stdout = run.value("forger.open") as number;
  expect(run.value("forger.drop-output", stdout)).toBeNull();
  expect(run.call("forger.write", stdout, 0, 1)).toMatchObject({ kind: "trapped", report: { instance: "forger" } });
});

it("that names a handle which only another instance has traps: handles belong to one instance", async () => {
  const components = { rich: FORGER, poor: FORGER };
  const run = await started({ components, grants: { rich: GRANTED } });
  const stdout = run.value("rich.open") as number;
  expect(run.call("poor.write", stdout, 0, 1)).toMatchObject({ kind: "trapped", report: TRAP_OF_POOR });
  expect(run.output).toEqual({});
});

it("with functions called like what every object has gets at none of that", async () => {
  const names = ["to-string", "to-locale-string", "value-of", "has-own-property", "proto", "prototype", "then"];
  const component = {
    wit: `package test:names; world it { ${names.map((name) => `export ${name}: func() -> u32;`).join(" ")} }`,
    core: `(module (memory (export "memory") 1)
      ${names.map((name, i) => `(func (export "${name}") (result i32) (i32.const ${i}))`).join(" ")})`,
  };
  const run = await started({ components: { names: component } });
  expect(names.map((name) => run.value(`names.${name}`))).toEqual(names.map((_, i) => i));
});

it("that takes memory without end where nobody sees it is ended by name", async () => {
  const bomb = {
    wit: `package test:bomb; world it { import tick: func(); export go: func(); }`,
    core: `(module (import "$root" "tick" (func $tick))
      (memory $hidden 1)
      (func (export "go") (loop $again
        (if (i32.eq (memory.grow $hidden (i32.const 16)) (i32.const -1)) (then unreachable))
        (call $tick) (br $again))))`,
  };
  const tick = {
    wit: `package test:tick; world it { export tick: func(); }`,
    core: `(module (func (export "tick")))`,
  };
  const text = { components: { bomb, tick }, wires: "bomb.tick = tick.tick", limits: { memoryBytes: 4 * MIB } };
  const run = new TestRun(await planned(text));
  expect(await run.start()).toBeNull();
  expect(run.call("bomb.go")).toMatchObject({
    kind: "trapped",
    report: { kind: "limit", limit: "memory", instance: "bomb" },
  });
});
