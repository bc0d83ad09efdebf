// The bottom line of a node: glyphs of the WASI capabilities it asks for, at most three and a count, and its problem.

import {
  Clock,
  Database,
  Dices,
  Folder,
  Globe,
  KeyRound,
  Network,
  Puzzle,
  Shield,
  ShieldX,
  SlidersHorizontal,
  Terminal,
  TriangleAlert,
  CircleAlert,
} from "lucide-react";

import type { CanvasNode, Capability, CapabilityKind } from "../canvas-model.ts";
import { type Glyph, Icon } from "../../primitives/Icon.tsx";
import { classes } from "../../primitives/classes.ts";
import styles from "./NodeFooter.module.css";

const SHOWN = 3;

const GLYPHS: Readonly<Record<CapabilityKind, Glyph>> = {
  clocks: Clock,
  random: Dices,
  cli: Terminal,
  http: Globe,
  filesystem: Folder,
  keyvalue: Database,
  environment: SlidersHorizontal,
  sockets: Network,
  secrets: KeyRound,
  other: Puzzle,
};

const PROBLEM_GLYPHS: Readonly<Record<NonNullable<CanvasNode["problem"]>["severity"], Glyph>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  refused: ShieldX,
};

const GIVEN_WORDS = { all: "given", some: "given in part", nothing: "not given" } as const;

export interface NodeFooterProps {
  readonly capabilities: readonly Capability[];
  readonly problem: CanvasNode["problem"];
  /** Without, only the problem shows. */
  readonly whole: boolean;
}

export function NodeFooter({ capabilities, problem, whole }: NodeFooterProps) {
  return (
    <footer className={styles.footer}>
      {whole ? <Capabilities of={capabilities} /> : <span />}
      {problem && (
        <span className={classes(styles.problem, styles[problem.severity])} title={problem.text}>
          <Icon glyph={PROBLEM_GLYPHS[problem.severity]} size={12} />
          <span className={styles.problemText}>{problem.text}</span>
        </span>
      )}
    </footer>
  );
}

function Capabilities({ of }: { readonly of: readonly Capability[] }) {
  const more = of.length - SHOWN;
  return (
    <span className={styles.capabilities} title={titleOf(of)}>
      <Icon glyph={Shield} size={13} />
      {of.slice(0, SHOWN).map(({ kind, given, interfaces }) => (
        <span key={`${kind} ${interfaces[0]}`} className={styles.capability} data-given={given ?? undefined}>
          <Icon glyph={GLYPHS[kind]} size={13} />
        </span>
      ))}
      {more > 0 && `+${more}`}
      {of.length === 0 && "none asked"}
    </span>
  );
}

function titleOf(capabilities: readonly Capability[]): string {
  if (capabilities.length === 0) return "Asks for no WASI interface";
  const lines = capabilities.flatMap(({ interfaces, given }) =>
    interfaces.map((name) => (given === null ? name : `${name}: ${GIVEN_WORDS[given]}`)),
  );
  return ["Asks for", ...lines].join("\n");
}
