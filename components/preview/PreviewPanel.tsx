// A live preview: what a handler serves, as a page in a frame of its own, with an address that follows it.

import { ExternalLink, Globe, RefreshCw, RotateCw, ShieldCheck, X } from "lucide-react";
import { useState } from "react";

import { CodeBlock } from "../code/CodeBlock.tsx";
import { Badge } from "../primitives/Badge.tsx";
import { Button } from "../primitives/Button.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { formatSize } from "../primitives/format-size.ts";
import { Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { Spinner } from "../primitives/Progress.tsx";
import { SegmentedControl } from "../primitives/SegmentedControl.tsx";
import { Select } from "../primitives/Select.tsx";
import { TextField } from "../primitives/TextField.tsx";
import { PreviewFrame, type PreviewFrameProps } from "./PreviewFrame.tsx";
import type { PreviewContent, RawAnswer } from "./preview-model.ts";
import styles from "./PreviewPanel.module.css";

export interface PreviewPanelProps {
  /** The instances that serve. */
  readonly instances: readonly string[];
  readonly instance: string;
  readonly onInstanceChange: (instance: string) => void;
  /** Where the page in the frame is. */
  readonly path: string;
  readonly onGo: (path: string) => void;
  /** Why a path can't be asked for, or null. */
  readonly pathProblem: (path: string) => string | null;
  readonly view: "page" | "raw";
  readonly onViewChange: (view: "page" | "raw") => void;
  readonly content: PreviewContent;
  /** A page has come whole, by its address. */
  readonly onNavigated: PreviewFrameProps["onNavigated"];
  /** Nothing of the next page is there yet. */
  readonly isArriving: boolean;
  /** How requests are served at the moment: `2 requests wait`; null where there is nothing to say. */
  readonly note: string | null;
  readonly onReload: () => void;
  readonly onOpenTab: () => void;
  readonly onClose: () => void;
}

const VIEWS = [
  { value: "page", label: "Page" },
  { value: "raw", label: "Raw" },
] as const;

export function PreviewPanel(props: PreviewPanelProps) {
  const { instances, instance, view, content } = props;
  return (
    <section className={styles.panel} aria-label="Live preview">
      <header className={styles.header}>
        <h2 className={styles.title}>Live preview</h2>
        {props.isArriving ? <Spinner label="Arriving" /> : null}
        <IconButton label="Reload the page" glyph={RotateCw} onClick={props.onReload} />
        <IconButton label="Open in a tab of its own" glyph={ExternalLink} onClick={props.onOpenTab} />
        <IconButton label="Close the preview" glyph={X} onClick={props.onClose} />
      </header>
      <div className={styles.bar}>
        {instances.length > 1 ? (
          <Select
            mono
            label="Instance that serves"
            labelHidden
            value={instance}
            options={instances.map((name) => ({ value: name, label: name }))}
            onChange={props.onInstanceChange}
          />
        ) : null}
        <Address key={props.path} path={props.path} onGo={props.onGo} pathProblem={props.pathProblem} />
        <SegmentedControl label="Show it as" value={view} segments={VIEWS} onChange={props.onViewChange} />
      </div>
      <Content content={content} onNavigated={props.onNavigated} onReload={props.onReload} />
      <footer className={styles.footer}>
        <Icon glyph={ShieldCheck} size={12} />
        <span>Scripts of the page don’t run here</span>
        {props.note === null ? null : (
          <span className={styles.note} role="status">
            {props.note}
          </span>
        )}
      </footer>
    </section>
  );
}

type AddressProps = Pick<PreviewPanelProps, "path" | "onGo" | "pathProblem">;

/** Keeps what is typed until the page in the frame is another one. */
function Address({ path, onGo, pathProblem }: AddressProps) {
  const [typed, setTyped] = useState(path);
  const problem = pathProblem(typed);
  return (
    <TextField
      mono
      label="Path of the page"
      labelHidden
      glyph={Globe}
      value={typed}
      error={problem}
      onChange={setTyped}
      onKeyDown={({ key }) => {
        if (key === "Enter" && problem === null) onGo(typed);
        if (key === "Escape") setTyped(path);
      }}
    />
  );
}

function Content({ content, onNavigated, onReload }: Pick<PreviewPanelProps, "content" | "onNavigated" | "onReload">) {
  switch (content.kind) {
    case "frame":
      return (
        <>
          {content.raw && <Raw answer={content.raw.answer} />}
          <PreviewFrame
            key={content.load}
            url={content.url}
            isHidden={content.raw !== null}
            onNavigated={onNavigated}
          />
        </>
      );
    case "failed":
      return (
        <EmptyState
          title={content.title}
          actions={
            <Button glyph={RefreshCw} onClick={onReload}>
              Start again
            </Button>
          }
        >
          {content.reason}
        </EmptyState>
      );
    case "impossible":
      return <EmptyState title="No preview here">{content.reason}</EmptyState>;
    case "starting":
      return (
        <div className={styles.starting}>
          <Spinner label="Getting ready" />
        </div>
      );
  }
}

/** From here on a status tells of a fault. */
const FAULT = 400;

function Raw({ answer }: { readonly answer: RawAnswer | null }) {
  if (!answer) return <EmptyState title="No page yet">What the handler answers appears here as it came.</EmptyState>;
  const { method, path, status, reason, headers, text, cutAtBytes } = answer;
  return (
    <div className={styles.raw}>
      <p className={styles.line}>
        <Badge tone={status >= FAULT ? "error" : "run"} mono>
          {[status, reason].join(" ").trim()}
        </Badge>
        <span className={styles.asked}>
          {method} {path}
        </span>
      </p>
      <CodeBlock
        code={headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
        language="text"
        label="Headers"
      />
      <CodeBlock code={text} language="text" label="Body" wrap />
      {cutAtBytes === null ? null : <p className={styles.cut}>Only the first {formatSize(cutAtBytes)} are shown.</p>}
    </div>
  );
}
