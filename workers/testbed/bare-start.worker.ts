// The least that a start can cost: a worker imports the generated code of some components and instantiates each by itself,
// with imports that do nothing. No host, no wires, no limits.

import type { RunComponent } from "../run/prepare/run-component.ts";

interface Script {
  instantiate(getModule: (file: string) => WebAssembly.Module | undefined, imports: object): Promise<object>;
}

self.addEventListener("message", async ({ data }: MessageEvent<readonly RunComponent[]>) => {
  const scripts = await Promise.all(data.map(({ js }) => importText(js)));
  for (const [i, { modules }] of data.entries()) {
    const byFile = new Map(modules.map(({ file, module }) => [file, module]));
    await scripts[i]!.instantiate((file) => byFile.get(file), ANYTHING);
  }
  self.postMessage(null, []);
});

async function importText(js: string): Promise<Script> {
  const url = URL.createObjectURL(new Blob([js], { type: "text/javascript" }));
  return (await import(/* @vite-ignore */ url)) as Script;
}

/** Every interface that is imported, with every function in it. */
const ANYTHING = new Proxy({}, { get: () => new Proxy({}, { get: () => () => 0 }) });
