// The run panel with a function and with a command.
// Running is played with timers: starting, then running.

import { useState } from "react";

import { CodeBlock } from "../../code/CodeBlock.tsx";
import { FilesPanel } from "../../files/FilesPanel.tsx";
import { TextField } from "../../primitives/TextField.tsx";
import { CommandForm, type CommandInput } from "../../run/CommandForm.tsx";
import type { RunState } from "../../run/run-model.ts";
import { RunPanel } from "../../run/RunPanel.tsx";
import { StandardInput } from "../../run/StandardInput.tsx";
import { CALLABLES, FILES, HISTORY } from "../samples/run.ts";
import { said } from "./actions.ts";

function useRun() {
  const [state, setState] = useState<RunState>({ kind: "idle" });
  const run = () => {
    setState({ kind: "starting", note: "Reading 3 of 7 components" });
    setTimeout(() => setState({ kind: "running", startedAtMs: performance.now() }), 1500);
  };
  return { state, onRun: run };
}

export function FunctionSample() {
  const run = useRun();
  const [selectedId, setSelectedId] = useState("open");
  const [customer, setCustomer] = useState("u-204");
  return (
    <RunPanel
      groups={CALLABLES}
      selectedId={selectedId}
      onSelect={setSelectedId}
      {...run}
      mode="debug"
      disabledReason={null}
      form={<TextField mono label="draft.customer" value={customer} onChange={setCustomer} />}
      result={
        <CodeBlock
          bare
          language="wave"
          code={"ok({ id: 7, state: confirmed, total: { amount: 4190, currency: eur } })"}
          wrap
        />
      }
      history={HISTORY}
      onSelectRecord={said("select record")}
      onRepeatRecord={said("repeat")}
      onSave={said("save as a scenario")}
      saveDisabledReason={null}
      onSaveRecord={said("save a call as a scenario")}
    />
  );
}

export function CommandSample() {
  const run = useRun();
  const [input, setInput] = useState<CommandInput>({
    argumentLine: '--width 320 "my picture.png"',
    environment: [
      { id: "1", name: "RUST_LOG", value: "info" },
      { id: "2", name: "A=B", value: "" },
    ],
    stdin: "",
  });
  return (
    <RunPanel
      groups={CALLABLES}
      selectedId="run"
      onSelect={said("select")}
      {...run}
      mode="debug"
      disabledReason={null}
      form={
        <CommandForm
          input={input}
          onChange={setInput}
          argumentsError={input.argumentLine.split('"').length % 2 === 0 ? "A quote is not closed" : null}
          newVariableId={() => crypto.randomUUID()}
          standardInput={
            <StandardInput
              source={input.stdinFrom ?? "text"}
              onSourceChange={(stdinFrom) => setInput({ ...input, stdinFrom })}
              noTerminalReason={null}
              text={input.stdin}
              onTextChange={(stdin) => setInput({ ...input, stdin })}
              file={input.stdinFile ?? ""}
              files={["pictures.csv"]}
              onFileChange={(stdinFile) => setInput({ ...input, stdinFile })}
              onChooseFile={said("choose")}
            />
          }
        />
      }
      result={null}
      history={[]}
      onSelectRecord={said("select record")}
      onRepeatRecord={said("repeat")}
      onSave={said("save as a scenario")}
      saveDisabledReason={null}
      onSaveRecord={said("save a call as a scenario")}
    />
  );
}

export function FilesSample() {
  const [selectedPath, setSelectedPath] = useState("out/report.csv");
  return (
    <FilesPanel
      rows={FILES}
      selectedPath={selectedPath}
      preview={{ kind: "text", text: "name,width,height\nsmall.png,320,200\n", cutAtBytes: 65_536 }}
      notes={[
        {
          id: "conflict",
          tone: "attention",
          text: "out/report.csv was changed on disk meanwhile, and isn’t written over",
          actions: [
            { label: "Keep mine", onSelect: said("keep mine") },
            { label: "Take the one on disk", onSelect: said("take theirs") },
          ],
        },
      ]}
      locked={false}
      onAddFiles={said("choose files")}
      onAddFolder={said("choose a folder")}
      actions={{
        onSelect: setSelectedPath,
        onToggle: said("toggle"),
        renameProblem: (_, name) => (name.includes("/") ? "A name can’t contain a slash" : null),
        onRename: said("rename"),
        onRemove: said("remove"),
        onDownload: said("download"),
        onDropInto: said("drop"),
      }}
    />
  );
}
