// The panel under the centre: its tabs stay when it is closed, and pressing one opens it.
// What belongs to the open tab stands beside the tabs, or under them where there is no room.

import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactNode } from "react";

import { IconButton } from "../primitives/IconButton.tsx";
import { type Tab, Tabs } from "../primitives/Tabs.tsx";
import styles from "./BottomPanel.module.css";

export interface BottomPanelProps<Id extends string> {
  readonly tabs: readonly Tab<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Right of the tabs while it is open: filters of the open tab. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function BottomPanel<Id extends string>(props: BottomPanelProps<Id>) {
  const { tabs, value, onChange, open, onOpenChange, aside, children } = props;
  return (
    <Tabs
      label="Bottom panel"
      className={styles.panel}
      barClassName={styles.bar}
      tabs={tabs}
      value={value}
      onChange={(id) => {
        onChange(id);
        if (!open) onOpenChange(true);
      }}
      aside={
        <>
          {open && aside ? <div className={styles.aside}>{aside}</div> : null}
          <IconButton
            className={styles.toggle}
            label={open ? "Close the panel" : "Open the panel"}
            glyph={open ? ChevronDown : ChevronUp}
            tooltipSide="top"
            onClick={() => onOpenChange(!open)}
          />
        </>
      }
    >
      {open ? children : null}
    </Tabs>
  );
}
