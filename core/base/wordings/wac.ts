// The wording of diagnostics on WAC text: codes W2xxx.

import { LIMIT_UNITS } from "../limits.ts";
import { didYouMean, pathOfKey } from "../phrases.ts";
import type { Wordings } from "./wording-table.ts";

export const WAC = {
  "wac-unexpected-character": {
    code: "W2001",
    message: ({ character }) => `\`${character}\` means nothing here.`,
    help: "Remove it. Outside of comments and strings, WAC is written in plain letters, digits and a few signs.",
  },
  "wac-unterminated": {
    code: "W2002",
    message: ({ what }) => `This ${what} does not end.`,
    help: ({ what }) => (what === "string" ? 'Close it with `"` on the same line.' : "Close it with `*/`."),
  },
  "wac-expected": {
    code: "W2003",
    message: ({ expected, found }) => `Expected ${expected}, found ${found}.`,
  },
  "wac-too-deep": {
    code: "W2004",
    message: ({ bound }) => `Expressions and types are nested more than ${bound} deep.`,
    help: "Give what lies inside a name of its own, with `let` or `type`.",
  },
  "wac-invalid-version": {
    code: "W2005",
    message: ({ version }) => `\`${version}\` is not a full version.`,
    help: "A version has three numbers, as in `1.2.0`, and may have a pre-release after them.",
  },
  "wac-unknown-name": {
    code: "W2102",
    message: ({ name }) => `Nothing is called \`${name}\` up to here.`,
    help: "WAC is read from top to bottom: a name must be declared before it is used, by `let`, `import` or a type statement.",
  },
  "wac-name-taken": {
    code: "W2103",
    message: ({ name }) => `\`${name}\` is bound already.`,
    help: "Choose another name: names in WAC are not variables.",
  },
  "wac-unknown-package": {
    code: "W2104",
    message: ({ key }) => `There is no component \`${key}\`.`,
    help: ({ key }) =>
      `Put it at \`deps/${pathOfKey(key)}.wasm\`, or name its file with \`-d ${key.split("@")[0]}=FILE\`.`,
  },
  "wac-unknown-import": {
    code: "W2105",
    message: ({ key, name }) => `\`${key}\` has no import \`${name}\`.`,
    help: ({ name, known }) => didYouMean(name, known, "imports"),
  },
  "wac-unknown-export": {
    code: "W2106",
    message: ({ instance, name }) => `\`${instance}\` has no export \`${name}\`.`,
    help: ({ name, known }) => didYouMean(name, known, "exports"),
  },
  "wac-not-an-instance": {
    code: "W2107",
    message: ({ name }) => `\`${name}\` is not a component instance.`,
    help: "Only instances have exports to take: what `new` makes, and imported interfaces.",
  },
  "wac-missing-argument": {
    code: "W2108",
    message: ({ name, key }) => `\`${key}\` needs an argument for its import \`${name}\`.`,
    help: "Give one, or end the arguments with `...` to let the composition import it.",
  },
  "wac-argument-twice": {
    code: "W2109",
    message: ({ name }) => `The import \`${name}\` is given twice.`,
    help: "Remove one of the two.",
  },
  "wac-nothing-to-spread": {
    code: "W2110",
    message: ({ name }) => `Spreading \`${name}\` brings nothing here.`,
    help: "Spreading gives exports to the open imports of the same name, or exports what is not exported yet; there are none.",
  },
  "wac-export-twice": {
    code: "W2111",
    message: ({ name }) => `\`${name}\` is exported already.`,
    help: "Export it under another name with `as`.",
  },
  "wac-own-package": {
    code: "W2112",
    message: ({ name }) => `\`${name}\` is the package that this text defines: it can't instantiate itself.`,
    help: "Name another component after `new`, or give this package another name.",
  },
  "wac-unknown-member": {
    code: "W2113",
    message: ({ of, name }) => `\`${of}\` has no \`${name}\`.`,
    help: ({ name, known }) => didYouMean(name, known),
  },
  "wac-wrong-kind": {
    code: "W2114",
    message: ({ name, expected, found }) => `\`${name}\` is ${found}; ${expected} is needed here.`,
  },
  "wac-duplicate": {
    code: "W2115",
    message: ({ what, name }) => `The ${what} \`${name}\` stands here twice.`,
    help: "Rename one of the two, or remove it.",
  },
  "wac-borrow-in-result": {
    code: "W2116",
    message: () => "A result can't hold a borrowed handle: it would outlive the call.",
    help: "Return the resource itself, which hands it over, or an identifier for it.",
  },
  "wac-own-type-in-import": {
    code: "W2117",
    message: ({ name, type }) =>
      `The import \`${name}\` mentions \`${type}\`, which this text declares: an importer can't know it.`,
    help: "Declare the type in an interface, and import that interface.",
  },
  "wac-import-twice": {
    code: "W2118",
    message: ({ name }) => `\`${name}\` is imported already.`,
    help: "Import it under another name with `as`.",
  },
  "wac-invalid-import-name": {
    code: "W2119",
    message: ({ name }) => `\`${name}\` can't be the name of an import.`,
    help: "Use a kebab-case label such as `my-import`, or an interface name such as `ns:package/interface@1.0.0`.",
  },
  "wac-export-needs-name": {
    code: "W2120",
    message: () => "This export has no name of its own.",
    help: "Give it one with `as`.",
  },
  "wac-include-conflict": {
    code: "W2121",
    message: ({ name, world }) => `\`${world}\` brings \`${name}\`, which this world has already.`,
    help: ({ name }) => `Give it another name: \`with { ${name} as other-name }\`.`,
  },
  "wac-limit": {
    code: "W2122",
    message: ({ limit, bound }) => `This takes more than ${bound} ${LIMIT_UNITS[limit]}.`,
    help: "Text beyond this bound is not resolved, to keep the page safe from hostile input.",
  },
} satisfies Partial<Wordings>;
