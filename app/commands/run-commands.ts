// Calling and stopping.

import { activeView } from "../derived.ts";
import { activeDocument } from "../documents/documents-store.ts";
import { giveAllAsked, lackingInstances } from "../grants/grant-actions.ts";
import type { CallArguments, RequestArguments } from "../run/calling.ts";
import { loadCalling, useCalling } from "../run/calling-store.ts";
import { isOver, type RunRecord } from "../run/run-record.ts";
import { inputsOf, runsOf, showRun, shownRun, updateInputs } from "../run/run-store.ts";
import { terminalRun } from "../terminal/terminal-run.ts";
import type { TerminalSession } from "../terminal/terminal-session.ts";
import type { AnyCommand } from "./registry.ts";

const GROUP = "Run";

function shownOfActive(): RunRecord | null {
  const active = activeDocument();
  return active ? shownRun(active.id) : null;
}

function liveOfActive(): readonly RunRecord[] {
  const active = activeDocument();
  return active ? runsOf(active.id).filter((run) => !isOver(run)) : [];
}

function terminalOfActive(): TerminalSession | null {
  const active = activeDocument();
  return active ? (terminalRun(active.id)?.terminal ?? null) : null;
}

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
      const shown = shownOfActive();
      if (shown && !isOver(shown)) return null;
      return liveOfActive().length > 0 ? "The run that is shown has ended" : "Nothing is running";
    },
    run: async () => {
      const shown = shownOfActive();
      const { stopRun } = await loadCalling();
      if (shown) stopRun(shown.id);
    },
  },
  {
    id: "run.restart",
    title: "Restart",
    group: GROUP,
    keys: ["Mod+Shift+F5"],
    disabledReason: () => {
      const { calling } = useCalling.getState();
      return calling ? calling.restartDisabledReason() : "Still getting ready";
    },
    run: async () => (await loadCalling()).restartShown(),
  },
  {
    id: "run.stop-all",
    title: "Stop all runs",
    group: GROUP,
    disabledReason: () => (liveOfActive().length > 0 ? null : "Nothing is running"),
    run: async () => {
      const active = activeDocument();
      const { stopRuns } = await loadCalling();
      if (active) stopRuns(active.id);
    },
  },
  {
    id: "run.show",
    title: "Show a run",
    group: GROUP,
    scripted: true,
    run: ({ id }: { readonly id: string }) => {
      const active = activeDocument();
      if (active && runsOf(active.id).some((run) => run.id === id)) showRun(active.id, id);
    },
  },
  ...(["debug", "release"] as const).map((mode) => ({
    id: `run.${mode}`,
    title: `Run in ${mode}`,
    group: GROUP,
    disabledReason: () => {
      const active = activeDocument();
      if (!active) return "No composition is open";
      return inputsOf(active.id).options.mode === mode ? `It is run in ${mode}` : null;
    },
    run: () => {
      const active = activeDocument();
      if (active) updateInputs(active.id, ({ options }) => ({ options: { ...options, mode } }));
    },
  })),
  {
    id: "run.restart-on-change",
    title: "Restart what runs when it changes",
    group: GROUP,
    run: () => {
      const active = activeDocument();
      if (!active) return;
      updateInputs(active.id, ({ options }) => ({
        options: { ...options, restartOnChange: !options.restartOnChange },
      }));
    },
  },
  {
    id: "console.clear",
    title: "Clear the console",
    group: GROUP,
    run: () => shownOfActive()?.console.clear(),
  },
  {
    id: "terminal.clear",
    title: "Clear the terminal",
    group: GROUP,
    disabledReason: () => (terminalOfActive() ? null : "Nothing runs in a terminal"),
    run: () => terminalOfActive()?.screen()?.clear(),
  },
  {
    id: "terminal.end-input",
    title: "End the input of the terminal",
    group: GROUP,
    disabledReason: () => (terminalOfActive()?.takesInput() ? null : "Nothing reads what is typed"),
    run: () => terminalOfActive()?.endInput(),
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
