// A component → JavaScript and core modules, by jco. Options are those that the run worker relies on:
// its own instantiation per run, strict values, and one import key per version of an interface.

import { fail, ok, type Result } from "../../core/base/result.ts";
import { readComponent } from "../../core/wit/read.ts";
import type { ComponentType } from "../../core/wit/types.ts";
import type { Artifact, CoreModule } from "./artifact.ts";
import { withExactAbi } from "./exact-abi.ts";
import { findAsync } from "./find-async.ts";
import type { ToolchainError } from "./toolchain-error.ts";
import { mendSuspended } from "./suspended-code.ts";
import { type Suspending, suspendingNames } from "./suspending-names.ts";
import { asking, type Bindgen } from "./tools.ts";

export interface TranspileOptions {
  /** True where the engine runs modules with two memories; without it, copying between memories is 200 times slower. */
  readonly multiMemory: boolean;
  /** Where calls are suspended; null for code that blocks. */
  readonly suspending: Suspending | null;
}

/**
 * The artifact of the component in `bytes`, which are borrowed.
 * @returns `not-readable`, `unsupported`, or jco's own `refused`.
 */
export async function transpile(
  bytes: Uint8Array,
  options: TranspileOptions,
  load: () => Promise<Bindgen>,
): Promise<Result<Artifact, ToolchainError>> {
  const component = readComponent(bytes);
  if (!component.ok) return fail({ kind: "not-readable", error: component.error });
  const { type } = component.value;
  const what = findAsync(type);
  if (what !== null) return fail({ kind: "unsupported", feature: "async", what });
  const { suspending } = options;
  const asyncMode = suspending && { tag: "jspi" as const, val: suspendingNames(type, suspending) };
  const generated = await asking(async () => {
    const { generate } = await load();
    return generate(bytes, {
      name: "component",
      instantiation: { tag: "async" },
      map: identityMap(type),
      multiMemory: options.multiMemory,
      strict: true,
      noTypescript: true,
      noNodejsCompat: true,
      ...(asyncMode && { asyncMode }),
    });
  });
  if (!generated.ok) return generated;
  const artifact = artifactOf(generated.value.files, generated.value.imports);
  return ok(suspending ? { ...artifact, js: mendSuspended(artifact.js) } : artifact);
}

/** Without it two versions of one interface would collapse into one import. */
function identityMap({ imports }: ComponentType): [string, string][] {
  return Array.from(imports.keys())
    .filter((name) => name.includes("@"))
    .map((name) => [name, name]);
}

function artifactOf(files: readonly (readonly [string, Uint8Array])[], imports: readonly string[]): Artifact {
  let js = "";
  const modules: CoreModule[] = [];
  for (const [file, bytes] of files) {
    if (file.endsWith(".js")) js = withExactAbi(new TextDecoder().decode(bytes));
    else if (file.endsWith(".wasm")) modules.push({ file, bytes: bytes.slice() });
  }
  return { js, modules, imports };
}
