// The record of a graph → DOT, the language of Graphviz. Background: the output of `wac resolve`.

import type { GraphRecord, NodeRecord } from "./graph-record.ts";

/** The text that `dot` draws. */
export function drawDot({ nodes, edges }: GraphRecord): string {
  const lines = nodes.map((node) => {
    const exported = node.exports.map((name) => `; export = ${quoted(name)}`).join("");
    return `    ${node.id} [ label = ${quoted(labelOf(node))}; kind = ${quoted(node.type)}${exported}]`;
  });
  const arrows = edges.map(({ kind, from, to, name }) => {
    const label = kind === "alias" ? `alias export "${name}"` : `argument to "${name}"`;
    return `    ${from} -> ${to} [ label = ${quoted(label)}]`;
  });
  return `digraph {\n${[...lines, ...arrows].join("\n")}\n}\n`;
}

function labelOf({ kind, name, component }: NodeRecord): string {
  switch (kind) {
    case "definition":
      return `type definition "${name}"`;
    case "import":
      return `import "${name}"`;
    case "instance":
      return `instantiation of package "${component}"`;
    case "alias":
      return `alias of export "${name}"`;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
