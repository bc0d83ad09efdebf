// What an HTTP handler answered: status, time and size, and the body as what it is; headers beside it.

import { useState } from "react";

import { CodeBlock } from "../code/CodeBlock.tsx";
import { Badge } from "../primitives/Badge.tsx";
import { formatDuration } from "../primitives/format-duration.ts";
import { formatSize } from "../primitives/format-size.ts";
import { Spinner } from "../primitives/Progress.tsx";
import { SegmentedControl } from "../primitives/SegmentedControl.tsx";
import type { ResponseBody, ShownResponse } from "./http-model.ts";
import styles from "./ResponseView.module.css";

/** From here on a status tells of a fault. */
const FAULT = 400;

const VIEWS = [
  { value: "body", label: "Body" },
  { value: "headers", label: "Headers" },
] as const;

export function ResponseView({ response }: { readonly response: ShownResponse }) {
  const [view, setView] = useState<"body" | "headers">("body");
  const { status, reason, headers, body, byteLength, durationMs, state } = response;
  return (
    <div className={styles.response}>
      <div className={styles.head}>
        <Badge tone={status >= FAULT ? "error" : "run"} mono>
          {[status, reason].join(" ").trim()}
        </Badge>
        <span className={styles.facts}>
          {formatDuration(durationMs)} · {formatSize(byteLength)}
        </span>
        {state === "arriving" ? <Spinner label="Arriving" /> : null}
        {state === "cut" ? <span className={styles.facts}>cut at {formatSize(byteLength)}</span> : null}
        {state === "broken" ? <span className={styles.broken}>ended early</span> : null}
        <span className={styles.views}>
          <SegmentedControl label="Part of the response" value={view} segments={VIEWS} onChange={setView} />
        </span>
      </div>
      {view === "body" ? <Body body={body} /> : <Headers headers={headers} />}
    </div>
  );
}

function Body({ body }: { readonly body: ResponseBody }) {
  switch (body.kind) {
    case "empty":
      return <p className={styles.note}>The body is empty.</p>;
    case "binary":
      return <p className={styles.note}>The body is neither text nor a picture.</p>;
    case "image":
      return <img className={styles.image} src={body.url} alt="The body of the response" />;
    case "page":
      // Without any permission: no scripts, no forms, no way out of the frame.
      return (
        <iframe className={styles.page} sandbox="" srcDoc={body.html} title="The body of the response, as a page" />
      );
    case "text":
      return (
        <>
          <CodeBlock code={body.text} language={body.language === "json" ? "wave" : "text"} label="Body" wrap />
          {body.cutAtBytes === null ? null : (
            <p className={styles.note}>Only the first {formatSize(body.cutAtBytes)} are shown.</p>
          )}
        </>
      );
  }
}

function Headers({ headers }: Pick<ShownResponse, "headers">) {
  if (headers.length === 0) return <p className={styles.note}>It has no headers.</p>;
  return <CodeBlock code={headers.map(([name, value]) => `${name}: ${value}`).join("\n")} language="text" wrap />;
}
