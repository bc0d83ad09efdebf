// Marks, names, figures and code.
// Every colour, shape and state, side by side.

import { Box, CircleCheck, Plug, TriangleAlert } from "lucide-react";

import type { PortColour } from "../../canvas/canvas-model.ts";
import { CodeBlock } from "../../code/CodeBlock.tsx";
import { Badge, FilterChip, RemovableChip } from "../../primitives/Badge.tsx";
import { CopyButton } from "../../primitives/CopyButton.tsx";
import { EmptyState } from "../../primitives/EmptyState.tsx";
import { Keycap } from "../../primitives/Keycap.tsx";
import { KeyValueList } from "../../primitives/KeyValueList.tsx";
import { LanguageMark } from "../../primitives/LanguageMark.tsx";
import { Logo } from "../../primitives/Logo.tsx";
import { NameText } from "../../primitives/NameText.tsx";
import { PortMark } from "../../primitives/PortMark.tsx";
import { ProgressBar, Spinner } from "../../primitives/Progress.tsx";
import { Section } from "../../primitives/Section.tsx";
import { SizeText } from "../../primitives/SizeText.tsx";
import { IDENTITY } from "../samples/inspected.ts";
import { LANGUAGES } from "../samples/library.ts";
import { COMPOSITION_WAC, STORE_EXCERPT } from "../samples/wit.ts";
import { said } from "./actions.ts";
import { Specimen } from "./Page.tsx";
import styles from "./Page.module.css";

const COLOURS: readonly PortColour[] = ["azure", "jade", "moss", "orchid", "violet", "slate"];

export function Marks() {
  return (
    <>
      <Specimen title="Marks" width={420}>
        {COLOURS.flatMap((colour) =>
          (["wired", "free", "missing"] as const).map((state) => (
            <span key={`${colour} ${state}`} style={{ display: "inline-flex" }}>
              <PortMark colour={colour} state={state} shape="circle" />
              <PortMark colour={colour} state={state} shape="diamond" />
            </span>
          )),
        )}
        {Object.values(LANGUAGES).map((language) => (
          <LanguageMark key={language.mark} language={language} />
        ))}
        <LanguageMark language={null} />
        <LanguageMark language={LANGUAGES.Rs} size="large" />
        <LanguageMark language={LANGUAGES["C+"]} size="small" />
        <Logo />
        <Logo size={32} />
        <Keycap keys="Ctrl K" />
        <SizeText bytes={12_400} />
        <CopyButton label="Copy" text={() => "copied"} />
        <ProgressWithLabel />
      </Specimen>
      <Specimen title="Badges and chips" width={420}>
        <Badge>neutral</Badge>
        <Badge tone="outline">outline</Badge>
        <Badge tone="run" glyph={CircleCheck}>
          in step with graph
        </Badge>
        <Badge tone="error">no fit</Badge>
        <Badge tone="attention" glyph={TriangleAlert}>
          Broad
        </Badge>
        <Badge tone="accent">Least</Badge>
        <FilterChip label="All" pressed onPress={said("all")} />
        <FilterChip label="HTTP" pressed={false} onPress={said("http")} />
        <RemovableChip glyph={Plug} label="Fits gateway · pricing" removeLabel="Show all" onRemove={said("remove")} />
      </Specimen>
      <Specimen title="Names, at 160 wide" width={160}>
        <NameText name="shop:orders/store@1.2.0" />
        <NameText name="observability:distributed-tracing/incoming-request-interceptor@12.0.0-rc.1" />
      </Specimen>
      <Specimen title="Code" width={420}>
        <div className={styles.stack}>
          <CodeBlock language="wit" code={STORE_EXCERPT} />
          <CodeBlock language="wac" code={COMPOSITION_WAC} />
          <CodeBlock language="wave" code={'ok({ total: 4190, currency: eur, note: some("it\\"s") })'} />
        </div>
      </Specimen>
      <Specimen title="Section" width={320} height={200}>
        <Section title="Grants" note="4 of 8 given">
          <KeyValueList items={IDENTITY} />
        </Section>
        <Section title="Next">
          <p>A hairline stands between sections.</p>
        </Section>
      </Specimen>
      <Specimen title="Empty state" width={280} height={200}>
        <EmptyState glyph={Box} title="Nothing here yet">
          Components you add stay in this browser.
        </EmptyState>
      </Specimen>
    </>
  );
}

function ProgressWithLabel() {
  return (
    <div className={styles.stack}>
      <ProgressBar label="Known" fraction={0.4} />
      <ProgressBar label="Unknown" fraction={null} />
      <Spinner label="Reading 3 of 7 components" />
    </div>
  );
}
