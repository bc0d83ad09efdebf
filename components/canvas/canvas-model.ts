// What the canvas draws and what it tells back: plain data in, callbacks out. It knows no store and no component types.
// Positions and sizes are graph units: CSS pixels at 100 % zoom.

import type { PortColour } from "../../core/draw/port-look.ts";

export type { PortColour };

/** Consumers import on the left side of a node, providers export on its right. */
export type PortSide = "import" | "export";

export interface CanvasPort {
  /** The import or export name, unique on its side of the node: `shop:orders/store@1.2.0`. */
  readonly name: string;
  /** What is written beside the mark: `store`. */
  readonly label: string;
  readonly version: string | null;
  readonly colour: PortColour;
  /** A diamond where the interface carries resources, so that handles may cross. */
  readonly shape: "circle" | "diamond";
  readonly state: "free" | "wired" | "missing";
}

export interface CanvasNode {
  /** The instance's name. */
  readonly id: string;
  readonly title: string;
  readonly packageName: string;
  readonly version: string | null;
  readonly language: LanguageMark | null;
  readonly position: Position;
  readonly imports: readonly CanvasPort[];
  readonly exports: readonly CanvasPort[];
  /** WASI imports, folded into the footer. */
  readonly capabilities: readonly Capability[];
  readonly problem: { readonly severity: "error" | "warning" | "refused"; readonly text: string } | null;
}

export interface LanguageMark {
  /** Two letters: `Rs`. */
  readonly mark: string;
  readonly name: string;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

export type CapabilityKind =
  | "clocks"
  | "random"
  | "cli"
  | "http"
  | "filesystem"
  | "keyvalue"
  | "environment"
  | "sockets"
  | "secrets"
  | "other";

export interface Capability {
  readonly kind: CapabilityKind;
  /** Whether the instance may use it when it is run: all of it, some, nothing; null where nobody has to allow it. */
  readonly given: "all" | "some" | "nothing" | null;
  /** The interfaces behind the glyph: `wasi:clocks/wall-clock@0.2.3`. */
  readonly interfaces: readonly string[];
}

export interface PortEnd {
  readonly node: string;
  readonly side: PortSide;
  readonly port: string;
}

export interface CanvasWire {
  readonly id: string;
  /** Provider: `source.side` is `export`. */
  readonly source: PortEnd;
  /** Consumer: `target.side` is `import`. */
  readonly target: PortEnd;
  readonly label: string;
  readonly version: string | null;
  readonly colour: PortColour;
  readonly shape: "circle" | "diamond";
  readonly state: "idle" | "error";
}

/** An import or export of the whole composition, at the canvas's left or right border. */
export interface RailItem {
  readonly name: string;
  readonly label: string;
  /** Under the label: `wasi:http 0.2.3`. */
  readonly detail: string;
  readonly colour: PortColour;
  readonly shape: "circle" | "diamond";
  readonly state: "idle" | "error";
  /** The ports that it is joined with: many importers, or the one exporter. */
  readonly ends: readonly PortEnd[];
}

export interface Rail {
  readonly title: string;
  readonly detail: string;
  readonly items: readonly RailItem[];
  /** What is folded away under the items: `8 more wasi 0.2.3 …`, or null. */
  readonly folded: string | null;
}

export interface CanvasModel {
  readonly nodes: readonly CanvasNode[];
  readonly wires: readonly CanvasWire[];
  readonly worldImports: Rail;
  readonly worldExports: Rail;
}

export interface Selection {
  readonly nodes: readonly string[];
  readonly wires: readonly string[];
  /** Names of selected rail items. */
  readonly worldImports: readonly string[];
  readonly worldExports: readonly string[];
}

/** Whether a port may be joined with the end that is being dragged. */
export type PortVerdict =
  | { readonly fits: true; readonly note: string | null }
  | { readonly fits: false; readonly reason: MisfitReason };

/** Why two ports don't fit, as the popover shows it. */
export interface MisfitReason {
  /** `Does not fit gateway’s import` */
  readonly title: string;
  /** `needs shop:orders/pricing@1.2.0, offered @2.0.0` */
  readonly detail: string;
  /** The difference as lines of WIT; empty where there is none to show. */
  readonly difference: readonly { readonly mark: " " | "-" | "+"; readonly text: string }[];
  /** What would help, or null. */
  readonly help: string | null;
}

/** Verdicts on every port of the other side, by node and port; a port that is left out can't be asked (same node). */
export type PortVerdicts = ReadonlyMap<string, ReadonlyMap<string, PortVerdict>>;

export interface PortDetails {
  readonly title: string;
  /** WIT text, shown in the hover card. */
  readonly wit: string;
}

/** What was asked for a menu; `id` is the node's, the wire's or the world item's name. */
export interface ContextTarget {
  readonly kind: "node" | "wire" | "canvas" | "port" | "world-import" | "world-export";
  readonly id: string | null;
  /** The port itself where `kind` is `port`; `id` is its node then. */
  readonly port: PortEnd | null;
}

/** The visible part: local pixels = graph units × `zoom` + (`x`, `y`), counted from the canvas's top left corner. */
export interface CanvasViewport extends Position {
  /** 1 at 100 %. */
  readonly zoom: number;
}

export interface CanvasCallbacks {
  readonly onMoveNodes: (moves: readonly { readonly id: string; readonly position: Position }[]) => void;
  readonly onSelect: (selection: Selection) => void;
  /** Asked once when a wire begins to be dragged from `end`; answers within a frame. */
  readonly verdictsFor: (end: PortEnd) => PortVerdicts;
  /** A wire is being drawn from `end`, to let others show what fits; null once it is let go. */
  readonly onWiring: (end: PortEnd | null) => void;
  readonly onConnect: (a: PortEnd, b: PortEnd) => void;
  /** The consumer's end of a wire was picked up and put on another import, or let go over empty space (null). */
  readonly onMoveWireEnd: (wire: string, to: PortEnd | null) => void;
  /** An import dropped on the left rail, or an export on the right one. */
  readonly onConnectToWorld: (end: PortEnd) => void;
  /** A wire let go over empty space: the caller offers what would fit at `screen` (client pixels). */
  readonly onDropInSpace: (end: PortEnd, at: Position, screen: Position) => void;
  /** Something that the library offers was dropped at `at`. */
  readonly onDropItem: (data: DataTransfer, at: Position) => void;
  readonly onContextMenu: (target: ContextTarget, screen: Position) => void;
  readonly onOpenNode: (id: string) => void;
  readonly portDetails: (end: PortEnd) => PortDetails | null;
}

/** What a caller may ask the canvas to do. */
export interface CanvasHandle {
  zoomIn(): void;
  zoomOut(): void;
  /** Shows the graph at `zoom`, 1 being 100 %, around the middle of what is visible. */
  zoomTo(zoom: number): void;
  /** Shows everything, or the given nodes; waits for nodes that the next model brings. */
  fit(nodes?: readonly string[]): void;
  /** Brings a node or wire into view without changing the zoom; waits for one that the next model brings. */
  reveal(target: { readonly node: string } | { readonly wire: string }): void;
  /** The graph position under a point of the screen. */
  toGraph(screen: Position): Position;
  /** The graph position in the middle of what is visible. */
  center(): Position;
}
