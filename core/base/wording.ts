// The wording of every diagnostic, with its stable code. Names stand in backticks; readers may set them off.
// Codes: W1xxx reading a file, W2xxx WAC text, W3xxx a composition, W31xx a target world, W4xxx editing it,
// W5xxx a project folder, W6xxx taking components apart, plugging and comparing them.

import type { Diagnostic, DiagnosticKind, DiagnosticParameters } from "./diagnostics.ts";
import { describeDisagreement, describeMismatch, helpWithMismatch } from "./describe-mismatch.ts";
import { describeOwners, helpWithResources } from "./describe-resources.ts";
import { LIMIT_UNITS } from "./limits.ts";
import { aSort, at, capitalized, DAMAGED, didYouMean, ownerOf, shortList, sidesOf, sourceText } from "./phrases.ts";

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
    message: ({ what, byteOffset }) => `The file is broken at ${at(byteOffset)}, in ${what}.`,
    help: DAMAGED,
  },
  "limit-exceeded": {
    code: "W1006",
    message: ({ limit, bound, found, byteOffset }) =>
      `The file goes beyond a bound of this reader at ${at(byteOffset)}: more than ${bound} ${LIMIT_UNITS[limit]} (${found}).`,
    help: "Files beyond this bound are not opened, to keep the page safe from hostile input.",
  },
  "invalid-utf8": {
    code: "W1007",
    message: ({ byteOffset }) => `A name at ${at(byteOffset)} is not valid UTF-8.`,
    help: DAMAGED,
  },
  "index-out-of-range": {
    code: "W1008",
    message: ({ space, byteOffset }) =>
      `At ${at(byteOffset)}, ${aSort(space)} is used that is not defined up to there.`,
    help: DAMAGED,
  },
  "unexpected-sort": {
    code: "W1009",
    message: ({ expected, found, byteOffset }) =>
      `Expected ${aSort(expected)} at ${at(byteOffset)}, found ${aSort(found)}.`,
    help: DAMAGED,
  },
  "duplicate-extern-name": {
    code: "W1010",
    message: ({ direction, name, byteOffset }) =>
      `The ${direction} \`${name}\` is declared a second time at ${at(byteOffset)}.`,
    help: DAMAGED,
  },
  "missing-instance-export": {
    code: "W1011",
    message: ({ name, byteOffset }) =>
      `The definition at ${at(byteOffset)} takes \`${name}\` from an instance that does not export it.`,
    help: DAMAGED,
  },

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

  "missing-component": {
    code: "W3001",
    message: ({ instance, component }) => `The component \`${component}\` of \`${instance}\` is not in the library.`,
    help: "Add its `.wasm` to the library, or replace it by another component.",
  },
  "missing-package": {
    code: "W3020",
    message: ({ key }) => `The package \`${key}\`, whose types the composition uses, is not in the library.`,
    help: "Add its `.wasm` or `.wit` to the library.",
  },
  "unknown-import": {
    code: "W3002",
    message: ({ instance, import: name, component }) =>
      `\`${instance}\` is wired at \`${name}\`, but \`${component}\` does not import it.`,
    help: ({ import: name, known }) => didYouMean(name, known, "imports"),
  },
  "unknown-export": {
    code: "W3003",
    message: ({ instance, export: name, component }) =>
      `\`${name}\` of \`${instance}\` is used, but \`${component}\` does not export it.`,
    help: ({ export: name, known }) => didYouMean(name, known, "exports"),
  },
  cycle: {
    code: "W3004",
    message: ({ instances, imports }) => {
      if (instances.length === 1)
        return `\`${instances[0]}\` needs itself: it takes \`${imports[0]}\` from its own exports.`;
      const steps = instances.map((name, i) => {
        const provider = instances[(i + 1) % instances.length]!;
        return `\`${name}\` takes \`${imports[i]}\` from \`${provider}\``;
      });
      return `These need each other in a circle: ${shortList(steps)}.`;
    },
    help: "An instance must exist before another can use it. Cut one of these wires, or put what both need into an instance of its own.",
  },
  misfit: {
    code: "W3005",
    message: ({ instance, import: name, source: from, mismatch }) =>
      `\`${name}\` of \`${instance}\` can't be given ${sourceText(from, name)}: ${describeMismatch(mismatch)}.`,
    help: ({ instance, source: from, mismatch }) => helpWithMismatch(mismatch, sidesOf(instance, from)),
  },
  "resource-mismatch": {
    code: "W3006",
    message: (parameters) => {
      const { instance, import: name, source: from, mismatch } = parameters;
      const resource = mismatch.difference.kind === "resource" ? ` \`${mismatch.difference.found.name}\`` : "";
      const reason = describeOwners(parameters) ?? describeMismatch(mismatch);
      return `\`${name}\` of \`${instance}\` can't be given ${sourceText(from, name)}: the resource${resource} in it is another one. ${capitalized(reason)}.`;
    },
    help: (parameters) => helpWithResources(parameters),
  },
  "conflicting-imports": {
    code: "W3007",
    message: ({ instance, import: name, first, mismatch }) => {
      const needed =
        name === first.import
          ? `\`${first.instance}\` and \`${instance}\` both leave \`${name}\` to the host`
          : `\`${first.instance}\` leaves \`${first.import}\` to the host and \`${instance}\` \`${name}\`, which count as one import`;
      const reason = describeDisagreement(mismatch, first.instance, instance);
      return `${needed}, but what they mean by it can't be merged: ${reason}.`;
    },
    help: ({ instance, import: name, first }) =>
      `Wire \`${first.import}\` of \`${first.instance}\` or \`${name}\` of \`${instance}\` to an instance that exports it, or rebuild one of the two from the other's WIT.`,
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
    help: ({ candidate, nearest }) => {
      if (candidate) return `Wire it to ${sourceText(candidate)}, which fits, or leave it to the host on purpose.`;
      if (nearest)
        return `${sourceText(nearest)} does not fit: ${describeMismatch(nearest.mismatch)}. Wire it to another, or leave it to the host on purpose.`;
      return "Wire it to an instance that exports it, or leave it to the host on purpose.";
    },
  },
  "ambiguous-import": {
    code: "W3010",
    severity: "warning",
    message: ({ instance, import: name, candidates }) =>
      `Nothing satisfies \`${name}\` of \`${instance}\` yet, and ${candidates.length} could: ${shortList(candidates.map((place) => (place.export === name ? ownerOf(place) : sourceText(place))))}.`,
    help: "Wire it to the one that you mean, or leave it to the host on purpose.",
  },
  "duplicate-export": {
    code: "W3011",
    message: ({ name, other }) =>
      name === other ? `\`${name}\` is exported already.` : `\`${name}\` and \`${other}\` count as the same name.`,
    help: ({ name, other }) =>
      name === other
        ? "Export it under another name."
        : "Letter case and hyphens don't tell export names apart. Rename one of the two.",
  },
  "invalid-export-name": {
    code: "W3012",
    message: ({ name }) => `\`${name}\` can't be the name of an export.`,
    help: "Use a kebab-case label such as `my-export`, or an interface name such as `ns:package/interface@1.0.0`.",
  },
  "unnamed-type-in-export": {
    code: "W3013",
    message: ({ name, type, needs, taken }) => {
      const whose = needs ? ` of ${sourceText(needs)}` : "";
      const why = taken && needs ? `: \`${needs.export}\` is exported, but it is that of ${ownerOf(taken)}` : "";
      return `The export \`${name}\` mentions the type \`${type}\`${whose}, which the composition neither imports nor exports${why}.`;
    },
    help: ({ needs, taken }) => {
      if (!needs) return "Export the interface that defines the type too.";
      if (!taken) return `Export \`${needs.export}\` of \`${needs.instance}\` under its own name too.`;
      return `Export \`${needs.export}\` of \`${needs.instance}\` under its own name, and the other under another one.`;
    },
  },
  "module-import": {
    code: "W3014",
    message: ({ name }) =>
      `The composition can't import \`${name}\`: it asks for a core module whose type is written down elsewhere.`,
    help: "Wire it to an instance that exports the module.",
  },
  "composition-too-large": {
    code: "W3015",
    message: ({ bound }) => `The types of the composition come to more than ${bound} nodes.`,
    help: "Compose it in parts: make a component of some of its instances first, and use that one.",
  },

  "import-not-in-target": {
    code: "W3101",
    message: ({ name }) => `The target world does not offer \`${name}\`, which is imported.`,
    help: ({ name, known }) => `Satisfy it inside the composition, or target another world. ${didYouMean(name, known)}`,
  },
  "target-export-missing": {
    code: "W3102",
    message: ({ name }) => `The target world requires the export \`${name}\`, which is missing.`,
    help: "Export it under this name.",
  },
  "target-mismatch": {
    code: "W3103",
    message: ({ direction, name, mismatch }) =>
      `The ${direction} \`${name}\` does not fit the target world: ${describeMismatch(mismatch)}.`,
    help: ({ mismatch }) => helpWithMismatch(mismatch),
  },

  "project-without-wac": {
    code: "W5001",
    message: () => "There is no `composition.wac` in this folder or zip.",
    help: "Choose the folder or zip that holds the composition itself, not one above or below it.",
  },
  "wit-without-package": {
    code: "W5006",
    message: () => "This WIT does not say which package it is.",
    help: "Begin one of its files with a line such as `package my:package@1.0.0;`.",
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
    message: ({ bytes, files }) =>
      `The zip would unpack to more than is opened: at least ${bytes} bytes in ${files} ${files === 1 ? "file" : "files"}.`,
    help: "Files beyond this bound are not opened, to keep the page safe from hostile input.",
  },

  "not-a-composition": {
    code: "W6001",
    message: ({ what, byteOffset }) => `This component is not a composition: it has ${what}, at ${at(byteOffset)}.`,
    help: "Only a component whose top level does nothing but instantiate others can be opened as a composition. Use it as a whole.",
  },
  "not-in-wac": {
    code: "W6002",
    message: ({ what, byteOffset }) => `WAC has no words for ${what}, at ${at(byteOffset)}.`,
    help: "Opening it as a composition would lose that, so nothing was written. Use the component as a whole.",
  },

  "dependency-elsewhere": {
    code: "W6003",
    severity: "warning",
    message: ({ key }) => `\`${key}\` is imported by the component and does not lie inside it.`,
    help: ({ key }) => `Put it at \`deps/${pathOfKey(key)}.wasm\` before you compose again.`,
  },
  "section-dropped": {
    code: "W6004",
    severity: "warning",
    message: ({ name }) => `The custom section \`${name}\` of the composed component has no place in a composition.`,
    help: "Add it again to what you compose, with `wasm-tools metadata add` for instance.",
  },

  "nothing-to-plug": {
    code: "W6101",
    message: ({ socket }) => `No export of the plugs fits an import of \`${socket}\`.`,
    help: "Below is what came nearest to each of its imports.",
  },
  "import-not-plugged": {
    code: "W6102",
    severity: "warning",
    message: ({ import: name, offer, mismatch }) => {
      if (!offer) return `\`${name}\` stays open: no plug exports anything like it.`;
      const nearest = `\`${offer.export}\` of \`${offer.plug}\``;
      if (mismatch) return `\`${name}\` stays open: ${nearest} does not fit: ${describeMismatch(mismatch)}.`;
      return `\`${name}\` stays open: ${nearest} has its shape, but not its name.`;
    },
    help: ({ offer, mismatch }) => {
      if (mismatch) return helpWithMismatch(mismatch);
      return offer
        ? "Only what goes by one name is plugged. Wire the two by hand, in a WAC file or on the canvas."
        : null;
    },
  },
  "plugged-twice": {
    code: "W6103",
    message: ({ import: name, plugs }) =>
      `${shortList(plugs.map((plug) => `\`${plug}\``))} all export \`${name}\`; an import takes one.`,
    help: "Leave out all but one, or wire them by hand in a WAC file.",
  },
  "plug-unused": {
    code: "W6104",
    severity: "warning",
    message: ({ plug }) => `Nothing of \`${plug}\` was plugged, so it is left out.`,
    help: "With `--transitive`, plugs are plugged into each other as well.",
  },

  "replacement-imports-more": {
    code: "W6201",
    message: ({ name }) => `It imports \`${name}\`, which nobody gave before.`,
    help: "Rule: a replacement may import less, never more. Wherever it goes, this import must be satisfied as well.",
  },
  "replacement-needs-more": {
    code: "W6202",
    message: ({ name, mismatch }) =>
      `What was given for \`${name}\` no longer suffices: ${describeMismatch(mismatch)}.`,
    help: "Rule: an import may ask for fewer functions, of the same types, in a version of the same track.",
  },
  "replacement-lacks-export": {
    code: "W6203",
    message: ({ name }) => `It no longer exports \`${name}\`.`,
    help: "Rule: a replacement may export more, never less. Whoever uses this export would have nothing in its place.",
  },
  "replacement-changes-export": {
    code: "W6204",
    message: ({ name, mismatch }) => `\`${name}\` is not what it was: ${describeMismatch(mismatch)}.`,
    help: "Rule: an export may gain functions; those it had keep their types, in a version of the same track.",
  },

  "tool-refused": {
    code: "W6301",
    message: ({ tool, message }) => `${tool} refuses it: ${message}`,
  },

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
};

/** Every code with the kind that it stands for, in the order of codes. */
export const CODES: readonly { readonly code: string; readonly kind: DiagnosticKind }[] = Object.entries(WORDINGS)
  .map(([kind, { code }]) => ({ code, kind: kind as DiagnosticKind }))
  .toSorted((a, b) => (a.code < b.code ? -1 : 1));

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
