import { describe, expect, it } from "vitest";
import { evaluate } from "../../../core/graph/evaluate.ts";
import { exportOfInstance, type Graph, type GraphInstance, type Item } from "../../../core/graph/graph.ts";
import { readComponent } from "../../../core/wit/read.ts";
import { buildComponent, type ComponentText } from "../../testbed/build-component.ts";
import { CALC, CLOCKWORK, GREEDY, PRINTER, RELAY } from "../../testbed/test-components.ts";
import { DEFAULT_LIMITS } from "../control/limits.ts";
import { planRun, type RunOptions } from "./run-plan.ts";
import { NO_GRANTS } from "../wasi/grants.ts";

const API = "test:calc/api@1.0.0";

async function instance(
  name: string,
  text: ComponentText,
  args: Readonly<Record<string, Item>> = {},
): Promise<GraphInstance> {
  const component = readComponent(await buildComponent(text));
  if (!component.ok) return expect.fail(component.error.kind);
  return { name, key: `${name}:key`, component: component.value, arguments: new Map(Object.entries(args)) };
}

const OPTIONS: RunOptions = {
  importsOf: () => undefined,
  grantsOf: () => NO_GRANTS,
  trees: new Map(),
  limits: DEFAULT_LIMITS,
};

function plan(instances: GraphInstance[], imports: Readonly<Record<string, readonly string[]>>, options = OPTIONS) {
  const graph: Graph = { instances, imports: [], exports: [] };
  return planRun(evaluate(graph), { ...options, importsOf: (key) => imports[key] });
}

describe("a plan", () => {
  it("says where each import comes from, providers first", async () => {
    const instances = [
      await instance("front", RELAY, { [API]: exportOfInstance("calc", API) }),
      await instance("calc", CALC),
      await instance("greedy", GREEDY, { tick: exportOfInstance("clockwork", "tick") }),
      await instance("clockwork", CLOCKWORK),
      await instance("lonely", RELAY),
      await instance("printer", PRINTER),
    ];
    const stdout = ["wasi:cli/stdout@0.2.0", "wasi:io/streams@0.2.0"];
    const imports = {
      "front:key": [API],
      "calc:key": [],
      "greedy:key": ["tick"],
      "clockwork:key": [],
      "lonely:key": [API],
    };
    const planned = plan(instances, { ...imports, "printer:key": stdout });
    if (!planned.ok) return expect.fail(JSON.stringify(planned.error));
    const sources = planned.value.instances.map(({ name, imports: from }) => [name, Object.fromEntries(from)]);
    expect(Object.fromEntries(sources)).toEqual({
      calc: {},
      front: { [API]: { kind: "wire", provider: "calc", export: API } },
      clockwork: {},
      greedy: { tick: { kind: "wire", provider: "clockwork", export: "tick" } },
      lonely: { [API]: { kind: "missing" } },
      printer: {
        "wasi:cli/stdout@0.2.0": { kind: "host", interface: "wasi:cli/stdout", function: null, instance: "printer" },
        "wasi:io/streams@0.2.0": { kind: "host", interface: "wasi:io/streams", function: null, instance: "printer" },
      },
    });
    const order = sources.map(([name]) => name);
    expect(order.indexOf("calc")).toBeLessThan(order.indexOf("front"));
    expect(order.indexOf("clockwork")).toBeLessThan(order.indexOf("greedy"));
    expect(structuredClone(planned.value)).toEqual(planned.value);
  });

  it("takes a whole instance as an argument", async () => {
    const named = `(component (import "part" (instance $part (export "tick" (func))))
      (alias export $part "tick" (func $tick)) (core func $core (canon lower (func $tick)))
      (core module $m (import "" "tick" (func))) (core instance (instantiate $m (with "" (instance (export "tick" (func $core)))))))`;
    const instances = [
      await instance("user", named, { part: { kind: "instance", instance: "clockwork" } }),
      await instance("clockwork", CLOCKWORK),
    ];
    expect(plan(instances, { "user:key": ["part"], "clockwork:key": [] })).toMatchObject({
      ok: true,
      value: {
        instances: [{}, { imports: new Map([["part", { kind: "wire", provider: "clockwork", export: null }]]) }],
      },
    });
  });

  it("is refused with what keeps it from running", async () => {
    const calc = await instance("calc", CALC);
    expect(plan([calc], {})).toEqual({ ok: false, error: [{ kind: "not-transpiled", instance: "calc" }] });
    const preopens = [{ path: "/", tree: "nowhere", folder: "", access: "read" }] as const;
    const options = { ...OPTIONS, grantsOf: () => ({ ...NO_GRANTS, preopens }) };
    expect(plan([calc], { "calc:key": [] }, options)).toEqual({
      ok: false,
      error: [{ kind: "unknown-tree", instance: "calc", tree: "nowhere" }],
    });
    const misfit = await instance("front", RELAY, { [API]: exportOfInstance("clockwork", "tick") });
    expect(plan([misfit, await instance("clockwork", CLOCKWORK)], {})).toEqual({
      ok: false,
      error: [{ kind: "unsound-graph" }],
    });
  });
});
