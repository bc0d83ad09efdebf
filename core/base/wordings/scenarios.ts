// The wording of diagnostics on scenarios and the file that keeps them: codes W094x.

import type { Wordings } from "./wording-table.ts";

export const SCENARIOS = {
  "scenarios-unreadable": {
    code: "W0940",
    message: () => "`scenarios.json` can't be read.",
    help: "It is a JSON object with the members `format` and `scenarios`.",
  },
  "scenario-malformed": {
    code: "W0941",
    message: ({ place, expected }) =>
      `\`scenarios.json\` has something else at \`${place}\` than expected: ${expected}.`,
    help: "A step is a `call`, a `command`, a `request` or a `drop`; `witloom help test` shows one of each.",
  },
  "scenarios-too-new": {
    code: "W0942",
    message: ({ format, known }) =>
      `\`scenarios.json\` has format ${format}; this version of Witloom reads up to ${known}.`,
    help: "Open it with a newer version of Witloom.",
  },
  "scenario-name-taken": {
    code: "W0943",
    message: ({ name }) => `There is another scenario called \`${name}\`.`,
    help: "Each scenario of a composition has a name of its own.",
  },
  "invalid-scenario-name": {
    code: "W0944",
    message: ({ name }) => `\`${name}\` can't name a scenario.`,
    help: "A name is one line of up to 200 characters, without blanks around it.",
  },
  "too-many-scenarios": {
    code: "W0945",
    message: ({ what, bound }) => `There are more than ${bound} ${what}.`,
    help: "Split the composition, or leave out those that say the same.",
  },
} satisfies Partial<Wordings>;
