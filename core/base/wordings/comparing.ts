// The wording of diagnostics on taking components apart, plugging and comparing them: codes W6xxx.

import { describeMismatch, helpWithMismatch } from "../describe-mismatch.ts";
import { at, pathOfKey, shortList } from "../phrases.ts";
import type { Wordings } from "./wording-table.ts";

export const COMPARING = {
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
} satisfies Partial<Wordings>;
