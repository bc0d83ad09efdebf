// The canvas between two models: the scene, the view, what is hovered, moved or drawn, and when to paint. React gets what it
// shows through cells; the two layers are painted in the frame in which something changed. Gestures act on it.

import type { CanvasCallbacks, CanvasModel, CanvasViewport, Selection } from "../canvas-model.ts";
import { type Palette, readPalette } from "../drawing/palette.ts";
import { createMeasure } from "../drawing/text-measure.ts";
import type { SetView } from "../flow/FlowLayer.tsx";
import { nodeElementAround } from "../flow/node-elements.ts";
import { type Detail, detailAt } from "../geometry/metrics.ts";
import type { MeasureText } from "../geometry/node-layout.ts";
import type { RailSide } from "../geometry/rail-layout.ts";
import type { Point, Rect, Size } from "../geometry/rect.ts";
import { type Insets, type View, firstView, toGraph } from "../geometry/view.ts";
import { Courses } from "../scene/courses.ts";
import type { DrawnWire } from "../scene/looks.ts";
import { type RailPlacement, placeRail } from "../scene/rails.ts";
import { type Scene, buildScene } from "../scene/scene.ts";
import { Cell } from "./cell.ts";
import type { Gesture } from "./gesture.ts";
import type { Hit } from "./hit.ts";
import { Layers } from "./layers.ts";
import { type Mounted, Mounting } from "./mounting.ts";
import type { HoverCardView, MisfitView } from "./popovers.ts";
import { revealNode } from "./reveal.ts";

export interface StageInputs {
  readonly model: CanvasModel;
  readonly selection: Selection;
  readonly callbacks: CanvasCallbacks;
  readonly initialViewport: CanvasViewport | null;
  readonly onViewportChange: ((viewport: CanvasViewport) => void) | null;
}

/** The elements that the stage works on. */
export interface StageElements {
  readonly root: HTMLElement;
  /** What is at rest, and above it what moves or stands out. */
  readonly rest: HTMLCanvasElement;
  readonly live: HTMLCanvasElement;
}

/** What the next frame has to paint. */
interface Dirty {
  readonly rest: boolean;
  /** Where nodes that move cover the layer at rest. */
  readonly holes: boolean;
  readonly live: boolean;
  readonly frame: boolean;
}

const CLEAN: Dirty = { rest: false, holes: false, live: false, frame: false };
/** How long routing may take in a frame. */
const ROUTING_MS = 8;
/** Routing before the first paint may take longer: nothing is moving yet. */
const FIRST_ROUTING_MS = 40;
const REPORT_MS = 100;
/** Below this rail width there is no room for text. */
const MARKS_ONLY = 72;
const FIT_MARGIN = { side: 32, top: 76, bottom: 40 } as const;

export class Stage {
  readonly mounting = new Mounting();
  readonly mounted = new Cell<Mounted | null>(null);
  readonly detail = new Cell<Detail>("full");
  readonly selected = new Cell<ReadonlySet<string>>(new Set());
  readonly drawn = new Cell<DrawnWire | null>(null);
  readonly misfit = new Cell<MisfitView | null>(null);
  readonly hoverCard = new Cell<HoverCardView | null>(null);
  /** The rectangle that selects, in graph units. */
  readonly boxing = new Cell<Rect | null>(null);
  /** Where an item of the library would land, in graph units. */
  readonly landing = new Cell<Point | null>(null);
  readonly announcement = new Cell("");
  /** Called in every frame in which the view or the scene changed. */
  readonly onFrame = new Set<() => void>();

  scene!: Scene;
  courses!: Courses;
  palette!: Palette;
  measure!: MeasureText;
  layers!: Layers;
  root!: HTMLElement;
  view: View = { x: 0, y: 0, zoom: 1 };
  size: Size = { width: 0, height: 0 };
  railWidth = 0;
  placements: Readonly<Record<RailSide, RailPlacement>> = {
    left: { items: [], foldedTop: 0 },
    right: { items: [], foldedTop: 0 },
  };
  gesture: Gesture | null = null;
  hovered: Hit = { kind: "canvas" };
  /** Nodes and the wires and links at them that are being moved: painted on the live layer. */
  moving: ReadonlySet<number> = new Set();
  lifted: ReadonlySet<number> = new Set();
  /** The node that has the focus stays mounted. */
  focusedNode: string | null = null;
  spaceIsHeld = false;
  inputs: StageInputs;

  #setView: SetView | null = null;
  #corner: Point = { x: 0, y: 0 };
  #awaited: { readonly isThere: () => boolean; readonly act: () => void } | null = null;
  #frame = 0;
  #dirty: Dirty = CLEAN;
  #reportTimer = 0;
  #reported: View | null = null;

  constructor(inputs: StageInputs) {
    this.inputs = inputs;
  }

  /** Takes the elements; the canvas opens as soon as they have a size. */
  attach({ root, rest, live }: StageElements): void {
    this.root = root;
    this.layers = new Layers(rest, live);
    this.palette = readPalette(root);
    this.measure = createMeasure(document.createElement("canvas").getContext("2d")!, this.palette);
    this.resized();
  }

  detach(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#reportTimer !== 0) this.#reportNow();
    this.gesture?.cancel();
    this.gesture = null;
  }

  /** New props: a new model makes a new scene, a new selection only other looks. */
  update(inputs: StageInputs): void {
    const before = this.inputs;
    this.inputs = inputs;
    if (!this.isOpen) return;
    if (before.model !== inputs.model) this.rebuild();
    if (before.selection !== inputs.selection || before.model !== inputs.model) this.takeSelection();
  }

  /** Makes the scene of the model again, as the model has it. */
  rebuild(): void {
    this.#setScene(this.scene);
    this.courses.step(ROUTING_MS);
    this.gesture?.sceneChanged?.();
    this.refreshMounted();
    this.invalidate("all");
    this.#actOnAwaited();
  }

  /** Acts now, or as soon as a model has what is asked for: a caller may show what it has just added. */
  whenThere(isThere: () => boolean, act: () => void): void {
    if (this.#setView && isThere()) act();
    else this.#awaited = { isThere, act };
  }

  #actOnAwaited(): void {
    const awaited = this.#awaited;
    this.#awaited = null;
    if (awaited) this.whenThere(awaited.isThere, awaited.act);
  }

  takeSelection(): void {
    this.selected.set(new Set(this.inputs.selection.nodes));
    this.invalidate(this.detail.get() === "boxes" ? "all" : "live");
  }

  /** React Flow is ready to be moved. */
  takeControl = (setView: SetView): void => {
    this.#setView = setView;
    this.#actOnAwaited();
  };

  /** Asks for another view; it comes back through `viewChanged`. */
  moveView(view: View, durationMs = 0): void {
    const still = durationMs === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#setView?.(view, still ? 0 : durationMs);
  }

  viewChanged = (view: View): void => {
    this.view = view;
    this.detail.set(detailAt(view.zoom));
    this.hoverCard.set(null);
    this.gesture?.viewChanged?.();
    this.#followView();
    this.#report();
    this.invalidate("all");
  };

  /** The focus went to a node or its port, or left them (null). */
  focusChanged(node: string | null, element: HTMLElement | null): void {
    this.focusedNode = node;
    this.refreshMounted();
    const index = node === null ? undefined : this.scene.nodeIndex.get(node);
    if (index !== undefined && element?.matches(":focus-visible")) revealNode(this, index);
  }

  resized(): void {
    // Hidden for a while: everything stays for the time when it shows again.
    if (this.root.clientWidth === 0 || this.root.clientHeight === 0) return;
    this.#measureSize();
    if (this.isOpen) this.refreshMounted();
    else this.#open();
    this.invalidate("all");
  }

  themeChanged(): void {
    this.palette = readPalette(this.root);
    this.#measureSize();
    this.invalidate("all");
  }

  /**
   * Paints in the next frame. `moved`: only what is being moved went elsewhere; `all`: also rails, minimap and dots.
   */
  invalidate(what: "rest" | "live" | "moved" | "all"): void {
    const { rest, holes, frame } = this.#dirty;
    this.#dirty = {
      rest: rest || what === "rest" || what === "all",
      holes: holes || what === "moved",
      live: true,
      frame: frame || what === "moved" || what === "all",
    };
    this.wake();
  }

  /** Makes sure that a frame comes. */
  wake(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#paint);
  }

  /** Whether a node shows as an element; else the layers draw it as a box. */
  isOnPage(node: number): boolean {
    return this.mounting.isShown(node, this.detail.get());
  }

  /** A node stands where the model has it, or where a gesture has shifted it. */
  nodePlaced = (id: string, _: Point, inside: HTMLElement): void => {
    const element = nodeElementAround(inside);
    if (element && !this.gesture?.nodePlaced?.(id, element)) element.style.translate = "";
  };

  /** What furniture covers: rails always, toolbars at the top. */
  insets(): Insets {
    const side = this.railWidth + FIT_MARGIN.side;
    return { left: side, right: side, top: FIT_MARGIN.top, bottom: FIT_MARGIN.bottom };
  }

  get marksOnly(): boolean {
    return this.railWidth < MARKS_ONLY;
  }

  /** A client position in local pixels. */
  toLocal(client: { readonly clientX: number; readonly clientY: number }): Point {
    return { x: client.clientX - this.#corner.x, y: client.clientY - this.#corner.y };
  }

  /** A local position in client pixels. */
  toClient(local: Point): Point {
    return { x: local.x + this.#corner.x, y: local.y + this.#corner.y };
  }

  /** Finds out where the canvas lies in the page: asking in every event would make the page lay itself out. */
  locate(): void {
    const { left, top } = this.root.getBoundingClientRect();
    this.#corner = { x: left, y: top };
  }

  /** A client position in graph units. */
  toGraph(client: { readonly clientX: number; readonly clientY: number }): Point {
    return toGraph(this.view, this.toLocal(client));
  }

  /** Mounts other nodes where the window around the view has moved: a few now, the others in the next frames. */
  refreshMounted(all = false): void {
    this.#followView();
    const { mounting, scene } = this;
    if (mounting.isBehind) this.mounted.set(mounting.step(all));
    else if (this.mounted.get()?.scene !== scene) this.mounted.set(mounting.current());
  }

  /** The frame that is coming mounts what the view needs. */
  #followView(): void {
    const focused = this.focusedNode === null ? undefined : this.scene.nodeIndex.get(this.focusedNode);
    this.mounting.follow(this.scene, this.view, this.size, this.detail.get(), focused);
  }

  #open(): void {
    this.#setScene(null);
    this.courses.step(FIRST_ROUTING_MS);
    const { initialViewport } = this.inputs;
    this.view = initialViewport ?? firstView(this.scene.boxes.bounds(), this.size, this.insets());
    this.detail.set(detailAt(this.view.zoom));
    this.refreshMounted(true);
    this.takeSelection();
    this.viewChanged(this.view);
  }

  /** Whether the canvas had a size yet, and so has a scene. */
  get isOpen(): boolean {
    return this.mounted.get() !== null;
  }

  #setScene(previous: Scene | null): void {
    const courses = previous ? this.courses : null;
    this.scene = buildScene(this.inputs.model, this.measure, previous);
    this.courses = new Courses(this.scene, this.measure, courses);
    this.moving = new Set();
    this.lifted = new Set();
    // What is hovered is known by its number: it stays while nothing came or went.
    const { nodes, wires } = this.scene;
    const stays = nodes.length === previous?.nodes.length && wires.length === previous.wires.length;
    if (!stays) this.hovered = { kind: "canvas" };
  }

  #measureSize(): void {
    const { clientWidth, clientHeight } = this.root;
    this.size = { width: clientWidth, height: clientHeight };
    this.locate();
    this.railWidth = Number.parseFloat(getComputedStyle(this.root).getPropertyValue("--world-rail-w")) || 0;
    this.layers.resize(this.size);
  }

  #paint = (): void => {
    this.#frame = 0;
    if (this.courses.busy) {
      this.courses.step(ROUTING_MS);
      this.#dirty = { rest: true, holes: true, live: true, frame: true };
    }
    if (this.mounting.isBehind) {
      this.mounted.set(this.mounting.step(false));
      this.#dirty = { ...this.#dirty, rest: true, live: true };
    }
    this.gesture?.frame?.();
    const { rest, holes, live, frame } = this.#dirty;
    this.#dirty = CLEAN;
    if (frame) {
      const place = (side: RailSide) => placeRail(this.scene, this.courses, side, this.view, this.size, this.marksOnly);
      this.placements = { left: place("left"), right: place("right") };
      for (const told of this.onFrame) told();
    }
    if (rest) this.layers.paintRest(this);
    else if (holes) this.layers.moveHoles(this);
    if (rest || live) this.layers.paintLive(this);
    if (this.courses.busy || this.mounting.isBehind) this.wake();
  };

  /** Tells the caller where the view is: at most ten times a second, and once it rests. */
  #report(): void {
    const { onViewportChange } = this.inputs;
    if (!onViewportChange || this.#reportTimer !== 0) return;
    this.#reportTimer = window.setTimeout(() => this.#reportNow(), REPORT_MS);
  }

  #reportNow(): void {
    clearTimeout(this.#reportTimer);
    this.#reportTimer = 0;
    if (this.#reported === this.view) return;
    this.#reported = this.view;
    this.inputs.onViewportChange?.({ x: this.view.x, y: this.view.y, zoom: this.view.zoom });
  }
}
