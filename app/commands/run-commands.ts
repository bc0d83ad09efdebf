// Calling and stopping.

import { activeView } from "../derived.ts";
import { activeDocument } from "../documents/documents-store.ts";
import { giveAllAsked, lackingInstances } from "../grants/grant-actions.ts";
import type { CallArguments, RequestArguments } from "../run/calling.ts";
import { loadCalling, useCalling } from "../run/calling-store.ts";
import { consoleOf, sessionOf } from "../run/run-store.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "Run";

export const RUN_COMMANDS: readonly AnyCommand[] = [
  {
    id: "run.start",
    title: "Run",
    group: GROUP,
    keys: ["Mod+Enter"],
    disabledReason: () => {
      const { calling } = useCalling.getState();
      return calling ? calling.callDisabledReason() : "Still getting ready";
    },
    run: async () => (await loadCalling()).startCall(),
  },
  {
    id: "run.stop",
    title: "Stop",
    group: GROUP,
    keys: ["Shift+F5"],
    disabledReason: () => {
      const active = activeDocument();
      return active && sessionOf(active.id).state.kind !== "idle" ? null : "Nothing is running";
    },
    run: async () => {
      const active = activeDocument();
      const { stopRun } = await loadCalling();
      if (active) stopRun(active.id);
    },
  },
  {
    id: "console.clear",
    title: "Clear the console",
    group: GROUP,
    run: () => {
      const active = activeDocument();
      if (active) consoleOf(active.id).clear();
    },
  },
  {
    id: "grants.give-all",
    title: "Grant all that is asked for",
    group: GROUP,
    disabledReason: () => {
      const view = activeView();
      return view && lackingInstances(view).length > 0 ? null : "No instance asks for more than it has";
    },
    run: giveAllAsked,
  },
  {
    id: "run.call",
    title: "Call a function",
    group: GROUP,
    scripted: true,
    run: async (args: CallArguments) => (await loadCalling()).callByName(args),
  },
  {
    id: "run.request",
    title: "Send an HTTP request",
    group: GROUP,
    scripted: true,
    run: async (args: RequestArguments) => (await loadCalling()).requestByName(args),
  },
];
