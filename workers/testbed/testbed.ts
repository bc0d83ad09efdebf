// The run engine alone in a page: its scenarios and measures by name, for the browser tests and the bench.

import { conformanceScenarios } from "./conformance.ts";
import { httpScenarios } from "./http-scenarios.ts";
import { measures } from "./measures.ts";
import { scenarios } from "./scenarios.ts";
import { terminalScenarios } from "./terminal-scenarios.ts";
import { waitScenarios } from "./wait-scenarios.ts";

Object.assign(globalThis, {
  scenarios: { ...scenarios, ...httpScenarios, ...terminalScenarios, ...conformanceScenarios, ...waitScenarios },
  measures,
});
