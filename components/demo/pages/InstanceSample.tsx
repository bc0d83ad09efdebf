// The inspector of an instance, put together from its blocks.
// This is how a panel of the application joins them.

import { Copy, Replace, Trash2 } from "lucide-react";
import { useState } from "react";

import { CodeBlock } from "../../code/CodeBlock.tsx";
import { WitView } from "../../code/WitView.tsx";
import { InspectorFrame } from "../../inspector/InspectorFrame.tsx";
import { InspectorHeader } from "../../inspector/InspectorHeader.tsx";
import { PortList } from "../../inspector/PortList.tsx";
import { ProducersTable } from "../../inspector/ProducersTable.tsx";
import { SelectionProblems } from "../../inspector/SelectionProblems.tsx";
import { SizeTree } from "../../inspector/SizeTree.tsx";
import { CopyButton } from "../../primitives/CopyButton.tsx";
import { KeyValueList } from "../../primitives/KeyValueList.tsx";
import { LanguageMark } from "../../primitives/LanguageMark.tsx";
import { Section } from "../../primitives/Section.tsx";
import { EXPORTS, FOLDED, IDENTITY, IMPORTS, PRODUCERS, SIZES } from "../samples/inspected.ts";
import { LANGUAGES } from "../samples/library.ts";
import { PROBLEMS } from "../samples/problems.ts";
import { STORE_EXCERPT, STORE_WIT } from "../samples/wit.ts";
import { said } from "./actions.ts";

type InstanceTab = "instance" | "wit" | "sizes";

export interface InstanceSampleProps {
  readonly initialTab: InstanceTab;
  /** As in the pictures of the design: nothing is wrong, and the list of imports is short. */
  readonly plain?: boolean;
}

export function InstanceSample({ initialTab, plain = false }: InstanceSampleProps) {
  const [tab, setTab] = useState<InstanceTab>(initialTab);
  const [name, setName] = useState("store");
  const [isEditing, setIsEditing] = useState(false);
  return (
    <InspectorFrame
      tab={tab}
      onTabChange={setTab}
      tabs={[
        { id: "instance", title: "Instance" },
        { id: "wit", title: "WIT" },
        { id: "sizes", title: "Sizes" },
      ]}
      header={
        <InspectorHeader
          mark={<LanguageMark language={LANGUAGES.Rs} size="large" />}
          name={name}
          detail="shop:order-store 0.9.2"
          rename={{
            label: "Name of the instance",
            validate: (next) => (/^[a-z][a-z0-9-]*$/.test(next) ? null : "Use lower-case words joined by hyphens"),
            onRename: setName,
            isEditing,
            onEdit: setIsEditing,
          }}
          actions={[
            { kind: "action", id: "copy", label: "Duplicate", glyph: Copy, shortcut: "Ctrl D", onSelect: said("copy") },
            { kind: "action", id: "replace", label: "Replace…", glyph: Replace, onSelect: said("replace") },
            { kind: "action", id: "remove", label: "Remove", glyph: Trash2, danger: true, onSelect: said("remove") },
          ]}
        />
      }
    >
      {tab === "instance" ? <Instance plain={plain} /> : null}
      {tab === "wit" ? <WitView wit={STORE_WIT} label="WIT of store" /> : null}
      {tab === "sizes" ? (
        <>
          <Section title="Sizes">
            <SizeTree part={SIZES} />
          </Section>
          <Section title="Made with">
            <ProducersTable producers={PRODUCERS} />
          </Section>
        </>
      ) : null}
    </InspectorFrame>
  );
}

function Instance({ plain }: { readonly plain: boolean }) {
  return (
    <>
      {plain ? null : <SelectionProblems problems={PROBLEMS.slice(0, 1)} onGoTo={said("go to")} />}
      <Section>
        <KeyValueList items={IDENTITY} />
      </Section>
      <Section>
        <PortList
          title="Exports"
          ports={EXPORTS}
          folded={null}
          onSelectPeer={said("select")}
          onFindProvider={said("find")}
        />
        <PortList
          title="Imports"
          ports={plain ? IMPORTS.slice(0, 1) : IMPORTS}
          folded={FOLDED}
          onSelectPeer={said("select")}
          onFindProvider={said("find")}
        />
      </Section>
      <Section title="WIT" note="shop:orders@1.2.0" actions={<CopyButton label="Copy WIT" text={() => STORE_WIT} />}>
        <CodeBlock code={STORE_EXCERPT} language="wit" label="WIT of store" />
      </Section>
    </>
  );
}
