// `witloom test DIR`: runs the scenarios of a project in a Chromium without a window, each with new instances.

import { SCENARIOS_FILE, SIDECAR_FILE, WAC_FILE } from "../../core/deliver/file-names.ts";
import type { ProjectFiles } from "../../core/deliver/project-files.ts";
import { readSidecar } from "../../core/deliver/sidecar.ts";
import { printJunit } from "../../core/scenarios/junit.ts";
import { readScenarios } from "../../core/scenarios/read-scenarios.ts";
import type { ScenarioResult } from "../../core/scenarios/scenario-result.ts";
import { parseWac } from "../../core/wac/parser.ts";
import type { Command } from "../command.ts";
import { writeText } from "../component-output.ts";
import { dependencyOptions, DEPENDENCY_HELP, DEPENDENCY_OPTIONS } from "../dependency-options.ts";
import { EXIT, type ExitStatus, Finding, Misuse } from "../exit-status.ts";
import { type HeadlessPage, NoBrowser, openHeadlessPage } from "../headless-page.ts";
import { withProgress } from "../progress.ts";
import { loadProjectFiles } from "../project-files.ts";
import { type GrantsOfProject, resultLines, summaryLines } from "../scenario-report.ts";
import { isReporting, print, printResult, say, sayDiagnostic } from "../terminal.ts";

export const test: Command = {
  name: "test",
  summary: "Run the scenarios of a composition in a headless Chromium",
  usage: "DIR|FILE.wac|FILE.zip [--filter TEXT] [--junit FILE] [--allow-grants] [--browser PATH] [--json] …",
  help: `  --filter TEXT       only scenarios that have TEXT in their names
  --junit FILE        also write a JUnit report, as CI systems read it
  --allow-grants      give instances the grants that witloom.json lists; without it they have none
  --browser PATH      the Chromium to use; else WITLOOM_CHROMIUM, Playwright's, or the system's
  --json              the results: { "package", "results": [{ "name", "durationMs", "failure" }], "problems" }
${DEPENDENCY_HELP}

  The status is 0 if all scenarios passed, 1 if one failed or there are none, 2 for misuse or without a browser.
  Scenarios stand in scenarios.json beside composition.wac; the page writes them, or a person:
    { "format": 1, "scenarios": [
      { "name": "Ada is greeted", "instance": "greeter", "interface": "hello:greeting/greeter@1.0.0",
        "call": "greet(\\"Ada\\", \\"en\\", calm)", "expect": "ok(\\"Hello, Ada.\\")" },
      { "name": "Nobody is asked for", "instance": "store", "call": "open(0)", "expect": { "trap": "unreachable" } },
      { "name": "A picture is needed", "instance": "pipeline", "command": "missing.png",
        "environment": ["LANG=C"], "stdin": "", "expect": { "exit": 1, "stderr": { "contains": "cannot read" } } },
      { "name": "An order is found", "instance": "gateway", "request": "GET /orders/1",
        "headers": ["accept: application/json"], "expect": { "status": 200, "body": { "contains": "grace" } } },
      { "name": "A basket is filled", "steps": [
        { "instance": "shop", "interface": "a:b/c", "call": "[constructor]basket()" },
        { "instance": "shop", "interface": "a:b/c", "call": "[method]basket.add(own<basket> #1, 3)", "expect": "3" },
        { "drop": 1 } ] } ] }
  #1 is the first resource that the steps before gave. Without "expect" a call must only return.

  In CI:
    witloom test . --allow-grants --junit report.xml
  One scenario:
    witloom test . --filter "Ada is greeted"`,
  options: {
    filter: { type: "string" },
    junit: { type: "string" },
    "allow-grants": { type: "boolean" },
    browser: { type: "string" },
    ...DEPENDENCY_OPTIONS,
  },
  async run([path, ...rest], options) {
    if (path === undefined || rest.length > 0) throw new Misuse("test takes one folder, WAC file or zip");
    const { filter, junit, browser } = options;
    const files = await loadProjectFiles(path, dependencyOptions(options));
    const names = scenarioNames(files).filter((name) => typeof filter !== "string" || name.includes(filter));
    if (names.length === 0) return nothingToRun(typeof filter === "string" ? filter : null);
    const grants: GrantsOfProject = { listed: listedGrants(files), allowed: options["allow-grants"] === true };
    try {
      const startMs = performance.now();
      const results = await runInPage(files, names, grants, typeof browser === "string" ? browser : null);
      const suite = packageName(files);
      if (typeof junit === "string") await writeText(junit, printJunit({ name: suite, results }));
      printResult({ package: suite, results }, summaryLines(results, performance.now() - startMs).join("\n"));
      return results.every(({ failure }) => failure === null) ? EXIT.ok : EXIT.finding;
    } catch (thrown) {
      if (!(thrown instanceof NoBrowser)) throw thrown;
      say(`witloom test: ${thrown.message}`);
      return EXIT.misuse;
    }
  },
};

function scenarioNames(files: ProjectFiles): readonly string[] {
  const bytes = files.get(SCENARIOS_FILE);
  const read = bytes ? readScenarios(new TextDecoder().decode(bytes)) : null;
  if (read && !read.ok) {
    sayDiagnostic(read.error, SCENARIOS_FILE);
    throw new Finding();
  }
  return read?.value.map(({ name }) => name) ?? [];
}

function nothingToRun(filter: string | null): ExitStatus {
  printResult({ results: [] }, "");
  say(filter === null ? `There are no scenarios: no ${SCENARIOS_FILE}` : `No scenario has \`${filter}\` in its name`);
  return EXIT.finding;
}

function listedGrants(files: ProjectFiles): GrantsOfProject["listed"] {
  const bytes = files.get(SIDECAR_FILE);
  const sidecar = bytes ? readSidecar(new TextDecoder().decode(bytes)) : null;
  return sidecar?.ok ? sidecar.value.grants : new Map();
}

function packageName(files: ProjectFiles): string {
  const parsed = parseWac(new TextDecoder().decode(files.get(WAC_FILE)));
  if (!parsed.ok) return WAC_FILE;
  const { name, version } = parsed.value.package;
  return version === null ? name : `${name}@${version}`;
}

async function runInPage(
  files: ProjectFiles,
  names: readonly string[],
  grants: GrantsOfProject,
  browser: string | null,
): Promise<readonly ScenarioResult[]> {
  const page = await withProgress("Starting Chromium", () => openHeadlessPage(browser));
  try {
    await withProgress("Opening the project", () => openProject(page, files, grants.allowed));
    const results: ScenarioResult[] = [];
    for (const name of names) {
      const result = await withProgress(name, () => runScenario(page, name));
      results.push(result);
      if (!isReporting()) print(resultLines(result, grants).join("\n"));
    }
    return results;
  } finally {
    await page.close();
  }
}

interface PageSnapshot {
  readonly documents: readonly unknown[];
  readonly notices: readonly { readonly message: string }[];
  readonly scenarios: readonly { readonly name: string; readonly result: ScenarioResult | null }[];
}

async function openProject(page: HeadlessPage, files: ProjectFiles, allowGrants: boolean): Promise<void> {
  const listed = Array.from(files, ([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]);
  const before = (await page.snapshot()) as PageSnapshot;
  await page.execute("document.open-files", { title: "project", files: listed, isOurs: allowGrants });
  const { documents, notices } = (await page.snapshot()) as PageSnapshot;
  if (documents.length > before.documents.length) return;
  for (const { message } of notices) say(message);
  throw new Finding();
}

async function runScenario(page: HeadlessPage, name: string): Promise<ScenarioResult> {
  await page.execute("scenarios.run", { names: [name] });
  const { scenarios, notices } = (await page.snapshot()) as PageSnapshot;
  const result = scenarios.find((scenario) => scenario.name === name)?.result;
  if (result) return result;
  const message = notices.at(-1)?.message ?? "It was not run";
  return {
    name,
    durationMs: 0,
    failure: { step: null, action: null, message, comparison: null, refusals: [], accepted: null },
  };
}
