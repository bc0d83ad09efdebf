// Small components as text, each for one thing that a run has to get right.

import type { CoreText } from "./build-component.ts";

/** Exports `test:calc/api` with `add`, `fail` (a trap in a named function) and `half` (a result). */
export const CALC = `(component
  (core module $m
    (memory (export "memory") 1)
    (func $deep_inside unreachable)
    (func $on_the_way (call $deep_inside))
    (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
    (func (export "fail") (call $on_the_way))
    (func (export "half") (param i32) (result i32)
      (i32.store8 (i32.const 16) (i32.and (local.get 0) (i32.const 1)))
      (i32.store (i32.const 20) (i32.shr_u (local.get 0) (i32.const 1)))
      (i32.const 16)))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $memory))
  (func $add (param "a" u32) (param "b" u32) (result u32) (canon lift (core func $i "add")))
  (func $fail (canon lift (core func $i "fail")))
  (func $half (param "a" u32) (result (result u32 (error u32))) (canon lift (core func $i "half") (memory $memory)))
  (instance (export "test:calc/api@1.0.0")
    (export "add" (func $add)) (export "fail" (func $fail)) (export "half" (func $half))))`;

const STORE_WIT = `package test:store@1.0.0;
  interface api {
    resource item {
      constructor(value: u32);
      value: func() -> u32;
      doubled: static func(of: item) -> item;
    }
    sum: func(items: list<borrow<item>>) -> u32;
    dropped: func() -> u32;
  }`;

/** Exports the resource \`item\`, whose destructor counts, and traps for 666. */
export const STORE: CoreText = {
  wit: `${STORE_WIT} world it { export api; }`,
  core: `(module
    (import "[export]test:store/api@1.0.0" "[resource-new]item" (func $new (param i32) (result i32)))
    (import "[export]test:store/api@1.0.0" "[resource-rep]item" (func $rep (param i32) (result i32)))
    (import "[export]test:store/api@1.0.0" "[resource-drop]item" (func $drop (param i32)))
    (memory (export "memory") 1)
    (global $dropped (mut i32) (i32.const 0))
    (global $next (mut i32) (i32.const 1024))
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
      (global.get $next)
      (global.set $next (i32.add (global.get $next) (local.get 3))))
    (func (export "test:store/api@1.0.0#[constructor]item") (param i32) (result i32) (call $new (local.get 0)))
    (func (export "test:store/api@1.0.0#[method]item.value") (param i32) (result i32) (local.get 0))
    (func (export "test:store/api@1.0.0#[static]item.doubled") (param $item i32) (result i32) (local $value i32)
      (local.set $value (call $rep (local.get $item)))
      (call $drop (local.get $item))
      (call $new (i32.mul (local.get $value) (i32.const 2))))
    (func (export "test:store/api@1.0.0#sum") (param $at i32) (param $count i32) (result i32) (local $sum i32)
      (block $done
        (loop $next
          (br_if $done (i32.eqz (local.get $count)))
          (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $at))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (br $next)))
      (local.get $sum))
    (func (export "test:store/api@1.0.0#dropped") (result i32) (global.get $dropped))
    (func $drop_item (export "test:store/api@1.0.0#[dtor]item") (param i32)
      (if (i32.eq (local.get 0) (i32.const 666)) (then unreachable))
      (global.set $dropped (i32.add (global.get $dropped) (i32.const 1)))))`,
};

/** Imports the store: makes items, reads them, keeps one and passes them on. */
export const SHOP: CoreText = {
  wit: `${STORE_WIT}
    interface shop {
      use api.{item};
      price: func(value: u32) -> u32;
      look: func(at: borrow<item>) -> u32;
      improve: func(this: item) -> item;
      waste: func(value: u32);
    }
    world it { import api; export shop; }`,
  core: `(module
    (import "test:store/api@1.0.0" "[constructor]item" (func $item (param i32) (result i32)))
    (import "test:store/api@1.0.0" "[method]item.value" (func $value (param i32) (result i32)))
    (import "test:store/api@1.0.0" "[static]item.doubled" (func $doubled (param i32) (result i32)))
    (import "test:store/api@1.0.0" "[resource-drop]item" (func $drop (param i32)))
    (memory (export "memory") 1)
    (func (export "test:store/shop@1.0.0#price") (param i32) (result i32) (local $item i32) (local $price i32)
      (local.set $item (call $item (local.get 0)))
      (local.set $price (call $value (local.get $item)))
      (call $drop (local.get $item))
      (local.get $price))
    (func (export "test:store/shop@1.0.0#look") (param $at i32) (result i32) (local $price i32)
      (local.set $price (call $value (local.get $at)))
      (call $drop (local.get $at))
      (local.get $price))
    (func (export "test:store/shop@1.0.0#improve") (param i32) (result i32) (call $doubled (local.get 0)))
    (func $waste_it (export "test:store/shop@1.0.0#waste") (param i32) (call $drop (call $item (local.get 0)))))`,
};

/** Passes calls of `test:calc/api` on, so that several in a row make a deep stack. */
export const RELAY: CoreText = {
  wit: `package test:calc@1.0.0;
    interface api { add: func(a: u32, b: u32) -> u32; fail: func(); half: func(a: u32) -> result<u32, u32>; }
    world it { import api; export api; }`,
  core: `(module
    (import "test:calc/api@1.0.0" "add" (func $add (param i32 i32) (result i32)))
    (import "test:calc/api@1.0.0" "fail" (func $fail))
    (import "test:calc/api@1.0.0" "half" (func $half (param i32 i32)))
    (memory (export "memory") 1)
    (func (export "test:calc/api@1.0.0#add") (param i32 i32) (result i32) (call $add (local.get 0) (local.get 1)))
    (func $pass_on (export "test:calc/api@1.0.0#fail") (call $fail))
    (func (export "test:calc/api@1.0.0#half") (param i32) (result i32)
      (call $half (local.get 0) (i32.const 64))
      (i32.const 64)))`,
};

/** Exports functions that never return on their own, or use up what a run is allowed. */
export const GREEDY: CoreText = {
  wit: `package test:greedy; world it {
    import tick: func();
    export spin: func();
    export call-forever: func();
    export grow: func(pages: u32) -> s32;
    export grow-or-trap: func();
    export recurse: func();
  }`,
  core: `(module
    (import "$root" "tick" (func $tick))
    (memory (export "memory") 1)
    (func (export "spin") (loop $again (br $again)))
    (func (export "call-forever") (loop $again (call $tick) (br $again)))
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
    (func (export "grow-or-trap")
      (loop $again
        (if (i32.eq (memory.grow (i32.const 16)) (i32.const -1)) (then unreachable))
        (br $again)))
    (func $deeper (export "recurse") (call $deeper)))`,
};

/** Exports \`tick\`, which does nothing. */
export const CLOCKWORK: CoreText = {
  wit: `package test:clockwork; world it { export tick: func(); }`,
  core: `(module (memory (export "memory") 1) (func (export "tick")))`,
};

const WASI_WIT = `package wasi:io@0.2.0 {
    interface error { resource error; }
    interface poll { resource pollable { block: func(); } }
    interface streams {
      use error.{error};
      resource output-stream { blocking-write-and-flush: func(contents: list<u8>) -> result<_, stream-error>; }
      variant stream-error { last-operation-failed(error), closed }
    }
  }
  package wasi:clocks@0.2.0 {
    interface monotonic-clock { use wasi:io/poll@0.2.0.{pollable}; subscribe-duration: func(ns: u64) -> pollable; }
  }
  package wasi:cli@0.2.0 {
    interface stdout { use wasi:io/streams@0.2.0.{output-stream}; get-stdout: func() -> output-stream; }
  }`;

/** Sleeps. */
export const SLEEPER: CoreText = {
  wit: `package test:sleeper;
    world it {
      import wasi:io/poll@0.2.0;
      import wasi:clocks/monotonic-clock@0.2.0;
      export sleep: func(ns: u64);
    }
    ${WASI_WIT}`,
  core: `(module
    (import "wasi:clocks/monotonic-clock@0.2.0" "subscribe-duration" (func $after (param i64) (result i32)))
    (import "wasi:io/poll@0.2.0" "[method]pollable.block" (func $block (param i32)))
    (import "wasi:io/poll@0.2.0" "[resource-drop]pollable" (func $drop (param i32)))
    (memory (export "memory") 1)
    (func (export "sleep") (param i64) (local $pollable i32)
      (local.set $pollable (call $after (local.get 0)))
      (call $block (local.get $pollable))
      (call $drop (local.get $pollable))))`,
};

/** Prints the line `a line of output` as often as it is told, and then may go on for ever in silence. */
export const PRINTER: CoreText = {
  wit: `package test:printer;
    world it {
      import wasi:io/streams@0.2.0;
      import wasi:cli/stdout@0.2.0;
      export print: func(lines: u32);
      export print-and-hang: func(lines: u32);
    }
    ${WASI_WIT}`,
  core: `(module
    (import "wasi:cli/stdout@0.2.0" "get-stdout" (func $stdout (result i32)))
    (import "wasi:io/streams@0.2.0" "[method]output-stream.blocking-write-and-flush"
      (func $write (param i32 i32 i32 i32)))
    (import "wasi:io/streams@0.2.0" "[resource-drop]output-stream" (func $drop (param i32)))
    (memory (export "memory") 1)
    (data (i32.const 1024) "a line of output\\0a")
    (func $print (export "print") (param $lines i32) (local $stream i32)
      (local.set $stream (call $stdout))
      (block $done
        (loop $next
          (br_if $done (i32.eqz (local.get $lines)))
          (call $write (local.get $stream) (i32.const 1024) (i32.const 17) (i32.const 64))
          (local.set $lines (i32.sub (local.get $lines) (i32.const 1)))
          (br $next)))
      (call $drop (local.get $stream)))
    (func (export "print-and-hang") (param i32) (call $print (local.get 0)) (loop $again (br $again)))
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 2048)))`,
};

/** Calls its import as often as it is told, from inside. */
export const LOOPER: CoreText = {
  wit: `package test:looper; world it {
    import add: func(a: u32, b: u32) -> u32;
    export repeat: func(times: u32) -> u32;
  }`,
  core: `(module
    (import "$root" "add" (func $add (param i32 i32) (result i32)))
    (memory (export "memory") 1)
    (func (export "repeat") (param $times i32) (result i32) (local $sum i32)
      (block $done
        (loop $next
          (br_if $done (i32.eqz (local.get $times)))
          (local.set $sum (call $add (local.get $sum) (i32.const 1)))
          (local.set $times (i32.sub (local.get $times) (i32.const 1)))
          (br $next)))
      (local.get $sum)))`,
};

/** Gives 64 KiB to its import as often as it is told, from inside. */
export const GIVER: CoreText = {
  wit: `package test:giver; world it {
    import take: func(bytes: list<u8>) -> u32;
    export repeat: func(times: u32) -> u32;
  }`,
  core: `(module
    (import "$root" "take" (func $take (param i32 i32) (result i32)))
    (memory (export "memory") 2)
    (func (export "repeat") (param $times i32) (result i32) (local $sum i32)
      (block $done
        (loop $next
          (br_if $done (i32.eqz (local.get $times)))
          (local.set $sum (i32.add (local.get $sum) (call $take (i32.const 65536) (i32.const 65536))))
          (local.set $times (i32.sub (local.get $times) (i32.const 1)))
          (br $next)))
      (local.get $sum)))`,
};

/** Exports \`take\`, which tells the length of what it is given. */
export const TAKER: CoreText = {
  wit: `package test:taker; world it { export take: func(bytes: list<u8>) -> u32; }`,
  core: `(module (memory (export "memory") 2)
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 65536))
    (func (export "take") (param i32 i32) (result i32) (local.get 1)))`,
};

/** Exports \`add\`. */
export const ADDER: CoreText = {
  wit: `package test:adder; world it { export add: func(a: u32, b: u32) -> u32; }`,
  core: `(module (memory (export "memory") 1)
    (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))`,
};

/** Looks at the clocks, and asks for random numbers. */
export const WATCHER: CoreText = {
  wit: `package test:watcher;
    world it {
      import wasi:clocks/monotonic-clock@0.2.0;
      import wasi:clocks/wall-clock@0.2.0;
      import wasi:random/random@0.2.0;
      export now: func() -> u64;
      export seconds: func() -> u64;
      export random: func() -> u64;
    }
    package wasi:clocks@0.2.0 {
      interface monotonic-clock { now: func() -> u64; }
      interface wall-clock { record datetime { seconds: u64, nanoseconds: u32 } now: func() -> datetime; }
    }
    package wasi:random@0.2.0 { interface random { get-random-u64: func() -> u64; } }`,
  core: `(module
    (import "wasi:clocks/monotonic-clock@0.2.0" "now" (func $now (result i64)))
    (import "wasi:clocks/wall-clock@0.2.0" "now" (func $wall (param i32)))
    (import "wasi:random/random@0.2.0" "get-random-u64" (func $random (result i64)))
    (memory (export "memory") 1)
    (func (export "now") (result i64) (call $now))
    (func (export "seconds") (result i64) (call $wall (i32.const 8)) (i64.load (i32.const 8)))
    (func (export "random") (result i64) (call $random)))`,
};

const TEXT_WIT = `package test:text@1.0.0;
  interface api { edit: func(text: string) -> string; reverse: func(bytes: list<u8>) -> list<u8>; }`;

/** Memory that is only ever taken: enough for a test, and it traps when it is used up. */
const BUMP_ALLOCATOR = `(memory (export "memory") 64)
    (global $next (mut i32) (i32.const 1024))
    (func $take (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
      (global.get $next)
      (global.set $next (i32.and (i32.add (i32.add (global.get $next) (local.get 3)) (i32.const 7)) (i32.const -8))))`;

/** Exports \`test:text/api\`: puts an exclamation mark behind a text, and turns bytes round. */
export const EDITOR: CoreText = {
  wit: `${TEXT_WIT} world it { export api; }`,
  core: `(module ${BUMP_ALLOCATOR}
    (func $answer (param $at i32) (param $length i32) (result i32)
      (i32.store (i32.const 16) (local.get $at))
      (i32.store (i32.const 20) (local.get $length))
      (i32.const 16))
    (func (export "test:text/api@1.0.0#edit") (param $at i32) (param $length i32) (result i32) (local $copy i32)
      (local.set $copy (call $take (i32.const 0) (i32.const 0) (i32.const 1) (i32.add (local.get $length) (i32.const 1))))
      (memory.copy (local.get $copy) (local.get $at) (local.get $length))
      (i32.store8 (i32.add (local.get $copy) (local.get $length)) (i32.const 33))
      (call $answer (local.get $copy) (i32.add (local.get $length) (i32.const 1))))
    (func (export "test:text/api@1.0.0#reverse") (param $at i32) (param $length i32) (result i32)
      (local $copy i32) (local $i i32)
      (local.set $copy (call $take (i32.const 0) (i32.const 0) (i32.const 1) (local.get $length)))
      (block $done
        (loop $next
          (br_if $done (i32.eq (local.get $i) (local.get $length)))
          (i32.store8
            (i32.sub (i32.add (local.get $copy) (local.get $length)) (i32.add (local.get $i) (i32.const 1)))
            (i32.load8_u (i32.add (local.get $at) (local.get $i))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $next)))
      (call $answer (local.get $copy) (local.get $length))))`,
};

/** Passes texts and bytes on to another, and what comes back. */
export const PASSER: CoreText = {
  wit: `${TEXT_WIT} world it { import api; export api; }`,
  core: `(module
    (import "test:text/api@1.0.0" "edit" (func $edit (param i32 i32 i32)))
    (import "test:text/api@1.0.0" "reverse" (func $reverse (param i32 i32 i32)))
    ${BUMP_ALLOCATOR}
    (func (export "test:text/api@1.0.0#edit") (param i32 i32) (result i32)
      (call $edit (local.get 0) (local.get 1) (i32.const 16))
      (i32.const 16))
    (func (export "test:text/api@1.0.0#reverse") (param i32 i32) (result i32)
      (call $reverse (local.get 0) (local.get 1) (i32.const 16))
      (i32.const 16)))`,
};
