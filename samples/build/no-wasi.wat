;; Stands in for WASI preview 1 where a language's runtime asks for it but the program does not need it.
;; The world it shows is empty and always the same: no arguments, no variables, no files, a clock that ticks once
;; per look, the same random numbers every time. What cannot be faked traps.
(module
  (import "env" "memory" (memory 0))
  (global $time (mut i64) (i64.const 0))

  (func (export "args_get") (param i32 i32) (result i32) (i32.const 0))
  (func (export "args_sizes_get") (param $count i32) (param $size i32) (result i32)
    (i32.store (local.get $count) (i32.const 0))
    (i32.store (local.get $size) (i32.const 0))
    (i32.const 0))

  (func (export "environ_get") (param i32 i32) (result i32) (i32.const 0))
  (func (export "environ_sizes_get") (param $count i32) (param $size i32) (result i32)
    (i32.store (local.get $count) (i32.const 0))
    (i32.store (local.get $size) (i32.const 0))
    (i32.const 0))

  (func (export "clock_time_get") (param $id i32) (param $precision i64) (param $result i32) (result i32)
    (global.set $time (i64.add (global.get $time) (i64.const 1000)))
    (i64.store (local.get $result) (global.get $time))
    (i32.const 0))

  (func (export "random_get") (param $buffer i32) (param $length i32) (result i32)
    (memory.fill (local.get $buffer) (i32.const 0x5a) (local.get $length))
    (i32.const 0))

  (func (export "sched_yield") (result i32) (i32.const 0))

  ;; badf: there are no files.
  (func (export "fd_write") (param i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "fd_close") (param i32) (result i32) (i32.const 8))
  (func (export "fd_fdstat_get") (param i32 i32) (result i32) (i32.const 8))
  (func (export "fd_seek") (param i32 i64 i32 i32) (result i32) (i32.const 8))

  (func (export "poll_oneoff") (param i32 i32 i32 i32) (result i32) unreachable)
  (func (export "proc_exit") (param i32) unreachable))
