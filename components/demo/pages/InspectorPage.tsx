// The inspector: an instance in its tabs, a wire in three verdicts, the world, several things, nothing.
// Each specimen is as wide as the inspector on a laptop.

import { Copy, Group, Trash2 } from "lucide-react";

import { MultiSelection, NothingSelected } from "../../inspector/SelectionInspector.tsx";
import { WireInspector, type WireVerdict } from "../../inspector/WireInspector.tsx";
import { WorldInspector } from "../../inspector/WorldInspector.tsx";
import { InspectorHeader } from "../../inspector/InspectorHeader.tsx";
import { LanguageMark } from "../../primitives/LanguageMark.tsx";
import { PortMark } from "../../primitives/PortMark.tsx";
import { EXPORTS, FOLDED, IMPORTS, UNFIT } from "../samples/inspected.ts";
import { LANGUAGES } from "../samples/library.ts";
import { WORLD_WIT } from "../samples/wit.ts";
import { said } from "./actions.ts";
import { InstanceSample } from "./InstanceSample.tsx";
import { Page, Specimen } from "./Page.tsx";

const COMPATIBLE: WireVerdict = {
  kind: "compatible",
  note: "1.3.0 is offered where 1.2.0 is needed, and has every function of it.",
};

export function InspectorPage() {
  return (
    <Page>
      {(["instance", "wit", "sizes"] as const).map((tab) => (
        <Specimen key={tab} title={`Instance, ${tab}`} width={284} height={700}>
          <InstanceSample initialTab={tab} />
        </Specimen>
      ))}
      <Wire title="Wire, exact" verdict={{ kind: "exact" }} />
      <Wire title="Wire, compatible" verdict={COMPATIBLE} />
      <Wire title="Wire, unfit" verdict={UNFIT} />
      <Specimen title="World" width={284} height={420}>
        <InspectorHeader
          mark={null}
          name="orders-service"
          detail="world of the composition"
          rename={null}
          actions={[]}
        />
        <WorldInspector
          imports={IMPORTS.slice(0, 1)}
          foldedImports={FOLDED}
          exports={EXPORTS}
          wit={WORLD_WIT}
          onSelectPeer={said("select")}
        />
      </Specimen>
      <Specimen title="Several" width={284} height={320}>
        <MultiSelection
          title="3 instances, 1 wire"
          onSelect={said("select")}
          actions={[
            { label: "Group", glyph: Group, onSelect: said("group") },
            { label: "Copy", glyph: Copy, disabledReason: "Wires can’t be copied alone", onSelect: said("copy") },
            { label: "Remove", glyph: Trash2, danger: true, onSelect: said("remove") },
          ]}
          things={[
            { id: "1", name: "store", detail: "order-store 0.9.2", mark: <LanguageMark language={LANGUAGES.Rs} /> },
            { id: "2", name: "auth", detail: "jwt-auth 1.4.0", mark: <LanguageMark language={LANGUAGES.Go} /> },
            {
              id: "3",
              name: "shop:orders/pricing",
              detail: "wire",
              mark: <PortMark shape="circle" state="wired" colour="moss" />,
            },
          ]}
        />
      </Specimen>
      <Specimen title="Nothing" width={284} height={420}>
        <NothingSelected
          facts={[
            { label: "Instances", value: "7" },
            { label: "Wires", value: "6" },
            { label: "Composes to", value: "9.9 MB" },
          ]}
          hints={[
            { keys: "Ctrl K", text: "find or run anything" },
            { keys: "Tab", text: "walk the graph" },
            { keys: "?", text: "all shortcuts" },
          ]}
        />
      </Specimen>
    </Page>
  );
}

function Wire({ title, verdict }: { readonly title: string; readonly verdict: WireVerdict }) {
  return (
    <Specimen title={title} width={284} height={420}>
      <InspectorHeader
        mark={<PortMark shape="circle" state="wired" colour="moss" />}
        name="shop:orders/pricing"
        detail="wire from gateway to pricing-flat"
        rename={null}
        actions={[
          { kind: "action", id: "remove", label: "Remove wire", glyph: Trash2, danger: true, onSelect: said("remove") },
        ]}
      />
      <WireInspector
        colour="moss"
        shape="circle"
        consumer={{ id: "gateway", name: "gateway", detail: "order-gateway 0.6.0", version: "1.2.0" }}
        provider={{ id: "pricing", name: "pricing-flat", detail: "pricing-flat 0.3.1", version: "1.3.0" }}
        verdict={verdict}
        onSelectEnd={said("select")}
      />
    </Specimen>
  );
}
