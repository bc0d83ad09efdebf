// The courses of a scene's wires and rail links, by number: wires first, then links. Routing a large graph takes longer than
// a frame, so it goes on in steps while the old courses show; wires of nodes that are being moved are lifted out and routed
// anew in every frame. A link's course begins outside the graph; the rail joins it when it is drawn.

import { ERROR_ROOM, labelWidth } from "../drawing/draw-marks.ts";
import { WIRE } from "../geometry/metrics.ts";
import type { MeasureText } from "../geometry/node-layout.ts";
import { type Polyline, moved } from "../geometry/polyline.ts";
import { approach } from "../geometry/rail-layout.ts";
import { routingOrder } from "../geometry/route-all.ts";
import { Router, type WireEnds } from "../geometry/router.ts";
import { WireIndex } from "../geometry/wire-index.ts";
import { type WireMarks, chevronSpot, labelSpot } from "../geometry/wire-marks.ts";
import { type PortPlace, type Scene, portPoint } from "./scene.ts";

/** How far outside all nodes a link's course begins. */
const OUTSIDE = 24;
const NO_MARKS: WireMarks = { label: null, chevron: null };

export class Courses {
  readonly #scene: Scene;
  readonly #measure: MeasureText;
  #lines: (Polyline | undefined)[];
  #marks: (WireMarks | undefined)[] = [];
  #index: WireIndex;
  #router: Router;
  #job: RoutingJob | null;
  /** Wires and links that are routed anew while their nodes move. */
  #lifted: readonly number[] = [];
  /** Wires whose both nodes move: they keep their shape. */
  #carried: ReadonlyMap<number, Polyline> = new Map();
  #settled = true;

  constructor(scene: Scene, measure: MeasureText, previous: Courses | null) {
    this.#scene = scene;
    this.#measure = measure;
    this.#lines = previous ? previous.#takenOver(scene) : [];
    if (previous && previous.#settled && previous.#job === null && sameJoints(previous.#scene, scene)) {
      this.#router = previous.#router;
      this.#index = previous.#index;
      this.#job = null;
      this.#mark();
      return;
    }
    this.#router = previous ? previous.#router : new Router(scene.boxes);
    this.#index = new WireIndex([]);
    this.#job = new RoutingJob(scene);
  }

  /** The course of a wire or link; undefined until it is routed for the first time. */
  line(number: number): Polyline | undefined {
    return this.#lines[number] ?? this.#job?.lines[number];
  }

  marks(wire: number): WireMarks {
    return this.#marks[wire] ?? NO_MARKS;
  }

  /** Settled courses by place; empty while the first routing goes on. */
  get index(): WireIndex {
    return this.#index;
  }

  /** The lanes as they are taken now, for planning one more wire. */
  get router(): Router {
    return this.#router;
  }

  /** Whether routing goes on: `step` has work to do. */
  get busy(): boolean {
    return this.#job !== null;
  }

  /** Routes for about `budgetMs`; when all is done the new courses replace the old ones at once. */
  step(budgetMs: number): void {
    if (!this.#job?.run(performance.now() + budgetMs)) return;
    this.#router = this.#job.router;
    this.#lines = this.#job.lines;
    this.#job = null;
    this.#settled = true;
    this.#mark();
    this.#index = new WireIndex(this.#lines.slice(0, this.#scene.wires.length));
  }

  /** Takes the courses of `moving` nodes' wires and links out of their lanes; `replan` lays them in every frame. */
  lift(moving: ReadonlySet<number>): void {
    this.step(Infinity);
    this.#settled = false;
    const { joints, wires } = this.#scene;
    const carried = new Map<number, Polyline>();
    const lifted = new Set<number>();
    for (const number of [...moving].flatMap((node) => joints[node] ?? [])) {
      const wire = wires[number];
      const line = this.#lines[number];
      if (line && wire && moving.has(wire.source.node) && moving.has(wire.target.node)) carried.set(number, line);
      else lifted.add(number);
    }
    for (const number of [...carried.keys(), ...lifted]) this.#release(number);
    for (const [number, line] of carried) this.#lines[number] = line;
    this.#carried = carried;
    this.#lifted = [...lifted];
  }

  /** Lays what is lifted: as the boxes are now, which have moved by (`dx`, `dy`) since. */
  replan(dx: number, dy: number): void {
    const scene = this.#scene;
    const wires = this.#lifted.filter((number) => number < scene.wires.length);
    for (const number of this.#lifted) this.#release(number);
    for (const ends of routingOrder(wires.map((number) => endsOf(scene, number)))) {
      this.#lines[ends.wire] = this.#router.route(ends);
    }
    for (const number of this.#lifted) {
      if (number >= scene.wires.length) this.#lines[number] = takeApproach(scene, this.#router, number);
    }
    for (const [number, line] of this.#carried) this.#lines[number] = moved(line, dx, dy);
    for (const number of [...wires, ...this.#carried.keys()]) this.#marks[number] = this.#marksOf(number, true);
  }

  #release(number: number): void {
    const line = this.#lines[number];
    if (line) this.#router.release({ wire: number, net: netOf(this.#scene, number) }, line);
    this.#lines[number] = undefined;
  }

  /** The label goes with the wire of its port that leaves it the most room. */
  #mark(): void {
    const { wires } = this.#scene;
    const roomiest = new Map<number, number>();
    wires.forEach((_, number) => {
      const net = netOf(this.#scene, number);
      const best = roomiest.get(net);
      if (best === undefined || this.#firstRun(number) > this.#firstRun(best)) roomiest.set(net, number);
    });
    const labelled = new Set(roomiest.values());
    this.#marks = wires.map((_, number) => this.#marksOf(number, labelled.has(number)));
  }

  #firstRun(number: number): number {
    const line = this.#lines[number];
    return line ? line[2]! - line[0]! : 0;
  }

  #marksOf(number: number, labelled: boolean): WireMarks {
    const line = this.#lines[number];
    if (!line) return NO_MARKS;
    const { wire } = this.#scene.wires[number]!;
    const width = labelWidth(wire, this.#measure);
    const gap = WIRE.labelGap + (wire.state === "error" ? ERROR_ROOM : 0);
    const label = labelled ? labelSpot(line, width, gap, this.#router.lanes) : null;
    return { label, chevron: chevronSpot(line, label, width) };
  }

  /** The courses that still join the same places, by the numbers of another scene. */
  #takenOver(scene: Scene): (Polyline | undefined)[] {
    const old = this.#scene;
    const lines = scene.wires.map(({ wire }, number) => {
      const before = old.wireIndex.get(wire.id);
      const line = before === undefined ? undefined : this.#lines[before];
      const { source, target } = endsOf(scene, number);
      const joins =
        line?.[0] === source.x && line[1] === source.y && line.at(-2) === target.x && line.at(-1) === target.y;
      return joins ? line : undefined;
    });
    const links = scene.links.map((link, i) => {
      const before = old.links[i];
      const same =
        before && before.side === link.side && before.item === link.item && samePlace(before.place, link.place);
      return same ? this.#lines[old.wires.length + i] : undefined;
    });
    return [...lines, ...links];
  }
}

/** Routes all wires and links of a scene from nothing, in as many steps as it takes. */
class RoutingJob {
  readonly lines: (Polyline | undefined)[] = [];
  readonly router: Router;
  readonly #scene: Scene;
  readonly #order: readonly WireEnds[];
  #next = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.router = new Router(scene.boxes);
    this.#order = routingOrder(scene.wires.map((_, number) => endsOf(scene, number)));
  }

  /** Whether all is routed; stops soon after `until` on the page's clock. */
  run(until: number): boolean {
    const { wires, links } = this.#scene;
    while (this.#next < wires.length + links.length) {
      const ends = this.#order[this.#next];
      if (ends) this.lines[ends.wire] = this.router.route(ends);
      else this.lines[this.#next] = takeApproach(this.#scene, this.router, this.#next);
      this.#next++;
      if (this.#next % 16 === 0 && performance.now() > until) return false;
    }
    return true;
  }
}

function takeApproach(scene: Scene, router: Router, number: number): Polyline {
  const { side, place } = scene.links[number - scene.wires.length]!;
  const bounds = scene.boxes.bounds()!;
  const outside = side === "left" ? bounds.x - OUTSIDE : bounds.x + bounds.width + OUTSIDE;
  const ends = { wire: number, net: netOf(scene, number), port: portPoint(scene, place) };
  const line = approach(scene.boxes, router.lanes, side, ends, outside);
  router.lanes.take(number, ends.net, line);
  return line;
}

function endsOf(scene: Scene, number: number): WireEnds {
  const { source, target } = scene.wires[number]!;
  return {
    wire: number,
    net: netOf(scene, number),
    source: portPoint(scene, source),
    target: portPoint(scene, target),
  };
}

/** Wires of one provider port are one net, links of one rail item are another. */
function netOf(scene: Scene, number: number): number {
  const wire = scene.wires[number];
  if (wire) return netOfPort(wire.source);
  const { side, item } = scene.links[number - scene.wires.length]!;
  return -1 - (item * 2 + (side === "left" ? 0 : 1));
}

/** The net of wires that leave an export. */
export function netOfPort({ node, row }: PortPlace): number {
  return node * 4096 + row;
}

/** Whether two scenes join the same ports at the same places, in the same order. */
function sameJoints(a: Scene, b: Scene): boolean {
  return (
    a.boxes === b.boxes &&
    a.wires.length === b.wires.length &&
    a.links.length === b.links.length &&
    a.wires.every(({ source, target, wire }, i) => {
      const other = b.wires[i]!;
      return samePlace(source, other.source) && samePlace(target, other.target) && wire.id === other.wire.id;
    }) &&
    a.links.every(({ side, item, place }, i) => {
      const other = b.links[i]!;
      return side === other.side && item === other.item && samePlace(place, other.place);
    })
  );
}

function samePlace(a: PortPlace, b: PortPlace): boolean {
  return a.node === b.node && a.side === b.side && a.row === b.row;
}
