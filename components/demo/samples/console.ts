// A run's output: a few telling lines first, then as many as asked for, made when they are looked at.
// Nothing is stored, so a hundred thousand lines cost nothing to have.

import type { ConsoleLine, ConsoleLines } from "../../console/console-model.ts";

const FIRST: readonly ConsoleLine[] = [
  { stream: "system", instance: null, text: "Started 7 instances in 184 ms" },
  { stream: "stdout", instance: "gateway", text: "\u001B[32mINFO\u001B[0m listening on \u001B[1m/run/orders-service/\u001B[0m" },
  { stream: "stdout", instance: "auth", text: "\u001B[34mDEBUG\u001B[0m verified token for \u001B[36mu-204\u001B[0m, scopes [write]" },
  { stream: "stdout", instance: "store", text: "opened order #7 \u001B[2m(2 lines, total 41.90 eur)\u001B[0m" },
  { stream: "stderr", instance: "store", text: "could not reach ledger.shop.example: HTTP-request-denied" },
  { stream: "stdout", instance: "pricing-flat", text: "\u001B[33mWARN\u001B[0m coupon \u001B[7m SPRING \u001B[0m is not known, \u001B[4mignored\u001B[0m" },
  { stream: "stdout", instance: "validate", text: "\u001B[38;5;208mpalette\u001B[0m \u001B[38;2;208;60;144mtrue colour\u001B[0m \u001B[41mground\u001B[0m \u001B[3mitalic\u001B[0m" },
  { stream: "system", instance: null, text: "store was refused wasi:http/outgoing-handler" },
];

export const CONSOLE_INSTANCES = ["gateway", "auth", "store", "pricing-flat", "validate"];

export function consoleOf(count: number): ConsoleLines {
  return {
    count,
    lineAt: (index) =>
      FIRST[index] ?? {
        stream: index % 97 === 0 ? "stderr" : "stdout",
        instance: CONSOLE_INSTANCES[index % CONSOLE_INSTANCES.length] ?? null,
        text: `\u001B[2m${String(index).padStart(6, "0")}\u001B[0m handled \u001B[36m/orders/${index % 211}\u001B[0m in ${(index % 37) / 4} ms${index % 53 === 0 ? ` with headers ${"accept: application/json; ".repeat(8)}` : ""}`,
      },
  };
}
