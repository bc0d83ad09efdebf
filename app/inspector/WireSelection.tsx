// One wire: its two ends and how well they fit.

import { InspectorFrame } from "../../components/inspector/InspectorFrame.tsx";
import { InspectorHeader } from "../../components/inspector/InspectorHeader.tsx";
import { SelectionProblems } from "../../components/inspector/SelectionProblems.tsx";
import { WireInspector, type WireVerdict } from "../../components/inspector/WireInspector.tsx";
import { PortMark } from "../../components/primitives/PortMark.tsx";
import { Trash2 } from "lucide-react";
import { findInstance, type Wire } from "../../core/graph/composition.ts";
import { fitOf } from "../../core/graph/fit.ts";
import { portLook } from "../../core/draw/port-look.ts";
import { fitNoteText, misfitReason, portExtern } from "../canvas/verdicts.ts";
import { execute } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { goToProblem, problemRows } from "../problems/problem-rows.ts";
import { goToTarget, targetId } from "./targets.ts";

export interface WireSelectionProps {
  readonly view: ActiveView;
  readonly wire: Wire;
}

export function WireSelection({ view, wire }: WireSelectionProps) {
  const { composition, componentOf } = view;
  const offered = portExtern(composition, componentOf, { node: wire.provider, side: "export", port: wire.export });
  const needed = portExtern(composition, componentOf, { node: wire.consumer, side: "import", port: wire.import });
  const shown = offered ?? needed;
  if (!shown) return null;
  const look = portLook(wire.export, shown);
  const problems = view.diagnosis.problems.filter(
    (problem) => "import" in problem && problem.instance === wire.consumer && problem.import === wire.import,
  );
  return (
    <InspectorFrame
      tab="wire"
      onTabChange={() => undefined}
      tabs={[{ id: "wire", title: "Wire" }]}
      header={
        <InspectorHeader
          mark={<PortMark shape={look.shape} state="wired" colour={look.colour} />}
          name={look.label}
          detail={wire.import}
          rename={null}
          actions={[
            {
              kind: "action",
              id: "remove",
              label: "Delete",
              glyph: Trash2,
              danger: true,
              onSelect: () => void execute("edit.delete"),
            },
          ]}
        />
      }
    >
      {problems.length === 0 ? null : <SelectionProblems problems={problemRows(problems)} onGoTo={goToProblem} />}
      <WireInspector
        colour={look.colour}
        shape={look.shape}
        consumer={end(view, wire.consumer, needed ? portLook(wire.import, needed).version : null)}
        provider={end(view, wire.provider, look.version)}
        verdict={verdictOn(wire, offered, needed)}
        onSelectEnd={goToTarget}
      />
    </InspectorFrame>
  );
}

function end(
  { composition }: ActiveView,
  name: string,
  version: string | null,
): Parameters<typeof WireInspector>[0]["consumer"] {
  const key = findInstance(composition, name)?.component ?? "";
  return { id: targetId("node", name), name, detail: key.replace("@", " "), version };
}

function verdictOn(
  wire: Wire,
  offered: ReturnType<typeof portExtern>,
  needed: ReturnType<typeof portExtern>,
): WireVerdict {
  if (!offered || !needed) {
    const missing = offered ? wire.import : wire.export;
    const title = `${offered ? wire.consumer : wire.provider} has no ${missing}`;
    return {
      kind: "unfit",
      reason: { title, detail: "", difference: [], help: "Cut the wire, or replace the component." },
    };
  }
  const [offer, need] = [
    { name: wire.export, extern: offered },
    { name: wire.import, extern: needed },
  ];
  const fit = fitOf(offer, need);
  if (fit.kind === "exact") return { kind: "exact" };
  if (fit.kind === "compatible") return { kind: "compatible", note: fitNoteText(fit.notes) };
  return { kind: "unfit", reason: misfitReason(offer, need, fit, wire.consumer) };
}
