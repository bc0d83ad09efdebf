// The JavaScript stack of an error → the core functions in it. V8 tells module and function names from the `name`
// section, which `prepare-module.ts` has set to instance and module; other engines tell nothing that can be used.

import { demangle } from "./demangle.ts";

export interface CoreFrame {
  readonly instance: string;
  /** `core0`, `core1` …: the core modules of the component, in the order in which it holds them. */
  readonly module: string;
  /** From the module's name section, demangled; `function 12` where it has none. */
  readonly function: string;
  /** Bytes from the start of the core module. */
  readonly byteOffset: number;
}

/** The parts of V8's CallSite that are read here. */
interface CallSite {
  getFunctionName(): string | null;
  getScriptNameOrSourceURL(): string | null;
  getPosition(): number;
  toString(): string;
}

type StackPreparer = (error: Error, sites: readonly CallSite[]) => unknown;

/** Frames that an error keeps: enough to see past generated code into the calling components. */
const STACK_FRAMES = 200;

/** Lets errors keep long stacks, once per thread. */
export function keepLongStacks(): void {
  (Error as { stackTraceLimit?: number }).stackTraceLimit = STACK_FRAMES;
}

/** Characters of a function's name that are told; a module may give it any name. */
const MAX_NAME_LENGTH = 1000;

const MODULE_URL = /^wasm:\/\/wasm\/([^/]+)\/(core\d+)-[0-9a-f]+$/;

/**
 * The core functions on the stack of `error`, innermost first.
 * @param codeShift bytes by which preparing the module moved its code, by its name
 */
export function coreFramesOf(error: unknown, codeShift: (module: string) => number): readonly CoreFrame[] {
  if (!(error instanceof Error)) return [];
  const frames: CoreFrame[] = [];
  const holder = Error as { prepareStackTrace?: StackPreparer };
  const previous = holder.prepareStackTrace;
  holder.prepareStackTrace = (_, sites) => {
    for (const site of sites) {
      const [, instance, module] = MODULE_URL.exec(site.getScriptNameOrSourceURL() ?? "") ?? [];
      if (instance === undefined || module === undefined) continue;
      const byteOffset = site.getPosition() - codeShift(`${instance}/${module}`);
      frames.push({ instance, module, function: functionName(site), byteOffset });
    }
    return "";
  };
  try {
    // V8 formats a stack when it is first read, and asks `prepareStackTrace` then.
    void error.stack;
  } finally {
    if (previous) holder.prepareStackTrace = previous;
    else delete holder.prepareStackTrace;
  }
  return frames;
}

function functionName(site: CallSite): string {
  const name = site.getFunctionName();
  if (name !== null) return demangle(name.slice(0, MAX_NAME_LENGTH));
  const index = /wasm-function\[(\d+)\]/.exec(site.toString())?.[1];
  return index === undefined ? "unknown function" : `function ${index}`;
}
