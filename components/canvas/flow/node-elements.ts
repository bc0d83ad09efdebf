// The elements in which React Flow puts mounted nodes: shifted by the canvas while a person drags, which costs a tenth of
// shifting the nodes themselves. React Flow sets their `transform`, the canvas their `translate`.

/** The elements of the mounted nodes that `counts`. */
export function nodeElements(root: Element, counts: (id: string) => boolean): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(".react-flow__node")].filter((each) =>
    counts(each.dataset["id"] ?? ""),
  );
}

/** The element in which a node's own element stands. */
export function nodeElementAround(inside: Element): HTMLElement | null {
  return inside.closest<HTMLElement>(".react-flow__node");
}
