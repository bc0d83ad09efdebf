;; Between a component's exports and the QuickJS engine, which is merged in as the module "engine".
;; The build replaces {{exports}}, {{script}}, {{script-size}} and {{frame-size}}.
;;
;; On the first call the script is evaluated. Its value is a function (memory, base, frame, reallocate) => dispatch;
;; dispatch(index) then serves each export, with arguments and result in `frame`.
;; A pointer of the engine's qjs_ functions is the address of a JavaScript value. An exception is a trap.
(module
  (import "engine" "memory" (memory 0))
  (import "engine" "malloc" (func $malloc (param i32) (result i32)))
  (import "engine" "realloc" (func $realloc (param i32 i32) (result i32)))
  (import "engine" "free" (func $free (param i32)))
  (import "engine" "qjs_init" (func $qjs-init (result i32)))
  (import "engine" "qjs_set_max_stack_size" (func $qjs-set-max-stack-size (param i32)))
  (import "engine" "qjs_get_context_ptr" (func $qjs-get-context (result i32)))
  (import "engine" "qjs_eval" (func $qjs-eval (param i32 i32 i32 i32) (result i32)))
  (import "engine" "qjs_call" (func $qjs-call (param i32 i32 i32 i32) (result i32)))
  (import "engine" "qjs_is_exception" (func $qjs-is-exception (param i32) (result i32)))
  (import "engine" "qjs_free_value" (func $qjs-free-value (param i32)))
  (import "engine" "qjs_new_number" (func $qjs-new-number (param f64) (result i32)))
  (import "engine" "qjs_get_float64" (func $qjs-get-float64 (param i32) (result f64)))
  (import "engine" "qjs_get_undefined" (func $qjs-get-undefined (result i32)))
  (import "engine" "qjs_new_host_function" (func $qjs-new-host-function (param i32 i32 i32) (result i32)))
  (import "engine" "JS_NewArrayBuffer"
    (func $js-new-array-buffer (param i32 i32 i32 i32 i32 i32 i32) (result i64)))

  ;; The ArrayBuffer that is linear memory starts at 16, because address 0 would be a null pointer, and ends before 2 GiB.
  (global $base i32 (i32.const 16))
  (global $memory-size i32 (i32.const 0x7fff0000))
  (global $stack-size i32 (i32.const 0x40000))

  (global $undefined (mut i32) (i32.const 0))
  (global $arguments (mut i32) (i32.const 0)) ;; the values of the next call, up to four
  (global $frame (mut i32) (i32.const 0))
  (global $dispatch (mut i32) (i32.const 0))

  (data $names "component\00reallocate")
  (global $file-name-size i32 (i32.const 10))
  (global $names-size i32 (i32.const 20))
  (data $script "{{script}}")

  {{exports}}

  (func (export "cabi_realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
    (call $reallocate (local.get $old) (local.get $size)))

  ;; The engine calls this for host functions; the only one is reallocate(address, size).
  (func (export "host_call")
    (param $name i32) (param $name-size i32) (param $this i32) (param $count i32) (param $arguments i32) (result i32)
    (call $qjs-new-number
      (f64.convert_i32_u
        (call $reallocate
          (call $number (i32.load (local.get $arguments)))
          (call $number (i32.load offset=4 (local.get $arguments)))))))

  ;; What else the engine asks of its host is not needed here.
  (func (export "host_get_timezone_offset") (param i32 i32) (result i32) (i32.const 0))
  (func (export "host_interrupt") (result i32) (i32.const 0))
  (func (export "host_promise_rejection") (param i32 i32 i32))
  (func (export "host_module_normalize") (param i32 i32) (result i32) (i32.const 0))
  (func (export "host_module_load") (param i32 i32) (result i32) (i32.const 0))

  ;; Calls dispatch(index).
  (func $serve (param $index i32)
    (local $number i32)
    (call $boot)
    (local.set $number (call $qjs-new-number (f64.convert_i32_s (local.get $index))))
    (i32.store (global.get $arguments) (local.get $number))
    (call $qjs-free-value (call $call (global.get $dispatch) (i32.const 1)))
    (call $qjs-free-value (local.get $number)))

  ;; Starts the engine and the program, once.
  (func $boot
    (local $names i32) (local $script i32) (local $buffer i32) (local $start i32)
    (if (global.get $dispatch) (then (return)))
    (drop (call $qjs-init))
    (call $qjs-set-max-stack-size (global.get $stack-size))
    (global.set $undefined (call $qjs-get-undefined))
    (global.set $arguments (call $allocate (i32.const 16)))
    (global.set $frame (call $allocate (i32.const {{frame-size}})))

    (local.set $names (call $allocate (global.get $names-size)))
    (memory.init $names (local.get $names) (i32.const 0) (global.get $names-size))
    (local.set $script (call $allocate (i32.const {{script-size}})))
    (memory.init $script (local.get $script) (i32.const 0) (i32.const {{script-size}}))
    (local.set $start
      (call $checked
        (call $qjs-eval
          (local.get $script) (i32.sub (i32.const {{script-size}}) (i32.const 1)) (local.get $names) (i32.const 0))))
    (call $free (local.get $script))

    (local.set $buffer (call $allocate (i32.const 8)))
    (i64.store (local.get $buffer)
      (call $js-new-array-buffer (call $qjs-get-context) (global.get $base) (global.get $memory-size)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))
    (i32.store (global.get $arguments) (local.get $buffer))
    (i32.store offset=4 (global.get $arguments)
      (call $qjs-new-number (f64.convert_i32_u (global.get $base))))
    (i32.store offset=8 (global.get $arguments)
      (call $qjs-new-number (f64.convert_i32_u (global.get $frame))))
    (i32.store offset=12 (global.get $arguments)
      (call $qjs-new-host-function
        (i32.add (local.get $names) (global.get $file-name-size))
        (i32.sub (global.get $names-size) (global.get $file-name-size))
        (i32.const 2)))
    (global.set $dispatch (call $call (local.get $start) (i32.const 4))))

  ;; Calls a function with the first `count` values of $arguments.
  (func $call (param $function i32) (param $count i32) (result i32)
    (call $checked
      (call $qjs-call (local.get $function) (global.get $undefined) (local.get $count) (global.get $arguments))))

  (func $checked (param $value i32) (result i32)
    (if (call $qjs-is-exception (local.get $value)) (then unreachable))
    (local.get $value))

  (func $number (param $value i32) (result i32)
    (i32.trunc_f64_u (call $qjs-get-float64 (local.get $value))))

  (func $allocate (param $size i32) (result i32)
    (call $reallocate (i32.const 0) (local.get $size)))

  ;; C's realloc, where size 0 frees. Traps when there is no memory.
  (func $reallocate (param $old i32) (param $size i32) (result i32)
    (local $new i32)
    (if (i32.eqz (local.get $size))
      (then
        (call $free (local.get $old))
        (return (i32.const 8))))
    (local.set $new (call $realloc (local.get $old) (local.get $size)))
    (if (i32.eqz (local.get $new)) (then unreachable))
    (local.get $new)))
