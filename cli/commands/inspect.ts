// `witloom inspect FILE`: what a component needs, offers and is made of.

import { printExternItem } from "../../core/wit/print-world.ts";
import type { Part, Producers } from "../../core/binary/parts.ts";
import type { Component } from "../../core/wit/read.ts";
import type { Command } from "../command.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { loadComponent } from "../load.ts";
import { printResult } from "../terminal.ts";

export const inspect: Command = {
  name: "inspect",
  summary: "Show what a component imports and exports, its parts, sizes and producers",
  usage: "FILE [--json]",
  help: `  --json   { "bytes", "imports": [{ "name", "kind", "wit" }], "exports": [], "producers": {}, "root": {}, "notices": [] }

  What does it need and offer?
    witloom inspect greeter.wasm
  Only the names of its imports:
    witloom inspect greeter.wat --json | jq -r '.imports[].name'
  Which part is the large one?
    witloom inspect app.wasm --json | jq '.root.parts | sort_by(-.bytes)[0]'`,
  options: {},
  async run([file, ...rest]) {
    if (file === undefined || rest.length > 0) throw new Misuse("inspect takes one file");
    const { component } = await loadComponent(file);
    const report = inspection(component);
    printResult(report, asText(report));
    return EXIT.ok;
  },
};

interface Inspection {
  readonly bytes: number;
  readonly imports: readonly ExternReport[];
  readonly exports: readonly ExternReport[];
  readonly producers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly root: PartReport;
  readonly notices: readonly { readonly construct: string; readonly byteOffset: number }[];
}

interface ExternReport {
  readonly name: string;
  readonly kind: string;
  readonly wit: string;
}

interface PartReport {
  readonly kind: Part["kind"];
  readonly name: string | null;
  readonly bytes: number;
  readonly parts: readonly PartReport[];
}

function inspection(component: Component): Inspection {
  const externs = (direction: "import" | "export"): ExternReport[] =>
    Array.from(component.type[`${direction}s`], ([name, { kind }]) => {
      return { name, kind, wit: printExternItem(component.type, direction, name) };
    });
  return {
    bytes: component.byteLength,
    imports: externs("import"),
    exports: externs("export"),
    producers: producersAsObject(component.producers),
    root: partReport(component.root),
    notices: component.notices.map(({ construct, byteOffset }) => ({ construct, byteOffset })),
  };
}

function producersAsObject(producers: Producers): Inspection["producers"] {
  return Object.fromEntries(Array.from(producers, ([field, values]) => [field, Object.fromEntries(values)]));
}

function partReport({ kind, name, range, parts }: Part): PartReport {
  return { kind, name, bytes: range.end - range.start, parts: parts.map(partReport) };
}

function asText(report: Inspection): string {
  const lines = [`${report.bytes} bytes`];
  for (const [field, values] of Object.entries(report.producers)) {
    lines.push(
      `${field}: ${Object.entries(values)
        .map(([tool, version]) => `${tool} ${version}`.trim())
        .join(", ")}`,
    );
  }
  for (const direction of ["imports", "exports"] as const) {
    lines.push("", `${direction} ${report[direction].length}`);
    for (const { wit, name, kind } of report[direction])
      lines.push(...(wit || `${kind} ${name}`).split("\n").map((l) => `  ${l}`));
  }
  lines.push("", "parts", ...partLines(report.root, 1));
  if (report.notices.length > 0) lines.push("", "not known to this version");
  for (const { construct, byteOffset } of report.notices) lines.push(`  ${construct} at byte ${byteOffset}`);
  return lines.join("\n");
}

function partLines({ kind, name, bytes, parts }: PartReport, depth: number): string[] {
  const own = `${"  ".repeat(depth)}${kind}${name === null ? "" : ` ${name}`}  ${bytes} bytes`;
  return [own, ...parts.flatMap((part) => partLines(part, depth + 1))];
}
