// The graphs of the demo page: the orders service, the same with troubles, and a generated one of any size.

import type {
  CanvasModel,
  CanvasNode,
  CanvasPort,
  CanvasWire,
  Capability,
  PortColour,
  RailItem,
} from "../canvas-model.ts";
import { snap } from "../geometry/metrics.ts";

const LANGUAGES = { Rs: "Rust", Go: "TinyGo", Js: "JavaScript", Py: "Python", C: "C" } as const;
const WASI = {
  clocks: { kind: "clocks", interfaces: ["wasi:clocks/wall-clock@0.2.3", "wasi:clocks/monotonic-clock@0.2.3"] },
  random: { kind: "random", interfaces: ["wasi:random/random@0.2.3"] },
  cli: { kind: "cli", interfaces: ["wasi:cli/stdout@0.2.3", "wasi:cli/stderr@0.2.3"] },
  http: { kind: "http", interfaces: ["wasi:http/outgoing-handler@0.2.3"] },
  secrets: { kind: "secrets", interfaces: ["wasi:keyvalue/secrets@0.2.0-draft"] },
} as const satisfies Record<string, Capability>;

/** `jade diamond shop:orders/store@1.2.0` */
function port(text: string, state: CanvasPort["state"] = "wired"): CanvasPort {
  const [colour, shape, name] = text.split(" ") as [PortColour, CanvasPort["shape"], string];
  const [path, version] = name.split("@") as [string, string | undefined];
  const label = path.startsWith("wasi:keyvalue") || path.startsWith("tax:") ? path.slice(path.indexOf(":") + 1) : path;
  return {
    name,
    label: label
      .split("/")
      .slice(label === path ? -1 : 0)
      .join("/"),
    version: version ?? null,
    colour,
    shape,
    state,
  };
}

const STORE = "jade diamond shop:orders/store@1.2.0";
const PRICING = "moss circle shop:orders/pricing@1.2.0";
const VALIDATION = "violet circle shop:orders/validation@1.2.0";
const TOKENS = "azure circle shop:auth/tokens@0.4.1";
const LOG = "orchid circle shop:audit/log@1.0.0";

function node(
  id: string,
  packageName: string,
  version: string,
  mark: keyof typeof LANGUAGES,
  [x, y]: readonly [number, number],
  rest: Partial<CanvasNode>,
): CanvasNode {
  return {
    id,
    title: id,
    packageName,
    version,
    language: { mark, name: LANGUAGES[mark] },
    position: { x, y },
    imports: [],
    exports: [],
    capabilities: [],
    problem: null,
    running: false,
    ...rest,
  };
}

function wire(from: string, to: string, text: string, state: CanvasWire["state"] = "idle"): CanvasWire {
  const { name, label, version, colour, shape } = port(text);
  return {
    id: `${from}→${to}:${name}`,
    source: { node: from, side: "export", port: name },
    target: { node: to, side: "import", port: name },
    label,
    version,
    colour,
    shape,
    state,
  };
}

const KEYVALUE = "slate diamond wasi:keyvalue/store@0.2.0-draft";
const HANDLER = "slate diamond wasi:http/incoming-handler@0.2.3";

const WORLD_IMPORT: RailItem = {
  name: "wasi:keyvalue/store@0.2.0-draft",
  label: "keyvalue/store",
  detail: "wasi 0.2.0-draft",
  colour: "slate",
  shape: "diamond",
  state: "idle",
  ends: [{ node: "store", side: "import", port: "wasi:keyvalue/store@0.2.0-draft" }],
};
const WORLD_EXPORT: RailItem = {
  name: "wasi:http/incoming-handler@0.2.3",
  label: "incoming-handler",
  detail: "wasi:http 0.2.3",
  colour: "slate",
  shape: "diamond",
  state: "idle",
  ends: [{ node: "gateway", side: "export", port: "wasi:http/incoming-handler@0.2.3" }],
};

/** The orders service of the mocks. */
export const ORDERS: CanvasModel = {
  nodes: [
    node("store", "order-store", "0.9.2", "Rs", [52, 76], {
      imports: [port(KEYVALUE)],
      exports: [port(STORE)],
      capabilities: [WASI.clocks, WASI.random, WASI.cli, WASI.http],
    }),
    node("audit", "audit-log", "1.0.0", "C", [52, 628], {
      exports: [port(LOG)],
      capabilities: [WASI.cli, WASI.clocks],
    }),
    node("pricing-flat", "pricing-flat", "0.3.1", "Rs", [328, 196], {
      imports: [port(STORE)],
      exports: [port(PRICING)],
    }),
    node("pricing-eu", "pricing-eu", "0.8.0", "Py", [328, 320], {
      imports: [port(STORE)],
      exports: [port(PRICING, "free")],
      capabilities: [WASI.clocks],
    }),
    node("validate", "order-validate", "2.1.3", "Js", [328, 484], {
      exports: [port(VALIDATION)],
      capabilities: [WASI.random],
    }),
    node("auth", "jwt-auth", "1.4.0", "Go", [328, 628], {
      imports: [port(LOG)],
      exports: [port(TOKENS)],
      capabilities: [WASI.clocks, WASI.secrets],
    }),
    node("gateway", "order-gateway", "0.6.0", "Rs", [792, 76], {
      imports: [port(STORE), port(PRICING), port(VALIDATION), port(TOKENS)],
      exports: [port(HANDLER)],
      capabilities: [WASI.clocks, WASI.cli, WASI.http, WASI.random],
    }),
  ],
  wires: [
    wire("store", "gateway", STORE),
    wire("store", "pricing-flat", STORE),
    wire("store", "pricing-eu", STORE),
    wire("pricing-flat", "gateway", PRICING),
    wire("validate", "gateway", VALIDATION),
    wire("auth", "gateway", TOKENS),
    wire("audit", "auth", LOG),
  ],
  worldImports: {
    title: "World imports",
    detail: "supplied by the host",
    items: [WORLD_IMPORT],
    folded: "8 more wasi 0.2.3: http, io, clocks, random, cli, folded per instance",
  },
  worldExports: { title: "World exports", detail: "orders-service 0.4.0", items: [WORLD_EXPORT], folded: null },
};

/** The same with a missing import, a failed wire, problems and running instances. */
export const TROUBLES: CanvasModel = {
  ...ORDERS,
  nodes: ORDERS.nodes.map((each): CanvasNode => {
    switch (each.id) {
      case "pricing-eu":
        return {
          ...each,
          imports: [...each.imports, port("violet circle tax:tax/rates@0.3.0", "missing")],
          problem: { severity: "error", text: "1 unsatisfied" },
        };
      case "store":
        return { ...each, problem: { severity: "warning", text: "1 refused" }, running: true };
      case "gateway":
      case "auth":
        return { ...each, running: true };
      default:
        return each;
    }
  }),
  wires: ORDERS.wires.map((each) =>
    each.id === "validate→gateway:shop:orders/validation@1.2.0" || each.id.startsWith("audit")
      ? { ...each, state: "error" }
      : each,
  ),
};

/** The mock of a wire being drawn: two offers of pricing, one of another version, and nothing wired yet. */
export const OFFERS: CanvasModel = {
  ...ORDERS,
  nodes: ORDERS.nodes.map((each): CanvasNode => {
    const free = {
      ...each,
      exports: each.exports.map((one) => (one.label === "pricing" ? { ...one, state: "free" as const } : one)),
    };
    if (each.id === "gateway") {
      return {
        ...each,
        imports: each.imports.map((one) => (one.label === "pricing" ? { ...one, state: "free" } : one)),
      };
    }
    if (each.id !== "pricing-eu") return free;
    const next = "moss circle shop:orders/pricing@2.0.0";
    return {
      ...free,
      id: "pricing-next",
      title: "pricing-next",
      packageName: "pricing-next",
      version: "2.0.0",
      language: { mark: "Rs", name: "Rust" },
      exports: [port(next, "free")],
    };
  }),
  wires: [
    ...ORDERS.wires.filter(({ label, target }) => label !== "pricing" && target.node !== "pricing-eu"),
    wire("store", "pricing-next", STORE),
  ],
};

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const COLOURS: readonly PortColour[] = ["azure", "jade", "moss", "orchid", "violet", "slate"];
const KINDS = ["tokens", "store", "pricing", "log", "validation", "settings"];

/** A graph in columns with six imports and four exports a node; wires lead to one of the next two columns. */
export function generated(count: number, wireCount: number): CanvasModel {
  const random = randomFrom(12_345);
  const rows = Math.ceil(Math.sqrt(count * 0.62));
  const kind = (i: number) =>
    `${COLOURS[i % 6]} ${i % 3 === 0 ? "diamond" : "circle"} demo:part-${i % 6}/${KINDS[i % 6]}`;
  const nodes = Array.from({ length: count }, (_, i) =>
    node(
      `component-${i}`,
      `demo-part-${i % 40}`,
      `0.${i % 9}.${i % 4}`,
      "Rs",
      [snap(Math.floor(i / rows) * 400 + random() * 32), snap((i % rows) * 300 + random() * 32)],
      {
        imports: Array.from({ length: 6 }, (__, k) => port(`${kind(i + k)}-in${k}@0.2.${k}`)),
        exports: Array.from({ length: 4 }, (__, k) => port(`${kind(i + k)}-out${k}@0.2.${k}`)),
        capabilities: [WASI.clocks, WASI.random, WASI.cli, WASI.http].slice(0, i % 5),
        running: i % 3 === 0,
      },
    ),
  );
  const taken = new Set<string>();
  const wires: CanvasWire[] = [];
  while (wires.length < wireCount) {
    const from = Math.floor(random() * count);
    const near = from + (1 + Math.floor(random() * 2)) * rows + Math.floor(random() * 7) - 3;
    const to = random() < 0.05 ? Math.floor(random() * count) : near;
    const source = nodes[from];
    const target = nodes[to];
    const provided = source?.exports[Math.floor(random() * 4)];
    const required = target?.imports[Math.floor(random() * 6)];
    if (!source || !target || !provided || !required || from === to || taken.has(`${to} ${required.name}`)) continue;
    taken.add(`${to} ${required.name}`);
    wires.push({
      id: `w${wires.length}`,
      source: { node: source.id, side: "export", port: provided.name },
      target: { node: target.id, side: "import", port: required.name },
      label: provided.label,
      version: provided.version,
      colour: provided.colour,
      shape: provided.shape,
      state: "idle",
    });
  }
  const ends = nodes
    .slice(0, 12)
    .map(({ id, imports }) => ({ node: id, side: "import" as const, port: imports[5]!.name }));
  return {
    nodes,
    wires,
    worldImports: {
      title: "World imports",
      detail: "supplied by the host",
      items: [
        {
          name: "demo:host/settings",
          label: "settings",
          detail: "demo:host 0.2.0",
          colour: "slate",
          shape: "circle",
          state: "idle",
          ends: ends.filter(({ node: id, port: name }) => !taken.has(`${id.slice(10)} ${name}`)),
        },
      ],
      folded: null,
    },
    worldExports: { title: "World exports", detail: "generated", items: [], folded: null },
  };
}
