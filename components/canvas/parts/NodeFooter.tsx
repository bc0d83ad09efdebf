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
          <Icon glyph={problem.severity === "error" ? CircleAlert : TriangleAlert} size={12} />
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
      {of.slice(0, SHOWN).map(({ kind, interfaces }) => (
        <Icon key={`${kind} ${interfaces[0]}`} glyph={GLYPHS[kind]} size={13} />
      ))}
      {more > 0 && `+${more}`}
      {of.length === 0 && "none asked"}
    </span>
  );
}

function titleOf(capabilities: readonly Capability[]): string {
  if (capabilities.length === 0) return "Asks for no WASI interface";
  return ["Asks for", ...capabilities.flatMap(({ interfaces }) => interfaces)].join("\n");
}
