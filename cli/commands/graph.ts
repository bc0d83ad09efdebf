// `witloom graph FILE`: a picture of a composition, or of a composed component, as Mermaid text or as SVG.

import { decompose } from "../../core/decompose/decompose.ts";
import { type Drawing, drawingOf } from "../../core/draw/drawing.ts";
import { printMermaid } from "../../core/draw/mermaid.ts";
import { printSvg } from "../../core/draw/svg.ts";
import { evaluate } from "../../core/graph/evaluate.ts";
import type { Graph } from "../../core/graph/graph.ts";
import type { Command, OptionValues } from "../command.ts";
import { writeText } from "../component-output.ts";
import { isComposition } from "../compose-loaded.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { EXIT, Finding, Misuse } from "../exit-status.ts";
import { layOutDrawing } from "../layout-drawing.ts";
import { loadComponent, loadComposition, type LoadOptions } from "../load.ts";
import { withProgress } from "../progress.ts";
import { print, printResult, sayDiagnostic } from "../terminal.ts";

export const graph: Command = {
  name: "graph",
  summary: "Draw a composition or a composed component, as Mermaid or SVG",
  usage:
    "DIR|FILE.wac|FILE.wasm [--format mermaid|svg] [-o OUT] [--no-imports] [--deps-dir DIR] [-d PKG=FILE]… [--json]",
  help: `  --format FORMAT     mermaid or svg; by the ending of OUT, else mermaid
  -o, --output OUT    where to write it; standard output without it
  --no-imports        leave out what the host provides
  --json              the picture as data: { "boxes": [{ "id", "kind", "title", "inputs": [], "outputs": [] }],
                      "lines": [{ "from": { "box", "port" }, "to", "label" }], "problems": [] }
${DEPENDENCY_HELP}

  Into a README:
    (echo '\`\`\`mermaid'; witloom graph . --no-imports; echo '\`\`\`') >> README.md
  A picture that follows its reader's light or dark:
    witloom graph app.wac -o app.svg
  What is inside this component?
    witloom graph composed.wasm -o composed.svg`,
  options: {
    format: { type: "string" },
    output: { type: "string", short: "o" },
    "no-imports": { type: "boolean" },
    ...DEPENDENCY_OPTIONS,
  },
  async run([path, ...rest], options) {
    if (path === undefined || rest.length > 0) throw new Misuse("graph takes one composition or composed component");
    const { output } = options;
    const format = formatOf(options["format"], output);
    const { title, graph: drawn } = await loadGraph(path, dependencyOptions(options));
    const drawing = drawingOf(drawn, evaluate(drawn), { hostImports: options["no-imports"] !== true });
    if (options["json"] === true) {
      printResult({ title, ...drawing }, "");
      if (typeof output !== "string") return EXIT.ok;
    }
    const text = format === "svg" ? await svg(title, drawing) : printMermaid(drawing);
    if (typeof output === "string") await writeText(output, text);
    else print(text);
    return EXIT.ok;
  },
};

async function svg(title: string, drawing: Drawing): Promise<string> {
  const places = await withProgress("Laying out", () => layOutDrawing(drawing));
  return printSvg(title, drawing, places);
}

function formatOf(given: OptionValues[string], output: OptionValues[string]): "mermaid" | "svg" {
  if (given === undefined) return typeof output === "string" && output.endsWith(".svg") ? "svg" : "mermaid";
  if (given === "mermaid" || given === "svg") return given;
  throw new Misuse(`--format is mermaid or svg, not ${given.toString()}`);
}

async function loadGraph(path: string, options: LoadOptions): Promise<{ title: string; graph: Graph }> {
  if (isComposition(path)) {
    const loaded = await loadComposition(path, options);
    return { title: loaded.composition.packageName, graph: loaded.graph };
  }
  const { component, bytes } = await loadComponent(path);
  const decomposed = decompose(bytes, component, path);
  if (decomposed.ok) return { title: decomposed.value.packageName, graph: decomposed.value.graph };
  sayDiagnostic(decomposed.error, path);
  throw new Finding();
}
