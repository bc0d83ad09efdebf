// The order in which instances can be made: providers before their consumers.

import { type Graph, instanceOf } from "./graph.ts";

export interface Topology {
  /** Names of the instances that can be made, providers first. */
  readonly order: readonly string[];
  /** Each cycle as the instances on it, every one consuming from the next. */
  readonly cycles: readonly (readonly string[])[];
}

/** The instantiation order of `graph`; instances on a cycle, or behind one, have no place in it. */
export function topologyOf(graph: Graph): Topology {
  const providers = new Map(
    graph.instances.map((instance) => [
      instance.name,
      Array.from(instance.arguments.values(), instanceOf).filter((name) => name !== null),
    ]),
  );
  const order: string[] = [];
  const cycles: string[][] = [];
  const done = new Map<string, "ordered" | "blocked">();
  for (const { name } of graph.instances) visit(name);
  return { order, cycles };

  /** Depth first without recursion: a chain of instances may be as long as the document. */
  function visit(start: string): void {
    if (done.has(start)) return;
    const path: { name: string; rest: string[]; blocked: boolean }[] = [enter(start)];
    const onPath = new Set([start]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        path.pop();
        onPath.delete(top.name);
        done.set(top.name, top.blocked ? "blocked" : "ordered");
        if (!top.blocked) order.push(top.name);
        const parent = path.at(-1);
        if (parent && top.blocked) parent.blocked = true;
      } else if (onPath.has(next)) {
        const names = path.map(({ name }) => name);
        cycles.push(names.slice(names.indexOf(next)));
        top.blocked = true;
      } else if (done.get(next) === "blocked") {
        top.blocked = true;
      } else if (!done.has(next) && providers.has(next)) {
        path.push(enter(next));
        onPath.add(next);
      }
    }
  }

  function enter(name: string): { name: string; rest: string[]; blocked: boolean } {
    return { name, rest: (providers.get(name) ?? []).toReversed(), blocked: false };
  }
}
