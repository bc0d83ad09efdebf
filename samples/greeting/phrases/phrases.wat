;; hello:phrases: the phrase book, by hand.
;;
;; All answers lie ready in memory, so nothing is built and nothing has to be freed. The one thing the canonical ABI
;; allocates is the argument of `find`; it lives from `arena` on and is forgotten when the call ends.
(module
  (memory (export "memory") 1)

  (global $books i32 (i32.const 8))       ;; how many languages there are
  (global $tags i32 (i32.const 0x100))    ;; 8 pairs: address and length of a tag, in alphabetical order
  (global $phrases i32 (i32.const 0x140)) ;; 8 pairs: address and length of its phrase
  (global $answer i32 (i32.const 0x180))  ;; where an export leaves its result
  (global $arena i32 (i32.const 0x200))   ;; the first free byte of an idle component
  (global $free (mut i32) (i32.const 0x200))

  (data (i32.const 0x000) "deenesfritjaptsw")
  (data (i32.const 0x010) "Hallo, {}")
  (data (i32.const 0x020) "Hello, {}")
  (data (i32.const 0x030) "Hola, {}")
  (data (i32.const 0x040) "Bonjour, {}")
  (data (i32.const 0x050) "Ciao, {}")
  (data (i32.const 0x060) "こんにちは、{}さん")
  (data (i32.const 0x080) "Olá, {}")
  (data (i32.const 0x090) "Habari, {}")

  (data (i32.const 0x100)
    "\00\00\00\00\02\00\00\00" "\02\00\00\00\02\00\00\00" "\04\00\00\00\02\00\00\00" "\06\00\00\00\02\00\00\00"
    "\08\00\00\00\02\00\00\00" "\0a\00\00\00\02\00\00\00" "\0c\00\00\00\02\00\00\00" "\0e\00\00\00\02\00\00\00")
  (data (i32.const 0x140)
    "\10\00\00\00\09\00\00\00" "\20\00\00\00\09\00\00\00" "\30\00\00\00\08\00\00\00" "\40\00\00\00\0b\00\00\00"
    "\50\00\00\00\08\00\00\00" "\60\00\00\00\1a\00\00\00" "\80\00\00\00\08\00\00\00" "\90\00\00\00\0a\00\00\00")

  ;; find(language) -> option<string>: a tag matches by its first subtag, so that `pt-BR` finds `pt`.
  (func $find (export "hello:greeting/phrases@1.0.0#find") (param $tag i32) (param $length i32) (result i32)
    (local $book i32) (local $entry i32)
    (i32.store8 (global.get $answer) (i32.const 0)) ;; none
    (global.set $free (global.get $arena))
    (if (i32.eqz (call $has-two-letters (local.get $tag) (local.get $length)))
      (then (return (global.get $answer))))
    (loop $next
      (if (i32.eq
            (i32.load16_u (local.get $tag))
            (i32.load16_u (i32.shl (local.get $book) (i32.const 1))))
        (then
          (local.set $entry (i32.add (global.get $phrases) (i32.shl (local.get $book) (i32.const 3))))
          (i32.store8 (global.get $answer) (i32.const 1)) ;; some
          (i32.store offset=4 (global.get $answer) (i32.load (local.get $entry)))
          (i32.store offset=8 (global.get $answer) (i32.load offset=4 (local.get $entry)))
          (return (global.get $answer))))
      (local.set $book (i32.add (local.get $book) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $book) (global.get $books))))
    (global.get $answer))

  ;; languages() -> list<string>
  (func $languages (export "hello:greeting/phrases@1.0.0#languages") (result i32)
    (i32.store (global.get $answer) (global.get $tags))
    (i32.store offset=4 (global.get $answer) (global.get $books))
    (global.get $answer))

  ;; Whether the first subtag is two bytes long: the tag ends there, or a hyphen follows.
  (func $has-two-letters (param $tag i32) (param $length i32) (result i32)
    (if (i32.lt_u (local.get $length) (i32.const 3))
      (then (return (i32.eq (local.get $length) (i32.const 2)))))
    (i32.eq (i32.load8_u offset=2 (local.get $tag)) (i32.const 0x2d)))

  ;; Takes the next `size` bytes, aligned, and grows memory when they do not fit; traps when it cannot grow.
  (func $allocate (export "cabi_realloc")
    (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
    (local $start i32) (local $missing i32)
    (local.set $start
      (i32.and
        (i32.add (global.get $free) (i32.sub (local.get $align) (i32.const 1)))
        (i32.sub (i32.const 0) (local.get $align))))
    (global.set $free (i32.add (local.get $start) (local.get $size)))
    (if (i32.lt_u (global.get $free) (local.get $start)) (then unreachable)) ;; past 4 GiB
    (local.set $missing
      (i32.sub
        (i32.shr_u (i32.add (global.get $free) (i32.const 0xffff)) (i32.const 16))
        (memory.size)))
    (if (i32.gt_s (local.get $missing) (i32.const 0))
      (then
        (if (i32.eq (memory.grow (local.get $missing)) (i32.const -1)) (then unreachable))))
    (memory.copy (local.get $start) (local.get $old) (local.get $old-size))
    (local.get $start)))
