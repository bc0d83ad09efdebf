// Problems of several kinds, one of them long.
// Codes are made up; the wording follows the rule of what, where, why and what next.

import type { ProblemRow } from "../../problems/problem-model.ts";

const nothing = () => undefined;

export const PROBLEMS: readonly ProblemRow[] = [
  {
    id: "missing",
    severity: "error",
    code: "E1101",
    onExplain: nothing,
    message: [{ name: "pricing-eu" }, " needs ", { name: "shop:tax/rates@0.3.0" }, ", and nothing supplies it."],
    help: ["Wire a provider to it, or export it as an import of the world."],
    actions: [
      { label: "Find provider", onSelect: nothing },
      { label: "Import from world", onSelect: nothing },
    ],
  },
  {
    id: "unfit",
    severity: "error",
    code: "E1204",
    onExplain: nothing,
    message: [
      "The wire from ",
      { name: "pricing-next" },
      " to ",
      { name: "gateway" },
      " doesn’t fit: function ",
      { name: "quote" },
      " takes own<order> where borrow<order> is needed.",
    ],
    help: ["Replace pricing-next with a 1.x version, or remove the wire."],
    actions: [{ label: "Remove wire", onSelect: nothing }],
  },
  {
    id: "version",
    severity: "warning",
    code: "W1203",
    onExplain: nothing,
    message: [{ name: "store" }, " and ", { name: "gateway" }, " ask for different versions of wasi:clocks."],
    help: ["Both get 0.2.3, which is compatible with 0.2.0."],
    actions: [],
  },
  {
    id: "unused",
    severity: "warning",
    code: "W1301",
    onExplain: nothing,
    message: [{ name: "audit" }, " is on the canvas, but nothing uses what it exports."],
    help: null,
    actions: [{ label: "Remove instance", disabledReason: "It is locked by its group", onSelect: nothing }],
  },
];
