// wasi:clocks. An instance without clocks sees them stand at 0; what it waits for is over at once, so that it can't hang.

import type { InstanceHost } from "./instance-host.ts";
import { ALWAYS_READY, type Pollable, timer } from "./io/pollable.ts";

const NS_PER_MS = 1_000_000;
const NS_PER_S = 1_000_000_000n;

/** Browsers round the time of workers to steps of 5 µs where a page is isolated, and to 100 µs elsewhere. */
const MONOTONIC_RESOLUTION_NS = 100_000n;
const WALL_RESOLUTION_NS = NS_PER_MS;

export interface Datetime {
  readonly seconds: bigint;
  readonly nanoseconds: number;
}

/** @param ns nanoseconds since 1970 */
export function datetimeOf(ns: bigint): Datetime {
  const rest = ((ns % NS_PER_S) + NS_PER_S) % NS_PER_S;
  const seconds = (ns - rest) / NS_PER_S;
  // A datetime has no sign; what lies before 1970 is 1970.
  return seconds < 0n ? { seconds: 0n, nanoseconds: 0 } : { seconds, nanoseconds: Number(rest) };
}

/** Nanoseconds since 1970. */
export function nsOf({ seconds, nanoseconds }: Datetime): bigint {
  return seconds * NS_PER_S + BigInt(nanoseconds);
}

export function monotonicClock(host: InstanceHost): object {
  const { thread, classes } = host.context;
  const granted = (functionName: string): boolean => isGranted(host, "wasi:clocks/monotonic-clock", functionName);
  const pollableAt = (deadlineMs: number, functionName: string): Pollable =>
    new classes.Pollable(thread, granted(functionName) ? timer(thread, deadlineMs) : ALWAYS_READY);
  return {
    now: () => (granted("now") ? BigInt(Math.round(thread.readMs() * NS_PER_MS)) : 0n),
    resolution: () => MONOTONIC_RESOLUTION_NS,
    subscribeInstant: (instant: bigint) => pollableAt(Number(instant) / NS_PER_MS, "subscribe-instant"),
    subscribeDuration: (duration: bigint) =>
      pollableAt(thread.nowMs() + Number(duration) / NS_PER_MS, "subscribe-duration"),
  };
}

export function wallClock(host: InstanceHost): object {
  const { thread } = host.context;
  return {
    now: () => datetimeOf(isGranted(host, "wasi:clocks/wall-clock", "now") ? thread.readWallNs() : 0n),
    resolution: () => datetimeOf(BigInt(WALL_RESOLUTION_NS)),
  };
}

/** Always UTC, which the spec gives where the time zone isn't known: where a person is, is nobody's business. */
export function timezone(): object {
  return {
    display: () => ({ utcOffset: 0, name: "UTC", inDaylightSavingTime: false }),
    utcOffset: () => 0,
  };
}

function isGranted(host: InstanceHost, interfaceName: string, functionName: string): boolean {
  if (!host.grants.clocks) host.denied(interfaceName, functionName, { kind: "clocks" });
  return host.grants.clocks;
}
