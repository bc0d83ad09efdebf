// jco and wasm-tools, loaded on first need. Both are components themselves: what they throw is either their answer
// (an error with a payload) or a crash, after which they must not be used again.

import type * as BindgenModule from "@bytecodealliance/jco/component";
import type * as WasmToolsModule from "@bytecodealliance/jco-transpile/wasm-tools";
import { fail, ok, type Result } from "../../core/base/result.ts";
import type { ToolchainError } from "./toolchain-error.ts";

export type Bindgen = typeof BindgenModule;
export type WasmTools = typeof WasmToolsModule;

/** The version whose output `core/values` and the run worker know; part of every cache key. */
export const JCO_TRANSPILE_VERSION = "0.15.0";

export function loadBindgen(): Promise<Bindgen> {
  return import("@bytecodealliance/jco/component");
}

export function loadWasmTools(): Promise<WasmTools> {
  return import("@bytecodealliance/jco-transpile/wasm-tools");
}

/** What `run` returns, or how the tool refused or crashed. */
export async function asking<T>(run: () => T | Promise<T>): Promise<Result<T, ToolchainError>> {
  try {
    return ok(await run());
  } catch (thrown) {
    return fail(errorOf(thrown));
  }
}

function errorOf(thrown: unknown): ToolchainError {
  const isAnswer = typeof thrown === "object" && thrown !== null && Object.hasOwn(thrown, "payload");
  if (isAnswer) return { kind: "refused", message: String((thrown as { payload: unknown }).payload) };
  return { kind: "tool-crashed", message: thrown instanceof Error ? thrown.message : String(thrown) };
}
