// A page that shows the canvas by itself, for looking at it and for the scripts beside it. `?case=` chooses the graph,
// `?theme=dark` the theme, `?zoom=` a view. What the canvas tells is kept in `window.canvasDemo`.

import "../../styles/tokens.css";
import { useCallback, useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

import type {
  CanvasCallbacks,
  CanvasHandle,
  CanvasModel,
  CanvasNode,
  PortEnd,
  PortVerdict,
  PortVerdicts,
  Selection,
} from "../canvas-model.ts";
import { Canvas } from "../Canvas.tsx";
import { OFFERS, ORDERS, TROUBLES, generated } from "./demo-graphs.ts";

interface DemoWindow {
  canvasDemo?: {
    readonly calls: unknown[];
    readonly handle: () => CanvasHandle | null;
    readonly model: () => CanvasModel;
    readonly selection: () => Selection;
    readonly zoom: () => number;
    readonly select: (selection: Partial<Selection>) => void;
  };
}

const NOTHING: Selection = { nodes: [], wires: [], worldImports: [], worldExports: [] };
const query = new URLSearchParams(location.search);

function graphOf(name: string | null): CanvasModel {
  switch (name) {
    case "troubles":
      return TROUBLES;
    case "offers":
      return OFFERS;
    case "large":
      return generated(Number(query.get("nodes") ?? 1000), Number(query.get("wires") ?? 3000));
    default:
      return ORDERS;
  }
}

/** `shop:orders/pricing` and `1.2.0` of a port's name. */
function nameAndVersion(port: string): readonly [string, string] {
  const [name = "", version = ""] = port.split("@");
  return [name, version];
}

function verdictOf(need: string, offer: string): PortVerdict {
  const [needed, version] = nameAndVersion(need);
  const [offered, other] = nameAndVersion(offer);
  if (needed === offered && version === other) return { fits: true, note: null };
  const [, name = ""] = needed.split("/");
  const reason =
    needed === offered
      ? ({
          title: `Does not fit the import of ${name}`,
          detail: `needs ${need}, offered @${other}`,
          difference: [
            { mark: " ", text: "quote: func" },
            { mark: "-", text: "order: borrow<order>" },
            { mark: "+", text: "order: own<order>" },
            { mark: " ", text: "opts: options" },
            { mark: "-", text: "-> result<quote, error>" },
            { mark: "+", text: "-> result<quote, quote-error>" },
          ],
          help: "Drop to see ways to adapt",
        } as const)
      : { title: "Another interface", detail: `needs ${need}, offered ${offer}`, difference: [], help: null };
  return { fits: false, reason };
}

function verdictsIn(model: CanvasModel, end: PortEnd): PortVerdicts {
  const other = (node: CanvasNode) => (end.side === "import" ? node.exports : node.imports);
  return new Map(
    model.nodes
      .filter(({ id }) => id !== end.node)
      .map((node) => [
        node.id,
        new Map(
          other(node).map(({ name }) => [
            name,
            end.side === "import" ? verdictOf(end.port, name) : verdictOf(name, end.port),
          ]),
        ),
      ]),
  );
}

function connected(model: CanvasModel, a: PortEnd, b: PortEnd): CanvasModel {
  const source = a.side === "export" ? a : b;
  const target = a.side === "export" ? b : a;
  const port = model.nodes.find(({ id }) => id === source.node)?.exports.find(({ name }) => name === source.port);
  if (!port) return model;
  const { label, version, colour, shape } = port;
  const wires = model.wires.filter((wire) => wire.target.node !== target.node || wire.target.port !== target.port);
  return {
    ...model,
    wires: [
      ...wires,
      {
        id: `${source.node}→${target.node}:${target.port}`,
        source,
        target,
        label,
        version,
        colour,
        shape,
        state: "idle",
      },
    ],
    nodes: model.nodes.map((node) => ({
      ...node,
      imports: node.imports.map((each) =>
        node.id === target.node && each.name === target.port ? { ...each, state: "wired" } : each,
      ),
      exports: node.exports.map((each) =>
        node.id === source.node && each.name === source.port ? { ...each, state: "wired" } : each,
      ),
    })),
  };
}

function Demo() {
  const [model, setModel] = useState(() => graphOf(query.get("case")));
  const [selection, setSelection] = useState<Selection>(() => ({
    ...NOTHING,
    nodes: query.get("select")?.split(",") ?? [],
    wires: query.get("wire")?.split(",") ?? [],
  }));
  const [zoom, setZoom] = useState(1);
  const handle = useRef<CanvasHandle>(null);
  const current = useRef({ model, selection, zoom });
  current.current = { model, selection, zoom };
  const calls = useMemo((): unknown[] => [], []);
  (window as DemoWindow).canvasDemo = {
    calls,
    handle: () => handle.current,
    model: () => current.current.model,
    selection: () => current.current.selection,
    zoom: () => current.current.zoom,
    select: (part) => setSelection({ ...NOTHING, ...part }),
  };

  const callbacks = useMemo((): CanvasCallbacks => {
    const log = (name: string, ...args: unknown[]) => calls.push({ name, args: structuredClone(args) });
    return {
      onMoveNodes(moves) {
        log("onMoveNodes", moves);
        const to = new Map(moves.map(({ id, position }) => [id, position]));
        setModel((before) => ({
          ...before,
          nodes: before.nodes.map((node) => (to.has(node.id) ? { ...node, position: to.get(node.id)! } : node)),
        }));
      },
      onSelect(next) {
        log("onSelect", next);
        setSelection(next);
      },
      verdictsFor: (end) => verdictsIn(current.current.model, end),
      onConnect(a, b) {
        log("onConnect", a, b);
        setModel((before) => connected(before, a, b));
      },
      onMoveWireEnd(wire, to) {
        log("onMoveWireEnd", wire, to);
        setModel((before) => {
          const source = before.wires.find(({ id }) => id === wire)?.source;
          const without = { ...before, wires: before.wires.filter(({ id }) => id !== wire) };
          return source && to ? connected(without, source, to) : without;
        });
      },
      onConnectToWorld: (end) => log("onConnectToWorld", end),
      onDropInSpace: (end, at, screen) => log("onDropInSpace", end, at, screen),
      onDropItem: (data, at) => log("onDropItem", [...data.types], at),
      onContextMenu: (target, screen) => log("onContextMenu", target, screen),
      onOpenNode: (id) => log("onOpenNode", id),
      portDetails: ({ port }) => ({
        title: port,
        wit: `interface ${port.split("/")[1]?.split("@")[0] ?? port} {\n  use types.{order, error};\n\n  find: func(id: u64) -> option<order>;\n  open: func(draft: draft) -> result<order, error>;\n}`,
      }),
    };
  }, [calls]);

  const onViewport = useCallback((viewport: { readonly zoom: number }) => setZoom(viewport.zoom), []);
  const at = Number(query.get("zoom"));
  const initialViewport =
    at > 0 ? { x: Number(query.get("x") ?? 160), y: Number(query.get("y") ?? 20), zoom: at } : undefined;
  return (
    <Canvas
      {...callbacks}
      ref={handle}
      model={model}
      selection={selection}
      initialViewport={initialViewport}
      onViewportChange={onViewport}
    />
  );
}

createRoot(document.querySelector("#root")!).render(<Demo />);
