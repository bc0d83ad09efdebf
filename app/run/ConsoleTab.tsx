// What the instances of the document in front have printed.

import { useSyncExternalStore } from "react";
import { ConsoleToolbar } from "../../components/console/ConsoleToolbar.tsx";
import { ConsoleView } from "../../components/console/ConsoleView.tsx";
import { useConsole } from "../../components/console/use-console.ts";
import type { BottomTabContent } from "../shell/bottom-tabs.ts";
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
