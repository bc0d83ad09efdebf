// The wording of diagnostics on editing a composition: codes W4xxx.

import type { Wordings } from "./wording-table.ts";

export const EDITING = {
  "instance-name-taken": {
    code: "W4001",
    message: ({ name, other }) =>
      name === other
        ? `There is an instance called \`${name}\` already.`
        : `\`${name}\` and the instance \`${other}\` count as the same name.`,
    help: ({ name, other }) =>
      name === other ? "Choose another name." : "Letter case and hyphens don't tell names apart. Choose another.",
  },
  "invalid-instance-name": {
    code: "W4002",
    message: ({ name }) => `\`${name}\` can't be the name of an instance.`,
    help: "Use lower-case words joined by hyphens, each beginning with a letter: `my-filter`.",
  },
  "unknown-instance": {
    code: "W4003",
    message: ({ name }) => `There is no instance \`${name}\`.`,
    help: "It may have been renamed or removed.",
  },
  "invalid-package-name": {
    code: "W4004",
    message: ({ name }) => `\`${name}\` can't be the name of a package.`,
    help: "Use a namespace and a name in kebab case, with a version if you like: `demo:greeting@1.0.0`.",
  },
  "component-key-taken": {
    code: "W4005",
    message: ({ key }) => `Another component of this composition goes by \`${key}\`.`,
    help: "Rename one of the two in the library, or give it another version.",
  },
} satisfies Partial<Wordings>;
