// The frame of every inspection: who it is on top, tabs, and one scrolling panel.
// It knows nothing of what is inspected.

import type { ReactNode } from "react";

import { type Tab, Tabs } from "../primitives/Tabs.tsx";
import styles from "./InspectorFrame.module.css";

export interface InspectorFrameProps<Id extends string> {
  readonly header: ReactNode;
  readonly tabs: readonly Tab<Id>[];
  readonly tab: Id;
  readonly onTabChange: (tab: Id) => void;
  /** The open tab's sections; an editor fills the panel instead of scrolling with it. */
  readonly children: ReactNode;
}

export function InspectorFrame<Id extends string>(props: InspectorFrameProps<Id>) {
  const { header, tabs, tab, onTabChange, children } = props;
  return (
    <div className={styles.frame}>
      {header}
      <Tabs label="Inspect" className={styles.tabs} tabs={tabs} value={tab} onChange={onTabChange}>
        <div className={styles.body}>{children}</div>
      </Tabs>
    </div>
  );
}
