// One instance: what it is, with whom it is wired, its WIT and its sizes.

import { Copy, Download, Replace, Trash2 } from "lucide-react";
import { useState } from "react";
import { CodeBlock } from "../../components/code/CodeBlock.tsx";
import { WitView } from "../../components/code/WitView.tsx";
import { InspectorFrame } from "../../components/inspector/InspectorFrame.tsx";
import { InspectorHeader } from "../../components/inspector/InspectorHeader.tsx";
import { PortList } from "../../components/inspector/PortList.tsx";
import { ProducersTable } from "../../components/inspector/ProducersTable.tsx";
import { SelectionProblems } from "../../components/inspector/SelectionProblems.tsx";
import { SizeTree } from "../../components/inspector/SizeTree.tsx";
import { CopyButton } from "../../components/primitives/CopyButton.tsx";
import { EmptyState } from "../../components/primitives/EmptyState.tsx";
import { formatSize } from "../../components/primitives/format-size.ts";
import { KeyValueList } from "../../components/primitives/KeyValueList.tsx";
import { LanguageMark } from "../../components/primitives/LanguageMark.tsx";
import type { MenuEntry } from "../../components/primitives/menu-entries.ts";
import { Section } from "../../components/primitives/Section.tsx";
import { describeDiagnostic } from "../../core/base/wording.ts";
import { applyCommand } from "../../core/graph/commands.ts";
import type { Instance } from "../../core/graph/composition.ts";
import { isTypesOnly } from "../../core/graph/diagnose.ts";
import { printInterface, printWorld } from "../../core/wit/print-world.ts";
import type { Component } from "../../core/wit/read.ts";
import { languageOf } from "../canvas/languages.ts";
import { execute } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { showDialog } from "../dialogs/dialogs-store.ts";
import { edit } from "../documents/edit.ts";
import { select } from "../graph/graph-actions.ts";
import { GrantSection } from "../grants/GrantSection.tsx";
import { busy } from "../idle.ts";
import { downloadEntry } from "../library/library-actions.ts";
import { instancesOf } from "../problems/places.ts";
import { goToProblem, problemRows } from "../problems/problem-rows.ts";
import { shownRun, useRuns } from "../run/run-store.ts";
import { identityOf, producersOf, sizesOf } from "./component-facts.ts";
import { exportsOf, importsOf } from "./inspected-ports.ts";
import { useRenameState } from "./renaming-store.ts";
import { goToTarget } from "./targets.ts";

type InstanceTab = "instance" | "wit" | "sizes";

export interface InstanceInspectorProps {
  readonly view: ActiveView;
  readonly instance: Instance;
}

export function InstanceInspector({ view, instance }: InstanceInspectorProps) {
  const [tab, setTab] = useState<InstanceTab>("instance");
  const renameState = useRenameState(instance.name);
  const component = view.componentOf(instance.component);
  const language = component ? languageOf(component.producers) : null;
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
          mark={<LanguageMark language={language} size="large" />}
          name={instance.name}
          detail={instance.component.replace("@", " ")}
          rename={{
            ...renameState,
            label: "Name of the instance",
            validate: (to) => renameProblem(view, instance.name, to),
            onRename: (to) => {
              const renamed = edit([{ kind: "rename-instance", name: instance.name, to }], {
                label: `renaming ${instance.name}`,
              });
              if (renamed) select({ nodes: [to] });
            },
          }}
          actions={menuFor(view, instance)}
        />
      }
    >
      {component ? (
        <Contents tab={tab} view={view} instance={instance} component={component} />
      ) : (
        <EmptyState title="The component is missing">
          {`Add ${instance.component} to the library again, or replace it by another.`}
        </EmptyState>
      )}
    </InspectorFrame>
  );
}

function renameProblem({ document }: ActiveView, name: string, to: string): string | null {
  const result = applyCommand(document, { kind: "rename-instance", name, to });
  if (result.ok) return null;
  const { message, help } = describeDiagnostic(result.error);
  return `${message.replaceAll("`", "")}${help === null ? "" : ` ${help.replaceAll("`", "")}`}`;
}

function menuFor({ composition }: ActiveView, { component }: Instance): readonly MenuEntry[] {
  const sha256 = composition.components.get(component)?.sha256;
  return [
    {
      kind: "action",
      id: "duplicate",
      label: "Duplicate",
      glyph: Copy,
      onSelect: () => void execute("edit.duplicate"),
    },
    { kind: "action", id: "replace", label: "Replace…", glyph: Replace, onSelect: () => void execute("graph.replace") },
    {
      kind: "action",
      id: "download",
      label: "Download component",
      glyph: Download,
      disabledReason: sha256 === undefined ? "The component is missing" : null,
      onSelect: () => sha256 !== undefined && void busy(downloadEntry(sha256)),
    },
    { kind: "separator", id: "before-remove" },
    {
      kind: "action",
      id: "remove",
      label: "Remove",
      glyph: Trash2,
      danger: true,
      onSelect: () => void execute("edit.delete"),
    },
  ];
}

interface ContentsProps extends InstanceInspectorProps {
  readonly tab: InstanceTab;
  readonly component: Component;
}

function Contents({ tab, view, instance, component }: ContentsProps) {
  const bytes = useRuns((state) => shownRun(view.id, state)?.memory.get(instance.name));
  const memory =
    bytes === undefined ? [] : [{ label: "Memory", value: `${formatSize(bytes)} in the run that is shown` }];
  if (tab === "wit") return <WitView wit={printWorld(component.type)} label={`WIT of ${instance.name}`} />;
  if (tab === "sizes") {
    return (
      <>
        <Section title="Sizes" note={formatSize(component.byteLength)}>
          <SizeTree part={sizesOf(component)} />
        </Section>
        <Section title="Made with">
          <ProducersTable producers={producersOf(component)} />
        </Section>
      </>
    );
  }
  const problems = view.diagnosis.problems.filter((problem) => instancesOf(problem).includes(instance.name));
  const exported = exportsOf(view, instance.name, component.type.exports);
  const imported = importsOf(view, instance.name, component.type.imports);
  const main = mainInterface(component);
  return (
    <>
      {problems.length === 0 ? null : <SelectionProblems problems={problemRows(problems)} onGoTo={goToProblem} />}
      <Section>
        <KeyValueList items={[...identityOf(instance, component, view.composition), ...memory]} />
      </Section>
      <Section>
        <PortList title="Exports" {...exported} onSelectPeer={goToTarget} onFindProvider={null} />
        <PortList
          title="Imports"
          {...imported}
          onSelectPeer={goToTarget}
          onFindProvider={({ name, version }) =>
            findProvider(view, instance.name, version === null ? name : `${name}@${version}`)
          }
        />
      </Section>
      <GrantSection view={view} instance={instance.name} component={component.type} />
      {main === null ? null : (
        <Section title="WIT" note={main.name} actions={<CopyButton label="Copy WIT" text={() => main.wit} />}>
          <CodeBlock code={main.wit} language="wit" label={`WIT of ${instance.name}`} />
        </Section>
      )}
    </>
  );
}

/** Offers what would fit an import, beside the button that was pressed. */
function findProvider({ document: { positions } }: ActiveView, node: string, port: string): void {
  const { left, bottom } = document.activeElement!.getBoundingClientRect();
  const at = positions.get(node) ?? { x: 0, y: 0 };
  showDialog({ kind: "candidates", end: { node, side: "import", port }, at, screen: { x: left, y: bottom } });
}

/** The first interface that the component exports for use: what one looks up most. */
function mainInterface({ type }: Component): { name: string; wit: string } | null {
  for (const [name, extern] of type.exports) {
    if (extern.kind !== "instance" || isTypesOnly(extern)) continue;
    const wit = printInterface(type, "export", name);
    if (wit !== null) return { name, wit };
  }
  return null;
}
