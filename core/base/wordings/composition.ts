// The wording of diagnostics on a composition and its target: codes W3xxx.

import { describeDisagreement, describeMismatch, helpWithMismatch } from "../describe-mismatch.ts";
import { describeOwners, helpWithResources } from "../describe-resources.ts";
import { capitalized, didYouMean, ownerOf, shortList, sidesOf, sourceText } from "../phrases.ts";
import type { Wordings } from "./wording-table.ts";

export const COMPOSITION = {
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
} satisfies Partial<Wordings>;
