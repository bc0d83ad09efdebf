// A node: header with language, title and package, import ports left and export ports right, a footer with what it asks of
// WASI and its problem. It knows its look only by props; the style sheet does the levels of zoom.

import { memo, useLayoutEffect, useRef } from "react";

import type { CanvasNode, CanvasPort, PortSide, Position } from "../canvas-model.ts";
import { classes } from "../../primitives/classes.ts";
import { LanguageMark } from "../../primitives/LanguageMark.tsx";
import type { NodeLayout, PortText } from "../geometry/node-layout.ts";
import type { NodeLook } from "../scene/looks.ts";
import { NodeFooter } from "./NodeFooter.tsx";
import { NodePort } from "./NodePort.tsx";
import styles from "./NodeCard.module.css";

export interface NodeCardData extends Record<string, unknown> {
  readonly node: CanvasNode;
  readonly layout: NodeLayout;
  readonly look: NodeLook;
  /** Without, only title, marks and problem are there: all that shows where it is false. */
  readonly whole: boolean;
  /** Told when the node is mounted or the model has moved it. */
  readonly onPlaced: (id: string, position: Position, element: HTMLElement) => void;
}

export const NodeCard = memo(function NodeCard({ data }: { readonly data: NodeCardData }) {
  const { node, layout, look, whole } = data;
  const element = useRef<HTMLDivElement>(null);
  const { id, position } = node;
  const { onPlaced } = data;
  // A drag shifts the node until the model has the new position; both change in this commit.
  useLayoutEffect(() => onPlaced(id, position, element.current!), [onPlaced, id, position]);

  return (
    <div
      ref={element}
      className={classes(
        styles.card,
        look.selected && styles.selected,
        look.wiring && styles[look.wiring],
        node.problem?.severity === "error" && styles.failing,
      )}
      style={{ height: layout.height }}
      role="group"
      aria-roledescription="instance"
      aria-label={announced(node, look)}
      tabIndex={0}
      data-node={node.id}
    >
      <header className={styles.header}>
        <LanguageMark language={node.language} />
        <div className={styles.names}>
          <div className={styles.title} title={layout.title === node.title ? undefined : node.title}>
            {layout.title}
          </div>
          <div className={styles.titleFar}>{layout.titleFar}</div>
          <div className={styles.package}>{layout.packageLine}</div>
        </div>
        <WiringChip look={look} />
      </header>
      <div className={styles.ports}>
        {portsOf("import", node.imports, layout.imports, data)}
        {portsOf("export", node.exports, layout.exports, data)}
      </div>
      <NodeFooter capabilities={node.capabilities} problem={node.problem} whole={whole} />
    </div>
  );
});

function WiringChip({ look }: { readonly look: NodeLook }) {
  if (look.wiring === "fits") return <span className={classes(styles.chip, styles.chipFits)}>fits</span>;
  if (look.wiring === "misfit") return <span className={classes(styles.chip, styles.chipMisfit)}>no fit</span>;
  return null;
}

function portsOf(
  side: PortSide,
  ports: readonly CanvasPort[],
  texts: readonly PortText[],
  { look, whole }: NodeCardData,
) {
  return ports.map((port, row) => {
    const text = whole ? texts[row]! : null;
    return (
      <NodePort
        key={port.name}
        port={port}
        side={side}
        row={row}
        text={text}
        look={look.ports.get(port.name) ?? null}
      />
    );
  });
}

/** Name, package, state and problem, as a screen reader says them. */
function announced(node: CanvasNode, look: NodeLook): string {
  const version = node.version === null ? "" : ` ${node.version}`;
  return [
    node.title,
    `instance of ${node.packageName}${version}`,
    look.selected && "selected",
    look.wiring === "fits" && "fits",
    node.problem && `${node.problem.severity}: ${node.problem.text}`,
  ]
    .filter(Boolean)
    .join(", ");
}
