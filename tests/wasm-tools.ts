// wasm-tools as an oracle: builds components from WIT or WAT, and says whether bytes are a valid component.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { componentEmbed, componentNew, type componentWit, parse } from "@bytecodealliance/jco-transpile/wasm-tools";

/** The component that `wat` describes. */
export async function componentFromWat(wat: string): Promise<Uint8Array> {
  return parse(wat);
}

/** A component with the world of `wit` and functions that do nothing. */
export async function componentFromWit(wit: string, world?: string): Promise<Uint8Array> {
  const core = await componentEmbed({ dummy: true, witSource: wit, ...(world === undefined ? {} : { world }) });
  return componentNew(core, []);
}

/** The world of a valid component as wasm-tools prints it, without its interfaces; null where it can't. */
export async function worldOf(bytes: Uint8Array): Promise<string | null> {
  if ((await validationError(bytes)) !== null) return null;
  try {
    return await (await currentJudge()).componentWit(bytes);
  } catch {
    return null;
  }
}

/** A component that is valid but that WIT can't express. */
const INEXPRESSIBLE = [
  "cannot represent this component in WIT",
  "failed to decode WIT from",
  "was not a function or instance",
] as const;

/** What `validationError` says where wasm-tools itself broke down: nothing is known of the component. */
export const NO_VERDICT = "wasm-tools broke down";

/** Null for a valid component, else what wasm-tools says of it. */
export async function validationError(bytes: Uint8Array): Promise<string | null> {
  try {
    await (await currentJudge()).componentWit(bytes);
    return null;
  } catch (thrown) {
    if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
      judge = undefined;
      return NO_VERDICT;
    }
    const message = messageOf(thrown);
    return INEXPRESSIBLE.some((text) => message.includes(text)) ? null : message;
  }
}

interface Judge {
  readonly componentWit: typeof componentWit;
}

let copies = 0;
/** Not the copy that other tests share: one that trapped can't be entered again, and damaged components make it trap. */
let judge: Promise<Judge> | undefined;

async function currentJudge(): Promise<Judge> {
  judge ??= anotherCopy();
  return judge;
}

async function anotherCopy(): Promise<Judge> {
  const path = createRequire(import.meta.url).resolve("@bytecodealliance/jco-transpile/wasm-tools");
  copies += 1;
  const url = new URL(`../vendor/wasm-tools.js?copy=${copies}`, pathToFileURL(path));
  const copy = (await import(/* @vite-ignore */ url.href)) as { readonly $init: Promise<void>; readonly tools: Judge };
  await copy.$init;
  return copy.tools;
}

function messageOf(thrown: unknown): string {
  const payload = (thrown as { payload?: unknown }).payload;
  return typeof payload === "string" ? payload : String(thrown);
}

/** As `validationError`, for components that may be packages of WIT, at which wasm-tools' decoder gives up. */
export async function validationErrorInside(bytes: Uint8Array): Promise<string | null> {
  // A component around it: preamble, and a component section with the bytes.
  const length: number[] = [];
  for (let rest = bytes.length; length.length === 0 || rest > 0; rest >>>= 7) {
    length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  }
  return validationError(Uint8Array.from([...bytes.subarray(0, 8), 4, ...length, ...bytes]));
}

const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** An empty core module that carries the type of a world of `witSource`. */
export async function moduleWithWorld(witSource: string, world: string): Promise<Uint8Array> {
  return componentEmbed({ binary: EMPTY_MODULE, witSource, world, features: { tag: "all" } });
}
