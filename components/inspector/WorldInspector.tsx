// The world that the composition as a whole shows to its host: what it asks for, what it offers, and both as WIT.
// Peers are the instances behind each port.

import { CodeBlock } from "../code/CodeBlock.tsx";
import { CopyButton } from "../primitives/CopyButton.tsx";
import { Section } from "../primitives/Section.tsx";
import { type FoldedInterfaces, type InspectedPort, PortList } from "./PortList.tsx";

export interface WorldInspectorProps {
  readonly imports: readonly InspectedPort[];
  readonly foldedImports: FoldedInterfaces | null;
  readonly exports: readonly InspectedPort[];
  readonly wit: string;
  readonly onSelectPeer: (id: string) => void;
}

export function WorldInspector({ imports, foldedImports, exports, wit, onSelectPeer }: WorldInspectorProps) {
  return (
    <>
      <Section>
        <PortList title="Exports" ports={exports} folded={null} onSelectPeer={onSelectPeer} onFindProvider={null} />
        <PortList
          title="Imports"
          peerNoun="users"
          ports={imports}
          folded={foldedImports}
          onSelectPeer={onSelectPeer}
          onFindProvider={null}
        />
      </Section>
      <Section title="WIT" actions={<CopyButton label="Copy WIT" text={() => wit} />}>
        <CodeBlock code={wit} language="wit" label="World in WIT" />
      </Section>
    </>
  );
}
