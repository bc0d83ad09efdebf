// What the instances of the document in front have printed.

import { useSyncExternalStore } from "react";
import { useConsole } from "../../components/console/use-console.ts";
import type { BottomTabContent } from "../shell/bottom-tabs.ts";
import { ConsoleToolbar, ConsoleView } from "../shell/later.ts";
import { consoleOf } from "./run-store.ts";

export function useConsoleTab(documentId: string): BottomTabContent {
  const buffer = consoleOf(documentId);
  const { lines, instances } = useSyncExternalStore(buffer.subscribe, buffer.snapshot);
  const state = useConsole(lines, instances);
  return {
    aside: <ConsoleToolbar state={state} onClear={() => buffer.clear()} />,
    body: <ConsoleView state={state} />,
  };
}
