// The WIT of what is inspected, with folding and search.
// Until the editor has loaded it is a plain coloured block.

import { lazy, Suspense } from "react";

import { CopyButton } from "../primitives/CopyButton.tsx";
import { CodeBlock } from "./CodeBlock.tsx";
import styles from "./WitView.module.css";

export interface WitViewProps {
  readonly wit: string;
  /** `WIT of store`. */
  readonly label: string;
}

const WitEditor = lazy(() => import("./WitView.panel.tsx"));

export function WitView({ wit, label }: WitViewProps) {
  return (
    <div className={styles.view}>
      <Suspense
        fallback={
          <div className={styles.fallback}>
            <CodeBlock code={wit} language="wit" label={label} bare />
          </div>
        }
      >
        <WitEditor wit={wit} label={label} />
      </Suspense>
      <div className={styles.copy}>
        <CopyButton label="Copy WIT" text={() => wit} />
      </div>
    </div>
  );
}
