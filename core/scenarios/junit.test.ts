// What an XML parser makes of a report is looked at in a browser: `e2e/cli-test.e2e.ts`.

import { describe, expect, it } from "vitest";
import { printJunit } from "./junit.ts";

describe("a JUnit report", () => {
  it("has a suite with a case for each scenario, times in seconds", () => {
    const failure = {
      step: 1,
      action: 'greet("Ada")',
      message: "expected `ok(1)`, found `ok(2)`",
      comparison: { expected: "ok(1)", found: "ok(2)" },
      refusals: [{ instance: "greeter", grants: ["clocks"], text: "greeter was refused the clocks" }],
      accepted: null,
    };
    const text = printJunit({
      name: "hello:app@1.0.0",
      results: [
        { name: "one", durationMs: 1_234.5678, failure: null },
        { name: "two", durationMs: 0.4, failure },
      ],
    });
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="witloom" tests="2" failures="1" errors="0" skipped="0" time="1.235">
  <testsuite name="hello:app@1.0.0" tests="2" failures="1" errors="0" skipped="0" time="1.235">
    <testcase name="one" classname="hello:app@1.0.0" time="1.235"/>
    <testcase name="two" classname="hello:app@1.0.0" time="0.000">
      <failure type="scenario" message="expected \`ok(1)\`, found \`ok(2)\`">step 1, greet(&quot;Ada&quot;): expected \`ok(1)\`, found \`ok(2)\`&#10;expected:&#10;  ok(1)&#10;found:&#10;  ok(2)&#10;greeter was refused the clocks</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it("escapes what XML gives a meaning, and leaves out what it can't have", () => {
    const name = "<&>\"'\u0000\u001b[31m\ufffe\ud800\t\n𝄞";
    const text = printJunit({ name: "a:b", results: [{ name, durationMs: 0, failure: null }] });
    expect(text).toContain(`name="&lt;&amp;&gt;&quot;'[31m&#9;&#10;𝄞"`);
  });
});
