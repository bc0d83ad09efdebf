// What the page is doing that takes a while, for the status bar.

import { create } from "zustand";
import type { ToolProgress } from "../../workers/toolchain/toolchain.client.ts";

interface StatusState {
  /** `Transpiling shop:store@1.2.0`, or null. */
  readonly activity: string | null;
}

export const useStatus = create<StatusState>(() => ({ activity: null }));

const STAGE_WORDS: Readonly<Record<ToolProgress["stage"], string>> = {
  transpile: "Preparing",
  validate: "Checking",
  "parse-wat": "Reading text",
  "encode-wit": "Reading WIT",
  "print-wat": "Printing text",
};

export function showToolProgress(progress: ToolProgress | null): void {
  const activity = progress && [STAGE_WORDS[progress.stage], progress.component].filter(Boolean).join(" ");
  useStatus.setState({ activity });
}
