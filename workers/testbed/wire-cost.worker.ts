// Measures one call of one component by another: without a wire between them, with one, and with one where calls are
// suspended instead of blocked.

import { CallStack } from "../run/link/call-stack.ts";
import { createControlBuffer, CONTROL_WORDS, layoutOf } from "../run/control/control-buffer.ts";
import type { RunComponent } from "../run/prepare/run-component.ts";
import { RunControl } from "../run/control/run-control.ts";
import { type JsFunction, Wires } from "../run/link/wires.ts";
import { Turns } from "../run/wait/turns.ts";

/** Short slices in turn: what else goes on in the machine then hits both alike. */
const CALLS = 500;
const ROUNDS = 400;
const SUSPENDED_ROUNDS = 40;

type Exports = Readonly<Record<string, JsFunction>>;

/** Adder and looper for a thread that blocks, and the same for calls that are suspended. */
type Components = [adder: RunComponent, looper: RunComponent, suspended: RunComponent, suspendedLooper: RunComponent];

self.addEventListener("message", async ({ data }: MessageEvent<Components>) => {
  const [adder, looper, suspendedAdder, suspendedLooper] = data;
  const buffer = createControlBuffer();
  const control = new RunControl(buffer ? layoutOf(buffer).words : new Int32Array(CONTROL_WORDS), () => null);
  const wires = new Wires(new CallStack(), control);
  const add = (await instantiate(adder, {}))["add"]!;
  const call = { instance: "adder", interface: null, function: "add" };
  const direct = (await instantiate(looper, { add: { default: add } }))["repeat"]!;
  const wired = (await instantiate(looper, { add: { default: wires.function(call, add) } }))["repeat"]!;
  const times: Record<"direct" | "wired" | "suspended", number[]> = { direct: [], wired: [], suspended: [] };
  for (let i = 0; i < ROUNDS; i++) {
    times.direct.push(nsPerCall(direct));
    times.wired.push(nsPerCall(wired));
  }
  const suspendedAdd = (await instantiate(suspendedAdder, {}))["add"]!;
  const suspendedWires = new Wires(new CallStack(), control, new Turns());
  const imports = { add: { default: suspendedWires.function(call, suspendedAdd) } };
  const suspended = (await instantiate(suspendedLooper, imports))["repeat"]!;
  for (let i = 0; i < SUSPENDED_ROUNDS; i++) times.suspended.push(await nsPerSuspendedCall(suspended));
  const [directNs, wiredNs, suspendedNs] = [median(times.direct), median(times.wired), median(times.suspended)];
  const ratios = { ratio: wiredNs / directNs, suspendedRatio: suspendedNs / wiredNs };
  self.postMessage({ directNs, wiredNs, suspendedNs, ...ratios }, { transfer: [] });
});

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function nsPerCall(repeat: JsFunction): number {
  const startMs = performance.now();
  repeat(CALLS);
  return ((performance.now() - startMs) * 1e6) / CALLS;
}

async function nsPerSuspendedCall(repeat: JsFunction): Promise<number> {
  const startMs = performance.now();
  await repeat(CALLS);
  return ((performance.now() - startMs) * 1e6) / CALLS;
}

async function instantiate(component: RunComponent, imports: object): Promise<Exports> {
  const url = URL.createObjectURL(new Blob([component.js], { type: "text/javascript" }));
  const modules = new Map(component.modules.map(({ file, module }) => [file, module]));
  const script = (await import(/* @vite-ignore */ url)) as {
    instantiate(getModule: (file: string) => WebAssembly.Module | undefined, imports: object): Promise<Exports>;
  };
  return script.instantiate((file) => modules.get(file), imports);
}
