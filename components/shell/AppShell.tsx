// The page's frame: bars, library, centre, bottom panel and inspector, docked or laid over as the page has room.
// It remembers nothing: the layout comes in and goes out through props.

import type { ReactNode } from "react";

import { classes } from "../primitives/classes.ts";
import styles from "./AppShell.module.css";
import { OverlayPanel } from "./OverlayPanel.tsx";
import { arrangeShell, LIBRARY_WIDTH, resizeBottom, type ShellLayout } from "./shell-layout.ts";
import { SplitPanes } from "./SplitPanes.tsx";
import { usePageSize } from "./use-page-size.ts";

export interface AppShellProps {
  readonly layout: ShellLayout;
  readonly onLayoutChange: (layout: ShellLayout) => void;
  readonly topBar: ReactNode;
  readonly library: ReactNode;
  /** What is left of the library when it is collapsed. */
  readonly libraryRail: ReactNode;
  readonly centre: ReactNode;
  /** Null while there is nothing to inspect with. */
  readonly inspector: ReactNode | null;
  /** What stands in the inspector's place: it may be something else. */
  readonly inspectorLabel?: string | undefined;
  /** The bottom panel with its tabs; null leaves the whole height to the centre. */
  readonly bottom: ReactNode | null;
  readonly statusBar: ReactNode;
}

export function AppShell(props: AppShellProps) {
  const { layout, onLayoutChange, inspector, inspectorLabel = "Inspector" } = props;
  const arrangement = arrangeShell(usePageSize(), layout, inspector !== null);
  return (
    <div className={styles.page}>
      <header className={styles.topBar}>{props.topBar}</header>
      <div className={styles.body}>
        <aside
          aria-label="Library"
          className={classes(styles.library, arrangement.library !== "docked" && styles.rail)}
        >
          {arrangement.library === "docked" ? props.library : props.libraryRail}
        </aside>
        <div className={styles.rest}>
          <SplitPanes
            arrangement={arrangement}
            centre={props.centre}
            bottom={props.bottom}
            inspector={arrangement.inspector === "docked" ? inspector : null}
            inspectorLabel={inspectorLabel}
            onResizeBottom={(height) => onLayoutChange(resizeBottom(layout, height))}
            onResizeInspector={(inspectorWidth) => onLayoutChange({ ...layout, inspectorWidth })}
          />
          {arrangement.library === "overlay" ? (
            <OverlayPanel
              label="Library"
              side="left"
              width={LIBRARY_WIDTH}
              onClose={() => onLayoutChange({ ...layout, libraryOverlay: false })}
            >
              {props.library}
            </OverlayPanel>
          ) : null}
          {arrangement.inspector === "overlay" ? (
            <OverlayPanel
              label={inspectorLabel}
              side="right"
              width={arrangement.inspectorWidth}
              onClose={() => onLayoutChange({ ...layout, inspectorOverlay: false })}
            >
              {inspector}
            </OverlayPanel>
          ) : null}
        </div>
      </div>
      <footer className={styles.statusBar}>{props.statusBar}</footer>
    </div>
  );
}
