// How the thread of a run waits, chosen once per run: what can be done from outside meanwhile follows from it.

export type WaitMode =
  /** It blocks. Whoever has news wakes it through memory that it shares with the page. */
  | "blocked"
  /** Calls are suspended (JSPI), and the thread goes on taking messages. */
  | "suspended"
  /** It blocks, and nothing but the time wakes it: no memory can be shared, and no call suspended. */
  | "asleep";

/** The way that a run in this engine waits best. */
export function waitModeHere(): WaitMode {
  if (globalThis.crossOriginIsolated) return "blocked";
  return "Suspending" in WebAssembly ? "suspended" : "asleep";
}
