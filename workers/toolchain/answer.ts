// A question to the toolchain worker → its answer. Tests call this in Node.

import type { ToolAnswer, ToolQuestion } from "./toolchain.protocol.ts";
import { loadBindgen, loadWasmTools } from "./tools.ts";
import { transpile } from "./transpile.ts";
import { validate } from "./validate.ts";
import { parseWat, printWat } from "./wat.ts";
import { encodeWit } from "./wit.ts";

export function answer(question: ToolQuestion): Promise<ToolAnswer> {
  switch (question.kind) {
    case "transpile":
      return transpile(question.bytes, question.options, loadBindgen);
    case "parse-wat":
      return parseWat(question.text, loadWasmTools);
    case "encode-wit":
      return encodeWit(question.files, loadWasmTools);
    case "print-wat":
      return printWat(question.bytes, loadWasmTools);
    case "validate":
      return validate(question.bytes, loadWasmTools);
  }
}
