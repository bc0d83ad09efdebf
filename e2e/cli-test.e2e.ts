// `witloom test` as a shell runs it: the scenarios of a project in a browser of its own, and its report in an XML parser.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { findBrowser } from "../scripts/browser.js";

const GREETING = "public/samples/greeting";
const PIPELINE = "public/samples/image-pipeline";

// A browser is started inside of the browser test.

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "witloom-test-"));
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function witloomTest(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["cli/witloom.js", "test", ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", WITLOOM_CHROMIUM: findBrowser() ?? "" },
  });
  return { status, stdout, stderr };
}

/** A copy of `sample` with other scenarios. */
function projectWith(sample: string, scenarios: readonly object[]): string {
  const project = join(folder, "project");
  cpSync(sample, project, { recursive: true });
  writeFileSync(join(project, "scenarios.json"), JSON.stringify({ format: 1, scenarios }));
  return project;
}

/** What a parser of XML, the browser's, makes of the report at `path`. */
function readReport(page: Page, path: string) {
  return page.evaluate(
    (text) => {
      const xml = new DOMParser().parseFromString(text, "application/xml");
      const attributes = (element: Element) => {
        return Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
      };
      return {
        root: xml.documentElement.localName,
        suites: Array.from(xml.querySelectorAll("testsuites > testsuite"), attributes),
        cases: Array.from(xml.querySelectorAll("testsuite > testcase"), (element) => {
          const failure = element.querySelector("failure");
          return {
            ...attributes(element),
            failure: failure && { message: failure.getAttribute("message"), text: failure.textContent },
          };
        }),
      };
    },
    readFileSync(path, "utf8"),
  );
}

test("passing scenarios: a line each, status 0, and a report", async ({ page }) => {
  const report = join(folder, "report.xml");
  const { status, stdout, stderr } = witloomTest(GREETING, "--junit", report);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^✓ Ada is greeted calmly {2}\d/);
  expect(stdout).toContain("Scenarios  4 passed (4)");
  const { root, suites, cases } = await readReport(page, report);
  expect(root).toBe("testsuites");
  expect(suites).toMatchObject([{ name: "hello:greeting-app@1.0.0", tests: "4", failures: "0" }]);
  expect(cases.map(({ failure }) => failure)).toEqual([null, null, null, null]);
});

test("failing scenarios: the difference, status 1, and names that XML gives a meaning", async ({ page }) => {
  const report = join(folder, "report.xml");
  const call = { instance: "greeter", interface: "hello:greeting/greeter@1.0.0", call: 'greet("<&>", "en", calm)' };
  const project = projectWith(GREETING, [
    { name: `<b>&amp; "it's" ]]>`, ...call, expect: 'ok("Hello, ]]> \\u{1b}.")' },
    { name: "There is no such function", ...call, call: "wave()" },
  ]);
  const { status, stdout } = witloomTest(project, "--junit", report);
  expect(status).toBe(1);
  expect(stdout).toContain('+ ok("Hello, <&>.")');
  const { cases } = await readReport(page, report);
  expect(cases).toMatchObject([
    { name: `<b>&amp; "it's" ]]>`, failure: { text: expect.stringContaining('  ok("Hello, <&>.")') } },
    { failure: { message: expect.stringContaining("There is no function wave") } },
  ]);
});

test("grants are given only when that is said, and a refusal names what lacks and how to give it", () => {
  const filter = ["--filter", "Three names"];
  const refused = witloomTest(PIPELINE, ...filter);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain("pipeline was refused wasi:cli/environment get-arguments");
  expect(refused.stdout).toContain("witloom.json grants arguments to pipeline: --allow-grants gives what it lists");
  const given = witloomTest(PIPELINE, ...filter, "--allow-grants", "--json");
  expect(given.status).toBe(0);
  expect(JSON.parse(given.stdout)).toMatchObject({
    package: "pixel:image-pipeline@1.0.0",
    results: [{ name: "Three names are too many", failure: null }],
    problems: [],
  });
});

test("a browser that can't be used is told with the status of misuse", () => {
  const { status, stderr } = witloomTest(GREETING, "--browser", join(folder, "none"));
  expect(status).toBe(2);
  expect(stderr).toContain("could not be used");
});
