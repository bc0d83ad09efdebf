// Which nodes React mounts, a few more in each frame: mounting a screenful at once would stop the page. Those that wait are
// drawn as boxes by the layer at rest. Nodes mounted where only titles show come without texts and get them later.

import { mountWindow, nodesToMount } from "../geometry/culling.ts";
import type { Detail } from "../geometry/metrics.ts";
import type { Point, Rect, Size } from "../geometry/rect.ts";
import { type View, toGraph } from "../geometry/view.ts";
import type { Scene } from "../scene/scene.ts";

/** What React mounts; the indices belong to the scene. */
export interface Mounted {
  readonly scene: Scene;
  readonly nodes: readonly MountedEntry[];
}

export interface MountedEntry {
  readonly index: number;
  /** Whether its texts are there. */
  readonly whole: boolean;
}

/** Nodes mounted, completed or taken away in a frame at least; more when many wait. */
const LEAST_STEP = 2;
const SHARE_OF_WAITING = 18;

export class Mounting {
  #scene: Scene | null = null;
  #key = "";
  #wanted: readonly number[] = [];
  #wholes = false;
  /** What is nearest to it comes first. */
  #middle: Point = { x: 0, y: 0 };
  /** By index, whether it is whole. */
  #mounted = new Map<number, boolean>();

  /** Whether a node shows on the page: boxes of the canvas lie over nodes that are still to be taken away. */
  isShown(index: number, detail: Detail): boolean {
    return detail !== "boxes" && this.#mounted.has(index);
  }

  /** Follows the view; `focused` stays mounted wherever it is. */
  follow(scene: Scene, view: View, size: Size, detail: Detail, focused: number | undefined): void {
    const window = mountWindow(view, size);
    const key = `${keyOf(window)} ${detail} ${focused}`;
    if (scene === this.#scene && key === this.#key) return;
    if (scene !== this.#scene) this.#carryOver(scene);
    this.#key = key;
    this.#wanted = nodesToMount(scene.boxes, window, focused === undefined ? [] : [focused]);
    this.#middle = toGraph(view, { x: size.width / 2, y: size.height / 2 });
    this.#wholes = detail === "full" || detail === "names";
  }

  /** Whether `step` has something to do. */
  get isBehind(): boolean {
    return this.#missing().length + this.#partial().length + this.#spare().length > 0;
  }

  /** Takes one step, or all that are left. */
  step(all: boolean): Mounted {
    const waiting = this.#waiting();
    const spare = this.#spare();
    const some = (list: readonly number[]) =>
      all ? list : list.slice(0, Math.max(LEAST_STEP, Math.ceil(list.length / SHARE_OF_WAITING)));
    for (const index of some(waiting)) this.#mounted.set(index, this.#wholes);
    for (const index of some(spare)) this.#mounted.delete(index);
    return this.current();
  }

  current(): Mounted {
    const nodes = [...this.#mounted].map(([index, whole]) => ({ index, whole }));
    return { scene: this.#scene!, nodes: nodes.toSorted((a, b) => a.index - b.index) };
  }

  /** Nodes to mount first, then those to complete. */
  #waiting(): readonly number[] {
    return [...this.#fromTheMiddle(this.#missing()), ...this.#fromTheMiddle(this.#partial())];
  }

  #missing(): readonly number[] {
    return this.#wanted.filter((index) => !this.#mounted.has(index));
  }

  #partial(): readonly number[] {
    return this.#wholes ? this.#wanted.filter((index) => this.#mounted.get(index) === false) : [];
  }

  #fromTheMiddle(nodes: readonly number[]): readonly number[] {
    const { boxes } = this.#scene!;
    const away = (node: number) =>
      Math.hypot(
        boxes.left(node) + boxes.right(node) - 2 * this.#middle.x,
        boxes.top(node) + boxes.bottom(node) - 2 * this.#middle.y,
      );
    return nodes.toSorted((a, b) => away(a) - away(b));
  }

  #spare(): readonly number[] {
    const wanted = new Set(this.#wanted);
    return [...this.#mounted.keys()].filter((index) => !wanted.has(index));
  }

  /** The same nodes under their indices in another scene. */
  #carryOver(scene: Scene): void {
    const before = this.#scene;
    const mounted = new Map<number, boolean>();
    for (const [index, whole] of this.#mounted) {
      const now = scene.nodeIndex.get(before!.nodes[index]!.node.id);
      if (now !== undefined) mounted.set(now, whole);
    }
    this.#mounted = mounted;
    this.#scene = scene;
  }
}

function keyOf(window: Rect | null): string {
  return window ? `${window.x},${window.y},${window.width},${window.height}` : "none";
}
