// Every diagnostic has a sample, a case that provokes it, and a page in docs/diagnostics that shows what it says now.
// UPDATE=1 writes the messages into the pages and the index anew; cause and cure are for a person to write.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Diagnostic, DiagnosticKind } from "../core/base/diagnostics.ts";
import { CODES, describeDiagnostic, formatDiagnostic } from "../core/base/wording.ts";
import { SAMPLES } from "./diagnostic-samples.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PAGES = `${ROOT}docs/diagnostics/`;
const INDEX = "README.md";
const UPDATE = process.env["UPDATE"] !== undefined;

/** Codes that no case provokes, and why. */
const WITHOUT_CASE: Readonly<Record<string, string>> = {
  W3015: "needs more types than a test should build",
};

/** Where the codes of a thousand come from. */
const GROUPS: Readonly<Record<string, string>> = {
  W0: "Running and scenarios",
  W1: "Reading a file",
  W2: "WAC text",
  W3: "A composition",
  W4: "Editing a composition",
  W5: "A project folder",
  W6: "Taking apart, plugging and comparing",
};

function samplesOf(kind: DiagnosticKind): readonly Diagnostic[] {
  return (SAMPLES[kind] ?? []).map((parameters) => ({ kind, ...parameters }) as Diagnostic);
}

function messagesOf(kind: DiagnosticKind): string {
  return samplesOf(kind).map(formatDiagnostic).join("\n\n");
}

const FIRST_BLOCK = /```text\n([\s\S]*?)\n```/;

describe("diagnostics", () => {
  it("have codes of their own", () => {
    const codes = CODES.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
    for (const code of codes) expect(code).toMatch(/^W\d{4}$/);
  });

  it.each(CODES)("$code, $kind, has a sample", ({ code, kind }) => {
    const samples = samplesOf(kind);
    expect(samples.length, `add \`${kind}\` (${code}) to tests/diagnostic-samples.ts`).toBeGreaterThan(0);
    for (const sample of samples) expect(describeDiagnostic(sample).code).toBe(code);
  });

  it.each(CODES)("$code has a page that shows its messages, with a cause and a cure", ({ code, kind }) => {
    const path = `${PAGES}${code}.md`;
    const needed = `write docs/diagnostics/${code}.md as its neighbours are: \`# ${code}: title\`, a \`text\` block, ## Cause, ## Cure; then UPDATE=1 npx vitest run tests/diagnostics.test.ts`;
    expect(existsSync(path), needed).toBe(true);
    const page = readFileSync(path, "utf8");
    expect(page, needed).toMatch(new RegExp(`^# ${code}: \\S.*\n\n\`\`\`text\n`));
    expect(page, needed).toMatch(/\n## Cause\n\n\S[\s\S]*\n## Cure\n\n\S/);
    const messages = messagesOf(kind);
    if (UPDATE)
      writeFileSync(
        path,
        page.replace(FIRST_BLOCK, () => `\`\`\`text\n${messages}\n\`\`\``),
      );
    const shown = FIRST_BLOCK.exec(readFileSync(path, "utf8"))?.[1];
    expect(shown, "UPDATE=1 npx vitest run tests/diagnostics.test.ts writes the messages anew").toBe(messages);
  });

  it("have no page without a code", () => {
    const pages = readdirSync(PAGES).filter((file) => file !== INDEX);
    expect(pages.toSorted()).toEqual(CODES.map(({ code }) => `${code}.md`));
  });

  it("are listed in an index", () => {
    if (UPDATE) writeFileSync(PAGES + INDEX, indexPage());
    expect(readFileSync(PAGES + INDEX, "utf8")).toBe(indexPage());
  });

  it("are provoked by a case or a test each", () => {
    const tests = ["cli/", "core/", "tests/"].flatMap((folder) => filesBelow(folder, ".test.ts"));
    const own = fileURLToPath(import.meta.url);
    const texts = [...filesBelow("tests/fixtures/", ".txt"), ...tests.filter((file) => file !== own)];
    const provoked = new Set(texts.flatMap((file) => readFileSync(file, "utf8").match(/\bW\d{4}\b/g) ?? []));
    const unheld = CODES.map(({ code }) => code).filter((code) => !provoked.has(code) && !(code in WITHOUT_CASE));
    expect(unheld, "add a case below tests/fixtures/cases that provokes them").toEqual([]);
  });
});

function filesBelow(folder: string, ending: string): string[] {
  const files = readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(ending)).map((file) => ROOT + folder + file);
}

function indexPage(): string {
  const lines = [
    "# Diagnostics",
    "",
    "What Witloom says, why, and what to do. `witloom explain W3006` prints a page, `witloom explain --list` this list.",
  ];
  let group = "";
  for (const { code, kind } of CODES) {
    if (code.slice(0, 2) !== group) {
      group = code.slice(0, 2);
      lines.push("", `## ${GROUPS[group] ?? group}`, "");
    }
    const [title = ""] = readFileSync(`${PAGES}${code}.md`, "utf8").split("\n", 1);
    const severity = samplesOf(kind).some((sample) => describeDiagnostic(sample).severity === "warning");
    lines.push(`- [${code}](${code}.md) ${title.replace(`# ${code}: `, "")}${severity ? " (warning)" : ""}`);
  }
  return `${lines.join("\n")}\n`;
}
