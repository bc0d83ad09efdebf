import { expect, it } from "vitest";
import { demangle } from "./demangle.ts";

it.each([
  ["_ZN4core3fmt5write17h0123456789abcdefE", "core::fmt::write"],
  ["_ZN4core9panicking5panic17h0123456789abcdefE.llvm.123", "core::panicking::panic"],
  [
    "_ZN58_$LT$alloc..string..String$u20$as$u20$core..fmt..Write$GT$9write_str17h0123456789abcdefE",
    "<alloc::string::String as core::fmt::Write>::write_str",
  ],
  ["_RNvNtCs1234_4core3fmt5write", "core::fmt::write"],
  ["_RNvCs4fqI2P2rA04_5pizza7topping", "pizza::topping"],
  ["_RINvNtCs1_4core3ptr4readhE", "core::ptr::read"],
  ["_RNCNvCs1_5pizza3eat0", "pizza::eat::{closure}"],
  ["_RNvMs_Cs1_5pizzaNtB2_3Pie3cut", "_RNvMs_Cs1_5pizzaNtB2_3Pie3cut"],
  ["cabi_realloc", "cabi_realloc"],
  ["_ZN9_ZN99999E", "_ZN9_ZN99999E"],
  ["_Z3fooi", "_Z3fooi"],
  ["", ""],
])("%s is %s", (mangled, name) => expect(demangle(mangled)).toBe(name));
