// `witloom compose DIR|FILE.wac -o OUT`: one component out of many.

import type { Command } from "../command.ts";
import { checkOutputOptions, OUTPUT_HELP, OUTPUT_OPTIONS, writeComponent } from "../component-output.ts";
import { composeLoaded } from "../compose-loaded.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { loadComposition } from "../load.ts";
import { withProgress } from "../progress.ts";

export const compose: Command = {
  name: "compose",
  summary: "Compose a WAC file or a project folder to one component",
  usage: "DIR|FILE.wac [-o OUT] [-t] [-i] [--no-validate] [--deps-dir DIR] [-d PKG=FILE]… [--json]",
  help: `${OUTPUT_HELP}
  -i, --import-dependencies
                      import the components instead of embedding them
${DEPENDENCY_HELP}

  A project to a component that runs anywhere:
    witloom compose . -o app.wasm
  A WAC file, with one component taken from where it was just built:
    witloom compose app.wac -d shop:store=build/store.wasm -o app.wasm
  A look at what composing writes:
    witloom compose app.wac -i -t`,
  options: {
    ...OUTPUT_OPTIONS,
    "import-dependencies": { type: "boolean", short: "i" },
    ...DEPENDENCY_OPTIONS,
  },
  async run([path, ...rest], options) {
    if (path === undefined || rest.length > 0) throw new Misuse("compose takes one folder or WAC file");
    checkOutputOptions(options);
    const loaded = await withProgress(`Reading ${path}`, () => loadComposition(path, dependencyOptions(options)));
    await writeComponent(composeLoaded(loaded, options["import-dependencies"] !== true), options);
    return EXIT.ok;
  },
};
