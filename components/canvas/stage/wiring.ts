// Drawing a wire from a port to another one, by pointer or by keyboard. The verdicts are asked for once; while the wire hangs,
// it snaps to ports within 24 pixels, Tab walks those that fit, a rest on one that doesn't says why. A wire dragged from a
// wired import is picked up by that end.

import type { PortEnd, PortVerdict, PortVerdicts } from "../canvas-model.ts";
import type { Point } from "../geometry/rect.ts";
import { toGraph, toLocal } from "../geometry/view.ts";
import type { WireTarget } from "../scene/looks.ts";
import { type PortPlace, endOf, placeOf, portPoint } from "../scene/scene.ts";
import { EdgePan } from "./edge-pan.ts";
import type { Gesture } from "./gesture.ts";
import { nodeAt } from "./hit.ts";
import { revealPort } from "./reveal.ts";
import type { Stage } from "./stage.ts";

const SNAP = 24;
const REST_MS = 120;
const REFUSED_MS = 4000;
const FITS: PortVerdict = { fits: true, note: null };

interface Candidate {
  readonly end: PortEnd;
  readonly place: PortPlace;
  readonly verdict: PortVerdict;
}

export class Wiring implements Gesture {
  readonly #stage: Stage;
  readonly #end: PortEnd;
  readonly #picked: string | null;
  /** Where the picked wire came from: putting it back changes nothing. */
  readonly #home: PortEnd | null;
  readonly #verdicts: PortVerdicts;
  /** Every port that can be asked, by the index of its node. */
  #candidates: ReadonlyMap<number, readonly Candidate[]> = new Map();
  /** Those that fit, nearest to the beginning first. */
  #fits: readonly Candidate[] = [];
  readonly #edgePan: EdgePan;
  #pointer: Point;
  /** Whether a pointer has moved the loose end yet. */
  #byPointer = false;
  #target: WireTarget | null = null;
  #walked = -1;
  #restTimer = 0;

  /** Begins at `from`; `pointer` is where the loose end hangs, in local pixels. */
  constructor(stage: Stage, from: PortPlace, pointer: Point) {
    this.#stage = stage;
    const picked = wireInto(stage, from);
    const held = picked ? picked.source : from;
    this.#picked = picked?.wire.id ?? null;
    this.#home = picked ? endOf(stage.scene, from) : null;
    this.#end = endOf(stage.scene, held);
    this.#pointer = pointer;
    this.#edgePan = new EdgePan(stage);
    this.#verdicts = stage.inputs.callbacks.verdictsFor(this.#end);
    this.#collect(portPoint(stage.scene, held));
    stage.hoverCard.set(null);
    stage.misfit.set(null);
    this.#show();
    stage.inputs.callbacks.onWiring(this.#end);
    stage.announcement.set(
      `Drawing a wire from ${this.#end.node}, ${this.#end.port}. ${count(this.#fits.length)}. Tab for the next fit, Escape to let go.`,
    );
  }

  move(local: Point): void {
    // Where Tab has led, a trembling hand doesn't lead away again.
    const { x, y } = this.#pointer;
    if (this.#walked >= 0 && Math.hypot(local.x - x, local.y - y) < SNAP) return;
    this.#pointer = local;
    this.#byPointer = true;
    this.#walked = -1;
    this.#setTarget(this.#targetAt(local));
    this.#stage.invalidate("live");
  }

  finish(local: Point): void {
    const target = this.#target;
    this.#stop();
    const { callbacks } = this.#stage.inputs;
    if (target?.kind === "world") callbacks.onConnectToWorld(this.#end);
    else if (target) this.#letGoOn(target.end, target.verdict);
    else this.#letGoInSpace(local);
  }

  cancel(): void {
    this.#stage.misfit.set(null);
    this.#stop();
    this.#stage.announcement.set("Let go.");
  }

  frame(): void {
    if (!this.#byPointer || this.#walked >= 0) return;
    const goal = this.#end.side === "import" ? "left" : "right";
    this.#edgePan.step(this.#pointer, this.#worldIsOpen() ? goal : null);
  }

  viewChanged(): void {
    if (this.#walked < 0) this.#setTarget(this.#targetAt(this.#pointer));
  }

  sceneChanged(): void {
    const place = placeOf(this.#stage.scene, this.#end);
    if (place) this.#collect(portPoint(this.#stage.scene, place));
    else {
      this.#stage.gesture = null;
      this.cancel();
    }
  }

  /** Goes to the next fit, or with -1 to the one before, and brings it into view. The rail comes after the last port. */
  walk(step: 1 | -1): void {
    const stops = this.#fits.length + (this.#worldIsOpen() ? 1 : 0);
    if (stops === 0) {
      this.#stage.announcement.set("Nothing on the canvas fits.");
      return;
    }
    this.#walked = (this.#walked + step + stops + (this.#walked < 0 && step < 0 ? 1 : 0)) % stops;
    const fit = this.#fits[this.#walked];
    if (!fit) {
      this.#setTarget({ kind: "world" });
      this.#stage.announcement.set("The world. Enter to connect.");
      return;
    }
    revealPort(this.#stage, fit.place);
    this.#setTarget({ kind: "port", end: fit.end, verdict: fit.verdict });
    const place = `${this.#walked + 1} of ${this.#fits.length}`;
    this.#stage.announcement.set(`${fit.end.node}, ${fit.end.port}, fits, ${place}. Enter to connect.`);
  }

  /** Enter: joins with what Tab has reached. Whether there was anything. */
  connect(): boolean {
    if (!this.#target) return false;
    this.#stage.gesture = null;
    this.finish(this.#pointer);
    return true;
  }

  /** The port whose way is shown before the drop: the one under the pointer, else the only fit. */
  get preview(): PortEnd | null {
    if (this.#target?.kind === "port" && this.#target.verdict.fits) return this.#target.end;
    return this.#fits.length === 1 ? this.#fits[0]!.end : null;
  }

  /** Where the loose end hangs in local pixels: at the pointer, or at the rail it is over. */
  loose(target: WireTarget | null): Point {
    if (target?.kind !== "world") return this.#pointer;
    const { railWidth, size } = this.#stage;
    return { x: this.#end.side === "import" ? railWidth : size.width - railWidth, y: this.#pointer.y };
  }

  #collect(from: Point): void {
    const { nodes, nodeIndex } = this.#stage.scene;
    const side = this.#end.side === "import" ? "export" : "import";
    const candidates = new Map<number, readonly Candidate[]>();
    for (const [id, verdicts] of this.#verdicts) {
      const node = nodeIndex.get(id);
      if (node === undefined) continue;
      const ports = nodes[node]!.node[side === "import" ? "imports" : "exports"];
      const found = ports.flatMap((port, row): Candidate[] => {
        const end: PortEnd = { node: id, side, port: port.name };
        const verdict = sameEnd(end, this.#home) ? FITS : verdicts.get(port.name);
        return verdict ? [{ end, place: { node, side, row }, verdict }] : [];
      });
      candidates.set(node, found);
    }
    const away = ({ place }: Candidate) => this.#distance(place, from);
    this.#candidates = candidates;
    this.#fits = [...candidates.values()]
      .flat()
      .filter(({ verdict }) => verdict.fits)
      .toSorted((a, b) => away(a) - away(b));
  }

  #targetAt(local: Point): WireTarget | null {
    const stage = this.#stage;
    if (this.#worldIsOpen() && this.#isOverRail(local)) return { kind: "world" };
    const point = toGraph(stage.view, local);
    const found = this.#snapped(point) ?? this.#nearestOf(this.#candidates.get(nodeAt(stage, point)) ?? [], point);
    return found && { kind: "port", end: found.end, verdict: found.verdict };
  }

  /** The nearest port within the snapping distance. */
  #snapped(point: Point): Candidate | null {
    const reach = SNAP / this.#stage.view.zoom;
    let best: Candidate | null = null;
    let shortest = reach;
    const { x, y } = point;
    this.#stage.scene.boxes.forEachIn(x - reach, y - reach, x + reach, y + reach, (node) => {
      for (const candidate of this.#candidates.get(node) ?? []) {
        const away = this.#distance(candidate.place, point);
        if (away > shortest) continue;
        best = candidate;
        shortest = away;
      }
    });
    return best;
  }

  /** Over a node's body: the nearest of its ports that fit, or of all where none does. */
  #nearestOf(candidates: readonly Candidate[], point: Point): Candidate | null {
    const fitting = candidates.filter(({ verdict }) => verdict.fits);
    const counted = fitting.length > 0 ? fitting : candidates;
    const away = ({ place }: Candidate) => this.#distance(place, point);
    return counted.toSorted((a, b) => away(a) - away(b))[0] ?? null;
  }

  #distance(place: PortPlace, from: Point): number {
    const at = portPoint(this.#stage.scene, place);
    return Math.hypot(at.x - from.x, at.y - from.y);
  }

  #setTarget(target: WireTarget | null): void {
    if (sameTarget(target, this.#target)) return;
    this.#target = target;
    clearTimeout(this.#restTimer);
    this.#stage.misfit.set(null);
    this.#show();
    if (target?.kind !== "port" || target.verdict.fits) return;
    this.#restTimer = window.setTimeout(() => this.#explain(target.end, target.verdict, false), REST_MS);
  }

  #show(): void {
    this.#stage.drawn.set({
      end: this.#end,
      verdicts: this.#verdicts,
      target: this.#target,
      picked: this.#picked,
      fits: this.#fits.length,
    });
    // At once for the picked wire, which leaves the layer at rest, and for boxes, which change their look.
    this.#stage.invalidate(this.#stage.detail.get() === "boxes" || this.#picked !== null ? "rest" : "live");
  }

  #explain(end: PortEnd, verdict: PortVerdict, refused: boolean): void {
    const place = placeOf(this.#stage.scene, end);
    if (verdict.fits || !place) return;
    const anchor = toLocal(this.#stage.view, portPoint(this.#stage.scene, place));
    this.#stage.misfit.set({ reason: verdict.reason, anchor, refused });
  }

  #letGoOn(end: PortEnd, verdict: PortVerdict): void {
    const { callbacks } = this.#stage.inputs;
    if (!verdict.fits) {
      this.#explain(end, verdict, true);
      this.#stage.announcement.set(`Not connected. ${verdict.reason.title}: ${verdict.reason.detail}`);
      const shown = this.#stage.misfit.get();
      window.setTimeout(() => {
        if (this.#stage.misfit.get() === shown) this.#stage.misfit.set(null);
      }, REFUSED_MS);
      return;
    }
    if (this.#picked === null) callbacks.onConnect(this.#end, end);
    else if (!sameEnd(end, this.#home)) callbacks.onMoveWireEnd(this.#picked, end);
  }

  /** Over a node nothing happens; over empty space a picked wire comes off and a new one may become anything. */
  #letGoInSpace(local: Point): void {
    const stage = this.#stage;
    const at = toGraph(stage.view, local);
    if (this.#isOverRail(local) || nodeAt(stage, at) >= 0) return;
    const { callbacks } = stage.inputs;
    if (this.#picked !== null) {
      callbacks.onMoveWireEnd(this.#picked, null);
      return;
    }
    callbacks.onDropInSpace(this.#end, at, stage.toClient(local));
  }

  #isOverRail({ x }: Point): boolean {
    const { railWidth, size } = this.#stage;
    return this.#end.side === "import" ? x <= railWidth : x >= size.width - railWidth;
  }

  /** A picked wire stays between instances. */
  #worldIsOpen(): boolean {
    return this.#picked === null;
  }

  #stop(): void {
    clearTimeout(this.#restTimer);
    this.#stage.drawn.set(null);
    this.#stage.inputs.callbacks.onWiring(null);
    this.#stage.invalidate("rest");
  }
}

/** The wire that enters an import, which is picked up when one drags from there. */
function wireInto({ scene }: Stage, { node, side, row }: PortPlace) {
  if (side !== "import") return null;
  const found = scene.joints[node]!.find((number) => {
    const target = scene.wires[number]?.target;
    return target?.node === node && target.row === row;
  });
  return found === undefined ? null : scene.wires[found]!;
}

function sameTarget(a: WireTarget | null, b: WireTarget | null): boolean {
  if (a?.kind !== "port" || b?.kind !== "port") return a?.kind === b?.kind;
  return sameEnd(a.end, b.end);
}

function sameEnd(a: PortEnd, b: PortEnd | null): boolean {
  return a.node === b?.node && a.port === b.port && a.side === b.side;
}

function count(fits: number): string {
  return fits === 0 ? "Nothing on the canvas fits" : fits === 1 ? "1 port fits" : `${fits} ports fit`;
}
