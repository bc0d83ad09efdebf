// Components for tests and the demo, from text.

import { loadWasmTools } from "../toolchain/tools.ts";

/** A core module in the text format and the world that it implements, which has the name `it`. */
export interface CoreText {
  readonly wit: string;
  readonly core: string;
}

/** `CoreText`, a whole component in the text format, or its bytes. */
export type ComponentText = CoreText | string | Uint8Array<ArrayBuffer>;

/** The component that `text` stands for; rejects with the tool's message where it is wrong. */
export async function buildComponent(text: ComponentText): Promise<Uint8Array<ArrayBuffer>> {
  if (text instanceof Uint8Array) return text;
  const tools = await loadWasmTools();
  if (typeof text === "string") return (await tools.parse(text)).slice();
  const binary = await tools.parse(text.core);
  const embedded = await tools.componentEmbed({ binary, witSource: text.wit, world: "it" });
  return (await tools.componentNew(embedded, [])).slice();
}

/** Arguments by import for the instance `consumer`, from lines like `consumer.import = provider.export`. */
export function wiresInto(consumer: string, wires: string): Map<string, readonly [instance: string, name: string]> {
  const args = new Map<string, readonly [string, string]>();
  for (const line of wires.split("\n")) {
    const [, instance, wanted, provider, offered] = /^\s*([\w-]+)\.(\S+) = ([\w-]+)\.(\S+)\s*$/.exec(line) ?? [];
    if (instance === consumer && wanted && provider && offered) args.set(wanted, [provider, offered]);
  }
  return args;
}
