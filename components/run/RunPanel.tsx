// The frame of calling things: what can be called on the left, its form, and what came back.
// Form and result are the caller's: typed values are drawn elsewhere.

import { ListPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useState } from "react";

import { CodeText } from "../code/CodeBlock.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { NameText } from "../primitives/NameText.tsx";
import { Tabs } from "../primitives/Tabs.tsx";
import { CallableList } from "./CallableList.tsx";
import { CallHistory } from "./CallHistory.tsx";
import type { Callable, CallableGroup, CallRecord, RunMode, RunState } from "./run-model.ts";
import { RunButton, RunStateText } from "./RunControls.tsx";
import styles from "./RunPanel.module.css";

const VERBS: Readonly<Record<Callable["kind"], string>> = { function: "Call", command: "Run", http: "Send" };

export interface RunPanelProps {
  readonly groups: readonly CallableGroup[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Where the run of the selected function stands. */
  readonly state: RunState;
  /** As what that run is up, or would be. */
  readonly mode: RunMode;
  readonly onRun: () => void;
  /** Why nothing can be run at all, before the selected function is even looked at. */
  readonly disabledReason: string | null;
  /** The typed form, or what a command is started with. */
  readonly form: ReactNode;
  /** What the last call gave back; null before the first. */
  readonly result: ReactNode | null;
  readonly history: readonly CallRecord[];
  readonly onSelectRecord: (id: string) => void;
  readonly onRepeatRecord: (id: string) => void;
  /** Keeps what stands in the form as a scenario, with what came of it as what is expected. */
  readonly onSave: () => void;
  readonly saveDisabledReason: string | null;
  readonly saveShortcut?: string | undefined;
  readonly onSaveRecord: (id: string) => void;
}

export function RunPanel(props: RunPanelProps) {
  const { groups, selectedId, onSelect } = props;
  const selected = groups.flatMap((group) => group.callables).find((callable) => callable.id === selectedId);
  return (
    <div className={styles.panel}>
      <div className={styles.list}>
        <CallableList groups={groups} selectedId={selectedId} onSelect={onSelect} />
      </div>
      {selected === undefined ? (
        <div className={styles.nothing}>
          {groups.length === 0 ? null : (
            <EmptyState title="Choose what to call">Its arguments appear here as a form.</EmptyState>
          )}
        </div>
      ) : (
        <Selected {...props} callable={selected} />
      )}
    </div>
  );
}

function Selected(props: RunPanelProps & { readonly callable: Callable }) {
  const { callable, state, mode, onRun, form } = props;
  return (
    <>
      <section aria-label="Arguments" className={styles.form}>
        <header className={styles.header}>
          <h3 className={styles.name}>
            <NameText name={callable.name} />
          </h3>
          <RunStateText state={state} mode={mode} />
          <RunButton
            onRun={onRun}
            variant="secondary"
            label={VERBS[callable.kind]}
            disabledReason={props.disabledReason ?? callable.disabledReason}
          />
          <div className={styles.signature}>
            <CodeText code={callable.signature} language="wit" />
          </div>
        </header>
        <div className={styles.body}>{form}</div>
      </section>
      <Outcome {...props} kind={callable.kind} />
    </>
  );
}

function NoResult({ kind }: { readonly kind: Callable["kind"] }) {
  const [title, text] = NOTHING_YET[kind];
  return <EmptyState title={title}>{text}</EmptyState>;
}

const NOTHING_YET: Readonly<Record<Callable["kind"], readonly [title: string, text: string]>> = {
  function: ["Not called yet", "The result appears here as a typed value."],
  command: ["Not run yet", "The exit status appears here, what is printed in the console."],
  http: ["Nothing sent yet", "The response appears here."],
};

function Outcome(props: RunPanelProps & Pick<Callable, "kind">) {
  const { kind, result, history, onSelectRecord, onRepeatRecord, onSaveRecord } = props;
  const [tab, setTab] = useState<"result" | "history">("result");
  return (
    <Tabs
      label="What came back"
      className={styles.outcome}
      value={tab}
      onChange={setTab}
      tabs={[
        { id: "result", title: "Result" },
        { id: "history", title: "History", count: history.length },
      ]}
      aside={
        <IconButton
          className={styles.save}
          label="Save as a scenario"
          glyph={ListPlus}
          shortcut={props.saveShortcut}
          disabledReason={props.saveDisabledReason}
          onClick={props.onSave}
        />
      }
    >
      {tab === "result" ? (
        <div className={styles.body}>{result ?? <NoResult kind={kind} />}</div>
      ) : (
        <CallHistory records={history} onSelect={onSelectRecord} onRepeat={onRepeatRecord} onSave={onSaveRecord} />
      )}
    </Tabs>
  );
}
