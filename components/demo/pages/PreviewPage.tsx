// The live preview: a page on its way, as it came, an answer that never came, and where there can be none.

import { useState } from "react";

import type { PreviewContent } from "../../preview/preview-model.ts";
import { PreviewPanel } from "../../preview/PreviewPanel.tsx";
import { said } from "./actions.ts";
import { Page, Specimen } from "./Page.tsx";

const ANSWER = {
  method: "GET",
  path: "/orders/99",
  status: 404,
  reason: "Not Found",
  headers: [
    ["content-type", "text/html"],
    ["content-length", "48"],
  ],
  text: "<!doctype html>\n<p>There is no order 99.</p>\n",
  cutAtBytes: null,
} as const;

const ONE: readonly string[] = ["gateway"];
const FRAME = { kind: "frame", url: "about:blank", load: 1 } as const;

export function PreviewPage() {
  return (
    <Page>
      <Sample title="Page" content={{ ...FRAME, raw: null }} note="2 requests wait for another" />
      <Sample title="Raw" content={{ ...FRAME, raw: { answer: ANSWER } }} />
      <Sample
        title="No response"
        content={{ kind: "failed", title: "No response", reason: "Trapped in gateway, function handle: unreachable." }}
      />
      <Sample
        title="Impossible"
        content={{ kind: "impossible", reason: "This browser has no service workers here." }}
      />
      <Sample title="Several handlers" content={{ kind: "starting" }} instances={["gateway", "admin"]} />
    </Page>
  );
}

interface SampleProps {
  readonly title: string;
  readonly content: PreviewContent;
  readonly note?: string;
  readonly instances?: readonly string[];
}

function Sample({ title, content, note, instances = ONE }: SampleProps) {
  const [instance, setInstance] = useState(instances[0]!);
  const [path, setPath] = useState("/orders/99");
  const [view, setView] = useState<"page" | "raw">(content.kind === "frame" && content.raw ? "raw" : "page");
  return (
    <Specimen title={title} width={400} height={420}>
      <PreviewPanel
        instances={instances}
        instance={instance}
        onInstanceChange={setInstance}
        path={path}
        onGo={setPath}
        pathProblem={(typed) => (typed.startsWith("/") ? null : "A path begins with /")}
        view={view}
        onViewChange={setView}
        content={content}
        onNavigated={said("navigated")}
        isArriving={content.kind === "frame" && content.raw === null}
        note={note ?? null}
        onReload={said("reload")}
        onOpenTab={said("tab")}
        onClose={said("close")}
      />
    </Specimen>
  );
}
