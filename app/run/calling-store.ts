// The part of the page that calls and runs: fetched after the first picture.

import { create } from "zustand";
import type * as CallingModule from "./calling.ts";

type Calling = typeof CallingModule;

interface CallingState {
  /** Null until it has been fetched. */
  readonly calling: Calling | null;
}

export const useCalling = create<CallingState>(() => ({ calling: null }));

export async function loadCalling(): Promise<Calling> {
  const calling = await import("./calling.ts");
  if (!useCalling.getState().calling) useCalling.setState({ calling });
  return calling;
}
