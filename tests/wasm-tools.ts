// wasm-tools as an oracle: builds components from WIT or WAT, and says whether bytes are a valid component.

import { componentEmbed, componentNew, componentWit, parse } from "@bytecodealliance/jco-transpile/wasm-tools";

/** The component that `wat` describes. */
export async function componentFromWat(wat: string): Promise<Uint8Array> {
  return parse(wat);
}

/** A component with the world of `wit` and functions that do nothing. */
export async function componentFromWit(wit: string, world?: string): Promise<Uint8Array> {
  const core = await componentEmbed({ dummy: true, witSource: wit, ...(world === undefined ? {} : { world }) });
  return componentNew(core, []);
}

/** The world of a component as wasm-tools prints it; null where it refuses, or where WIT can't express it. */
export async function worldOf(bytes: Uint8Array): Promise<string | null> {
  try {
    return await componentWit(bytes);
  } catch {
    return null;
  }
}

/** Null for a valid component, else what wasm-tools says of it. */
export async function validationError(bytes: Uint8Array): Promise<string | null> {
  try {
    await componentWit(bytes);
    return null;
  } catch (thrown) {
    const message = messageOf(thrown);
    // A component that is valid but that WIT can't express.
    return NOT_IN_WIT.some((text) => message.includes(text)) ? null : message;
  }
}

const NOT_IN_WIT = ["cannot represent this component in WIT", "was not a function or instance"];

function messageOf(thrown: unknown): string {
  const payload = (thrown as { payload?: unknown }).payload;
  return typeof payload === "string" ? payload : String(thrown);
}
