// The panel of scenarios with one that failed.

import { useState } from "react";

import type { ScenariosQuery } from "../../scenarios/scenario-model.ts";
import { ScenariosPanel } from "../../scenarios/ScenariosPanel.tsx";
import { ScenariosToolbar } from "../../scenarios/ScenariosToolbar.tsx";
import { BottomPanel } from "../../shell/BottomPanel.tsx";
import { FAILED_SCENARIO, SCENARIOS } from "../samples/scenarios.ts";
import { said } from "./actions.ts";

export function ScenariosSample() {
  const [query, onQueryChange] = useState<ScenariosQuery>({ text: "", state: "all" });
  const [selected, setSelected] = useState<string | null>(FAILED_SCENARIO.name);
  return (
    <BottomPanel
      tabs={[{ id: "scenarios", title: "Scenarios", count: 1, tone: "error" }]}
      value="scenarios"
      onChange={said("tab")}
      open
      onOpenChange={said("open")}
      aside={
        <ScenariosToolbar
          rows={SCENARIOS}
          query={query}
          onQueryChange={onQueryChange}
          progress={{ done: 2, total: 4 }}
          runAllDisabledReason={null}
          runFailedDisabledReason={null}
          onRunAll={said("run all")}
          onRunFailed={said("run failed")}
          onStop={said("stop")}
        />
      }
    >
      <ScenariosPanel
        rows={SCENARIOS}
        detail={selected === FAILED_SCENARIO.name ? FAILED_SCENARIO : null}
        query={query}
        onQueryChange={onQueryChange}
        selected={selected}
        onSelect={setSelected}
        onRun={said("run")}
        runDisabledReason={null}
        nameProblem={() => null}
        onRename={said("rename")}
        onMove={said("move")}
        onRemove={said("remove")}
        onChange={said("change")}
        onAccept={said("accept")}
        onShowInForm={said("show in the form")}
      />
    </BottomPanel>
  );
}
