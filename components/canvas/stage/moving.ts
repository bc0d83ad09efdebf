// Dragging nodes. Until the end the move is the canvas's own: boxes, wires and elements follow the pointer in the same frame,
// then the caller is told once and the next model takes over. The grabbed node keeps to the grid, the others to it.

import { nodeElements } from "../flow/node-elements.ts";
import { snap } from "../geometry/metrics.ts";
import type { Point } from "../geometry/rect.ts";
import { toGraph } from "../geometry/view.ts";
import { EdgePan } from "./edge-pan.ts";
import type { Gesture } from "./gesture.ts";
import type { Stage } from "./stage.ts";

export class Moving implements Gesture {
  readonly #stage: Stage;
  readonly #grabbed: string;
  /** Where each node was when the drag began, by its name. */
  readonly #start: ReadonlyMap<string, Point>;
  readonly #from: Point;
  readonly #edgePan: EdgePan;
  #pointer: Point;
  #shift: Point = { x: 0, y: 0 };
  #elements: HTMLElement[] = [];

  /** Moves `nodes` with the one that was grabbed at `local` pixels. */
  constructor(stage: Stage, grabbed: number, nodes: readonly number[], local: Point) {
    this.#stage = stage;
    const { scene } = stage;
    this.#grabbed = scene.nodes[grabbed]!.node.id;
    this.#from = toGraph(stage.view, local);
    this.#pointer = local;
    this.#edgePan = new EdgePan(stage);
    this.#start = new Map(
      nodes.map((node) => [scene.nodes[node]!.node.id, { x: scene.boxes.left(node), y: scene.boxes.top(node) }]),
    );
    this.sceneChanged();
  }

  /** Lifts the nodes and their wires out of what is at rest. */
  sceneChanged(): void {
    const stage = this.#stage;
    const nodes = [...this.#start.keys()].flatMap((id) => stage.scene.nodeIndex.get(id) ?? []);
    stage.moving = new Set(nodes);
    stage.lifted = new Set(nodes.flatMap((node) => stage.scene.joints[node] ?? []));
    stage.courses.lift(stage.moving);
    this.#elements = nodeElements(stage.root, (id) => this.#start.has(id));
    this.#place();
    stage.courses.replan(this.#shift.x, this.#shift.y);
    stage.invalidate("all");
  }

  move(local: Point): void {
    this.#pointer = local;
    this.#stage.wake();
  }

  viewChanged(): void {
    this.#stage.wake();
  }

  nodePlaced(id: string, element: HTMLElement): boolean {
    if (!this.#start.has(id)) return false;
    if (!this.#elements.includes(element)) this.#elements.push(element);
    this.#shiftElement(element);
    return true;
  }

  frame(): void {
    const stage = this.#stage;
    this.#edgePan.step(this.#pointer);
    const at = toGraph(stage.view, this.#pointer);
    const grabbed = this.#start.get(this.#grabbed)!;
    const shift = {
      x: snap(grabbed.x + at.x - this.#from.x) - grabbed.x,
      y: snap(grabbed.y + at.y - this.#from.y) - grabbed.y,
    };
    if (shift.x === this.#shift.x && shift.y === this.#shift.y) return;
    this.#shift = shift;
    this.#place();
    stage.courses.replan(shift.x, shift.y);
    stage.invalidate("moved");
  }

  finish(local: Point): void {
    this.move(local);
    this.frame();
    this.#land();
    const stage = this.#stage;
    const { model } = stage.inputs;
    const moved = this.#shift.x !== 0 || this.#shift.y !== 0;
    if (moved) stage.inputs.callbacks.onMoveNodes(this.#moves());
    // A caller that keeps the old places gets them back; one that moves the nodes has given a new model by then.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (stage.inputs.model === model && stage.moving.size > 0 && stage.gesture === null) this.#restore();
      }),
    );
    if (!moved) this.#restore();
  }

  cancel(): void {
    this.#restore();
  }

  #land(): void {
    for (const element of this.#elements) element.style.willChange = "";
  }

  #moves() {
    return [...this.#start].map(([id, start]) => ({
      id,
      position: { x: start.x + this.#shift.x, y: start.y + this.#shift.y },
    }));
  }

  #place(): void {
    const { x, y } = this.#shift;
    const { nodeIndex, boxes } = this.#stage.scene;
    for (const [id, start] of this.#start) {
      const node = nodeIndex.get(id);
      if (node !== undefined) boxes.move(node, { x: start.x + x, y: start.y + y });
    }
    for (const element of this.#elements) this.#shiftElement(element);
  }

  /** In a layer of its own for the time of the drag, so that the others needn't be painted again. */
  #shiftElement({ style }: HTMLElement): void {
    const { x, y } = this.#shift;
    style.willChange = "";
    style.translate = x === 0 && y === 0 ? "" : `${x}px ${y}px`;
  }

  #restore(): void {
    this.#shift = { x: 0, y: 0 };
    this.#place();
    this.#land();
    this.#stage.rebuild();
  }
}
