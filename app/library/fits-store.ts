// While a wire is being drawn, the library shows what would fit its end.

import { create } from "zustand";
import type { PortEnd } from "../../components/canvas/canvas-model.ts";

interface FitsState {
  readonly end: PortEnd | null;
}

export const useLibraryFits = create<FitsState>(() => ({ end: null }));

export function showLibraryFits(end: PortEnd | null): void {
  useLibraryFits.setState({ end });
}
