// The wording of every diagnostic, with its stable code. Names stand in backticks; readers may set them off.
// Codes: W1xxx reading a file, W2xxx WAC text, W3xxx a composition, W4xxx editing it,
// W5xxx a project folder.

import type { ArgumentPlace, Diagnostic, DiagnosticKind, DiagnosticParameters } from "./diagnostics.ts";
import { describeMismatch, helpWithMismatch } from "./describe-mismatch.ts";
import { LIMIT_UNITS } from "./limits.ts";

export type Severity = "error" | "warning";

export interface Description {
  /** `W3004`; never reused for anything else. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do next, or null. */
  readonly help: string | null;
}

interface Wording<P> {
  readonly code: string;
  readonly severity?: Severity;
  readonly message: (parameters: P) => string;
  readonly help?: string | ((parameters: P) => string | null);
}

const at = (byteOffset: number): string => `byte ${byteOffset} (0x${byteOffset.toString(16)})`;
const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
const DAMAGED =
  "The file is damaged or was not written by a component toolchain. Build it again and check it with `wasm-tools validate`.";

function source(place: ArgumentPlace): string {
  if ("worldImport" in place) return `the composition's import \`${place.worldImport}\``;
  return place.export === "" ? `\`${place.instance}\`` : `\`${place.export}\` of \`${place.instance}\``;
}

function bothNames(name: string, other: string): string {
  return name === other ? `\`${name}\`` : `\`${name}\` or \`${other}\``;
}

/** Up to three of `known` that look like `name`, as a sentence; null where nothing does. */
function didYouMean(name: string, known: readonly string[]): string | null {
  const base = (text: string): string => text.replace(/@.*$/, "").replace(/^.*\//, "");
  const close = known.filter((other) => base(other) === base(name)).slice(0, 3);
  if (close.length > 0) return `Did you mean ${list(close)}?`;
  if (known.length === 0) return "It has none.";
  return `It has ${list(known.slice(0, 6))}${known.length > 6 ? ` and ${known.length - 6} more` : ""}.`;
}

const WORDINGS: { readonly [K in DiagnosticKind]: Wording<DiagnosticParameters[K]> } = {
  "not-wasm": {
    code: "W1001",
    message: () => "This is not a WebAssembly file: it does not begin with `\\0asm`.",
    help: "Drop a `.wasm` component, or WebAssembly text with the ending `.wat`.",
  },
  "core-module": {
    code: "W1002",
    message: () => "This is a core WebAssembly module, not a component.",
    help: "Turn it into one with `wasm-tools component new`, or build for a component target such as `wasm32-wasip2`.",
  },
  "unsupported-layer": {
    code: "W1003",
    message: ({ version, layer }) => `This component format is not known: version ${version}, layer ${layer}.`,
    help: "It was written for an older or newer draft of the Component Model. Build it again with current tools.",
  },
  "unexpected-end": {
    code: "W1004",
    message: ({ byteOffset }) => `The file ends too early, at ${at(byteOffset)}.`,
    help: "It may not have been downloaded or copied whole.",
  },
  malformed: {
    code: "W1005",
    message: ({ what, byteOffset }) => `The file can't be read at ${at(byteOffset)}: ${what} is not well formed.`,
    help: DAMAGED,
  },
  "limit-exceeded": {
    code: "W1006",
    message: ({ limit, bound, found, byteOffset }) =>
      `More than ${bound} ${LIMIT_UNITS[limit]} (${found}), at ${at(byteOffset)}.`,
    help: "Files beyond this bound are not opened, to keep the page safe from hostile input.",
  },
  "invalid-utf8": {
    code: "W1007",
    message: ({ byteOffset }) => `A name at ${at(byteOffset)} is not valid UTF-8.`,
    help: DAMAGED,
  },
  "index-out-of-range": {
    code: "W1008",
    message: ({ space, index, count, byteOffset }) =>
      `${space} ${index} at ${at(byteOffset)} does not exist; there are ${count}.`,
    help: DAMAGED,
  },
  "unexpected-sort": {
    code: "W1009",
    message: ({ expected, found, byteOffset }) => `Expected a ${expected} at ${at(byteOffset)}, found a ${found}.`,
    help: DAMAGED,
  },
  "duplicate-extern-name": {
    code: "W1010",
    message: ({ direction, name, byteOffset }) =>
      `The ${direction} \`${name}\` at ${at(byteOffset)} stands there twice.`,
    help: DAMAGED,
  },
  "missing-instance-export": {
    code: "W1011",
    message: ({ name, byteOffset }) => `An instance has no export \`${name}\`, which ${at(byteOffset)} asks for.`,
    help: DAMAGED,
  },

  "wac-unexpected-character": {
    code: "W2001",
    message: ({ character }) => `\`${character}\` means nothing here.`,
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
    message: ({ bound }) => `Expressions are nested more than ${bound} deep.`,
    help: "Give inner instances names of their own with `let`.",
  },
  "wac-unsupported": {
    code: "W2101",
    message: ({ what }) => `Witloom can't open ${what} yet.`,
  },
  "wac-unknown-name": {
    code: "W2102",
    message: ({ name }) => `Nothing is called \`${name}\` up to here.`,
    help: "WAC is read from top to bottom: a name must be bound by a `let` before it is used.",
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
    help: ({ name, known }) => didYouMean(name, known),
  },
  "wac-unknown-export": {
    code: "W2106",
    message: ({ instance, name }) => `\`${instance}\` has no export \`${name}\`.`,
    help: ({ name, known }) => didYouMean(name, known),
  },
  "wac-not-an-instance": {
    code: "W2107",
    message: ({ name }) => `\`${name}\` is not a component instance.`,
    help: "Only what `new` makes has exports to take here.",
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
    message: ({ name }) => `No export of \`${name}\` goes anywhere here.`,
    help: "Spreading gives exports to open imports of the same name; there are none.",
  },
  "wac-export-twice": {
    code: "W2111",
    message: ({ name }) => `\`${name}\` is exported already.`,
    help: "Export it under another name with `as`.",
  },

  "missing-component": {
    code: "W3001",
    message: ({ instance, component }) => `The component \`${component}\` of \`${instance}\` is not in the library.`,
    help: "Add its `.wasm` to the library, or replace it by another component.",
  },
  "unknown-import": {
    code: "W3002",
    message: ({ instance, import: name, component }) =>
      `\`${instance}\` is wired at \`${name}\`, but \`${component}\` does not import it.`,
    help: ({ import: name, known }) => didYouMean(name, known),
  },
  "unknown-export": {
    code: "W3003",
    message: ({ instance, export: name, component }) =>
      `\`${name}\` of \`${instance}\` is used, but \`${component}\` does not export it.`,
    help: ({ export: name, known }) => didYouMean(name, known),
  },
  cycle: {
    code: "W3004",
    message: ({ instances }) =>
      `These need each other in a circle: ${instances.map((name) => `\`${name}\``).join(" → ")}.`,
    help: "An instance must exist before another can use it. Remove one of the wires between them.",
  },
  misfit: {
    code: "W3005",
    message: ({ instance, import: name, source: from, mismatch }) =>
      `\`${name}\` of \`${instance}\` can't be given ${source(from)}: ${describeMismatch(mismatch)}.`,
    help: ({ mismatch }) => helpWithMismatch(mismatch),
  },
  "resource-mismatch": {
    code: "W3006",
    message: ({ instance, import: name, source: from, mismatch }) =>
      `\`${name}\` of \`${instance}\` and ${source(from)} mean different resources: ${describeMismatch(mismatch)}.`,
    help: ({ mismatch }) => helpWithMismatch(mismatch),
  },
  "conflicting-imports": {
    code: "W3007",
    message: ({ instance, import: name, first, mismatch }) =>
      `\`${instance}\` and \`${first.instance}\` both leave ${bothNames(name, first.import)} to the host, but mean different things by it: ${describeMismatch(mismatch)}.`,
    help: "Wire one of them to an instance, so that only one is left to the host.",
  },
  "import-name-taken": {
    code: "W3008",
    message: ({ instance, import: name }) =>
      `\`${instance}\` leaves \`${name}\` to the host, but the composition imports something else under that name.`,
    help: "Give the declared import to the instance, or declare it under another name.",
  },
  "unsatisfied-import": {
    code: "W3009",
    severity: "warning",
    message: ({ instance, import: name }) => `Nothing satisfies \`${name}\` of \`${instance}\`.`,
    help: "Wire it to an instance that exports it, or leave it to the host on purpose.",
  },
  "ambiguous-import": {
    code: "W3010",
    severity: "warning",
    message: ({ instance, import: name, candidates }) =>
      `\`${name}\` of \`${instance}\` is open, and ${list(candidates.map((candidate) => candidate.instance))} could satisfy it.`,
    help: "Wire it to the one that you mean.",
  },
  "duplicate-export": {
    code: "W3011",
    message: ({ name, other }) =>
      name === other ? `\`${name}\` is exported already.` : `\`${name}\` and \`${other}\` count as the same name.`,
    help: "Letter case and hyphens don't tell export names apart. Rename one of the two.",
  },
  "invalid-export-name": {
    code: "W3012",
    message: ({ name }) => `\`${name}\` can't be the name of an export.`,
    help: "Use a kebab-case label such as `my-export`, or an interface name such as `ns:package/interface@1.0.0`.",
  },
  "unnamed-type-in-export": {
    code: "W3013",
    message: ({ name, type }) =>
      `The export \`${name}\` mentions the type \`${type}\`, which the composition neither imports nor exports.`,
    help: ({ needs }) =>
      needs
        ? `Export \`${needs.export}\` of \`${needs.instance}\` under its own name too.`
        : "Export the interface that defines the type too.",
  },
  "module-import": {
    code: "W3014",
    message: ({ name }) => `The import \`${name}\` is a core module whose type can't be carried over.`,
    help: "Satisfy it inside the composition.",
  },

  "project-without-wac": {
    code: "W5001",
    message: () => "There is no `composition.wac` in it.",
    help: "Choose the folder or zip that holds the composition itself, not one above or below it.",
  },
  "sidecar-unreadable": {
    code: "W5002",
    message: () => "`witloom.json` can't be read.",
    help: "Remove it: the composition opens without it, with a layout made anew.",
  },
  "sidecar-too-new": {
    code: "W5003",
    message: ({ format, known }) =>
      `\`witloom.json\` has format ${format}; this version of Witloom reads up to ${known}.`,
    help: "Open it with a newer version of Witloom.",
  },
  "zip-unreadable": {
    code: "W5004",
    message: () => "This is not a zip file, or it is damaged.",
    help: "It may not have been downloaded or copied whole.",
  },
  "zip-too-large": {
    code: "W5005",
    message: ({ bytes, files }) => `The zip would unpack to ${bytes} bytes in ${files} files or more.`,
    help: "Files beyond this bound are not opened, to keep the page safe from hostile input.",
  },

  "instance-name-taken": {
    code: "W4001",
    message: ({ name }) => `There is an instance called \`${name}\` already.`,
    help: "Letter case and hyphens don't tell names apart. Choose another.",
  },
  "invalid-instance-name": {
    code: "W4002",
    message: ({ name }) => `\`${name}\` can't be the name of an instance.`,
    help: "Use lower-case words joined by hyphens, each beginning with a letter: `my-filter`.",
  },
  "unknown-instance": {
    code: "W4003",
    message: ({ name }) => `There is no instance \`${name}\`.`,
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
};

/** Where WAC tools look for a package below `deps`: `shop/store/1.2.0`. */
function pathOfKey(key: string): string {
  return key.replaceAll(":", "/").replace("@", "/");
}

/** `diagnostic` in words. */
export function describeDiagnostic<K extends DiagnosticKind>(diagnostic: Diagnostic<K>): Description {
  const kind: K = diagnostic.kind;
  const wording: Wording<DiagnosticParameters[K]> = WORDINGS[kind];
  const parameters = diagnostic as unknown as DiagnosticParameters[K];
  const { code, severity = "error", message, help } = wording;
  return {
    code,
    severity,
    message: message(parameters),
    help: typeof help === "function" ? help(parameters) : (help ?? null),
  };
}

/** One line for a terminal or a log: `error W3004: …`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { code, severity, message, help } = describeDiagnostic(diagnostic);
  return `${severity} ${code}: ${message}${help === null ? "" : `\n  ${help}`}`;
}
