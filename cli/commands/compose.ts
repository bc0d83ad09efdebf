// `witloom compose DIR|FILE.wac -o OUT`: one component out of many.

import { open } from "node:fs/promises";
import { compose as composeChunks } from "../../core/compose/compose.ts";
import { diagnose, isError } from "../../core/graph/diagnose.ts";
import type { Command } from "../command.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { EXIT, Finding, Misuse } from "../exit-status.ts";
import { loadComposition } from "../load.ts";
import { sayDiagnostic } from "../terminal.ts";
import { VERSION } from "../version.ts";

export const compose: Command = {
  name: "compose",
  summary: "Compose a WAC file or a project folder to one component",
  usage: "DIR|FILE.wac [-o OUT] [--import-dependencies] [--deps-dir DIR] [-d PKG=FILE]…",
  help: `  -o, --output OUT           where to write the component; standard output without it
  -i, --import-dependencies  import the components instead of embedding them
${DEPENDENCY_HELP}

  witloom compose . -o app.wasm
  witloom compose app.wac --deps-dir deps -d shop:store=build/store.wasm -o app.wasm`,
  options: {
    output: { type: "string", short: "o" },
    "import-dependencies": { type: "boolean", short: "i" },
    ...DEPENDENCY_OPTIONS,
  },
  async run([path, ...rest], options) {
    if (path === undefined || rest.length > 0) throw new Misuse("compose takes one folder or WAC file");
    const output = options["output"];
    if (output === undefined && process.stdout.isTTY) throw new Misuse("name the file to write with -o");
    const loaded = await loadComposition(path, dependencyOptions(options));
    const chunks = composeLoaded(loaded, options["import-dependencies"] !== true);
    await writeChunks(chunks, typeof output === "string" ? output : null);
    return EXIT.ok;
  },
};

type Loaded = Awaited<ReturnType<typeof loadComposition>>;

function composeLoaded({ composition, componentOf, bytesOf }: Loaded, embed: boolean): readonly Uint8Array[] {
  const { evaluation, problems } = diagnose(composition, componentOf);
  const errors = problems.filter(isError);
  const options = { packageName: composition.packageName, embed, toolVersion: VERSION };
  const composed = composeChunks(evaluation, bytesOf, options);
  if (composed.ok && errors.length === 0) return composed.value;
  const found = errors.length > 0 || composed.ok ? errors : composed.error;
  for (const error of found) sayDiagnostic(error, null);
  throw new Finding();
}

async function writeChunks(chunks: readonly Uint8Array[], path: string | null): Promise<void> {
  if (path === null) {
    for (const chunk of chunks) process.stdout.write(chunk);
    return;
  }
  const file = await open(path, "w").catch(() => {
    throw new Misuse(`cannot write ${path}`);
  });
  try {
    for (const chunk of chunks) await file.write(chunk);
  } finally {
    await file.close();
  }
}
