// What the instances of a scenario wrote, and what was refused to them. The composed whole has one standard output, so
// that what all instances write there counts as one text, in the order in which they wrote it.

import type { ScenarioRefusal } from "../../core/scenarios/scenario-result.ts";
import type { RunEvent } from "../../workers/run/session/run-events.ts";
import { grantsNeeded } from "../run/grants.ts";
import { describeDenial } from "../run/run-words.ts";

export class ScenarioOutput {
  readonly #pieces = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  /** By what is told of them: the same is told once. */
  readonly #refusals = new Map<string, ScenarioRefusal>();

  note(events: readonly RunEvent[]): void {
    for (const event of events) {
      if (event.kind === "output") this.#pieces[event.stream].push(event.bytes);
      if (event.kind !== "denied") continue;
      const text = describeDenial(event);
      this.#refusals.set(text, { instance: event.instance, grants: grantsNeeded(event.needs), text });
    }
  }

  texts(): { readonly stdout: string; readonly stderr: string } {
    return { stdout: decoded(this.#pieces.stdout), stderr: decoded(this.#pieces.stderr) };
  }

  refusals(): readonly ScenarioRefusal[] {
    return [...this.#refusals.values()];
  }
}

function decoded(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
}
