// What the bottom panel shows: problems, the console with very many lines, and calling things.
// Each specimen has the size that the panel has on a laptop.

import { useState } from "react";

import { ConsoleToolbar } from "../../console/ConsoleToolbar.tsx";
import { ConsoleView } from "../../console/ConsoleView.tsx";
import { useConsole } from "../../console/use-console.ts";
import type { ProblemsQuery } from "../../problems/problem-model.ts";
import { ProblemsFilter, ProblemsList } from "../../problems/ProblemsList.tsx";
import { RunDetails } from "../../run/RunDetails.tsx";
import { RunPicker } from "../../run/RunPicker.tsx";
import { BottomPanel } from "../../shell/BottomPanel.tsx";
import { CONSOLE_INSTANCES, consoleOf } from "../samples/console.ts";
import { PROBLEMS } from "../samples/problems.ts";
import { RUN_FACTS, RUNS } from "../samples/run.ts";
import { said } from "./actions.ts";
import { Page, Specimen } from "./Page.tsx";
import { ScenariosSample } from "./ScenariosSample.tsx";
import { CommandSample, FilesSample, FunctionSample } from "./RunSamples.tsx";
import { TerminalSample } from "./TerminalSample.tsx";

export function BottomPage() {
  return (
    <Page>
      <Specimen title="Problems" width={960} height={206}>
        <BottomSample initialTab="problems" lineCount={8} />
      </Specimen>
      <Specimen title="Console" width={960} height={206}>
        <BottomSample initialTab="console" lineCount={8} />
      </Specimen>
      <Specimen title="Console, 100,000 lines" width={960} height={206}>
        <BottomSample initialTab="console" lineCount={100_000} />
      </Specimen>
      <Specimen title="Console, empty" width={960} height={206}>
        <BottomSample initialTab="console" lineCount={0} />
      </Specimen>
      <Specimen title="Terminal" width={960} height={206}>
        <TerminalSample />
      </Specimen>
      <Specimen title="Calling a function" width={960} height={264}>
        <FunctionSample />
      </Specimen>
      <Specimen title="Scenarios" width={960} height={264}>
        <ScenariosSample />
      </Specimen>
      <Specimen title="Files" width={960} height={264}>
        <FilesSample />
      </Specimen>
      <Specimen title="Running a command" width={960} height={480}>
        <CommandSample />
      </Specimen>
    </Page>
  );
}

type BottomTab = "run" | "console" | "problems";

export interface BottomSampleProps {
  readonly initialTab: BottomTab;
  readonly lineCount: number;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

export function BottomSample({ initialTab, lineCount, open = true, onOpenChange }: BottomSampleProps) {
  const [tab, setTab] = useState<BottomTab>(initialTab);
  const [run, setRun] = useState("2");
  const [query, setQuery] = useState<ProblemsQuery>({ text: "", severity: "all" });
  const [lines, setLines] = useState(() => consoleOf(lineCount));
  const console = useConsole(lines, CONSOLE_INSTANCES);
  const filter = { problems: PROBLEMS, query, onQueryChange: setQuery };
  return (
    <BottomPanel
      tabs={[
        { id: "run", title: "Run" },
        { id: "console", title: "Console", count: lines.count },
        { id: "problems", title: "Problems", count: PROBLEMS.length, tone: "error" },
      ]}
      value={tab}
      onChange={setTab}
      open={open}
      onOpenChange={onOpenChange ?? (() => undefined)}
      aside={
        {
          run: null,
          console: (
            <>
              <RunPicker runs={RUNS} value={run} onChange={setRun} />
              <ConsoleToolbar state={console} onClear={() => setLines(consoleOf(0))} />
            </>
          ),
          problems: <ProblemsFilter {...filter} />,
        }[tab]
      }
    >
      {tab === "run" ? <FunctionSample /> : null}
      {tab === "console" ? (
        <>
          <RunDetails
            run={RUN_FACTS}
            restart={{ shortcut: undefined, disabledReason: null, onPress: said("restart") }}
          />
          <ConsoleView state={console} />
        </>
      ) : null}
      {tab === "problems" ? <ProblemsList {...filter} onGoTo={() => undefined} /> : null}
    </BottomPanel>
  );
}
