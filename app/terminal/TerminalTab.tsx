// The terminal of a run of the document in front: the one that is looked at, else the newest that is in one.

import { Eraser } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "../../components/primitives/Button.tsx";
import { EmptyState } from "../../components/primitives/EmptyState.tsx";
import { IconButton } from "../../components/primitives/IconButton.tsx";
import { RunPicker } from "../../components/run/RunPicker.tsx";
import text from "../../components/styles/text.module.css";
import { execute, findCommand } from "../commands/registry.ts";
import { usePreferences } from "../preferences/preferences-store.ts";
import { type RunRecord, runName } from "../run/run-record.ts";
import { runRows } from "../run/run-rows.ts";
import { runsOf, showRun, useRuns } from "../run/run-store.ts";
import type { BottomTabContent } from "../shell/bottom-tabs.ts";
import { TerminalView } from "../shell/later.ts";
import { terminalRun } from "./terminal-run.ts";
import type { TerminalSession } from "./terminal-session.ts";
import { noteTerminalFocused, useTerminalFocus } from "./terminal-focus.ts";

export function useTerminalTab(documentId: string): BottomTabContent {
  const runs = useRuns((state) => runsOf(documentId, state));
  const run = useRuns((state) => terminalRun(documentId, state));
  if (!run) return { aside: null, body: <NoTerminal /> };
  return {
    aside: (
      <>
        <span className={text.muted}>Ctrl+D ends the input, Ctrl+C stops, Esc leaves</span>
        <RunPicker
          runs={runRows(runs.filter(({ terminal }) => terminal !== null))}
          value={run.id}
          onChange={(id) => showRun(documentId, id)}
        />
        <EndInputButton terminal={run.terminal} />
        <IconButton label="Clear the terminal" glyph={Eraser} onClick={() => void execute("terminal.clear")} />
      </>
    ),
    body: <Shown key={run.id} run={run} terminal={run.terminal} />,
  };
}

function EndInputButton({ terminal }: { readonly terminal: TerminalSession }) {
  const canEnd = useSyncExternalStore(terminal.subscribe, terminal.takesInput);
  return (
    <Button
      size="small"
      disabledReason={canEnd ? null : (findCommand("terminal.end-input")?.disabledReason?.() ?? null)}
      onClick={() => void execute("terminal.end-input")}
    >
      End input
    </Button>
  );
}

function Shown({ run, terminal }: { readonly run: RunRecord; readonly terminal: TerminalSession }) {
  const screen = useSyncExternalStore(terminal.subscribe, terminal.screen);
  const wantsFocus = useTerminalFocus((state) => state.wantsFocus);
  const isRead = usePreferences(({ readsTerminal }) => readsTerminal);
  if (!screen) return null;
  return (
    <TerminalView
      screen={screen}
      label={`Terminal of ${runName(run)}. Press Escape to leave it`}
      isRead={isRead}
      wantsFocus={wantsFocus}
      onFocused={noteTerminalFocused}
    />
  );
}

function NoTerminal() {
  return (
    <EmptyState title="Nothing runs in a terminal">
      Run a command with Terminal as its standard input: what it prints appears here, and it reads what you type.
    </EmptyState>
  );
}
