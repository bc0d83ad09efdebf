// Centre over bottom panel, inspector beside both, with draggable edges.
// Sizes are pixels, in and out.

import type { ReactNode } from "react";
import { useLayoutEffect, useRef } from "react";
import { Group, Panel, Separator, usePanelRef } from "react-resizable-panels";

import styles from "./AppShell.module.css";
import { BOTTOM_CLOSED_HEIGHT, type ShellArrangement } from "./shell-layout.ts";

export interface SplitPanesProps {
  readonly arrangement: ShellArrangement;
  readonly centre: ReactNode;
  readonly bottom: ReactNode | null;
  /** Null while it isn't docked. */
  readonly inspector: ReactNode | null;
  readonly inspectorLabel: string;
  /** After a drag or a key, never while the page itself changes; a panel dragged shut has the height of its bar. */
  readonly onResizeBottom: (height: number) => void;
  readonly onResizeInspector: (width: number) => void;
}

export function SplitPanes(props: SplitPanesProps) {
  const { arrangement, centre, bottom, inspector } = props;
  const { bottomHeight, bottomBounds, inspectorWidth, inspectorBounds } = arrangement;
  const bottomPanel = useWishedSize(bottomHeight, bottom !== null);
  const inspectorPanel = useWishedSize(inspectorWidth, inspector !== null);
  return (
    <Group
      className={styles.panes}
      onLayoutChanged={(_, { isUserInteraction }) => {
        const size = inspectorPanel.current?.getSize();
        if (isUserInteraction && size) props.onResizeInspector(Math.round(size.inPixels));
      }}
    >
      <Panel id="main" minSize={200}>
        <Group
          className={styles.panes}
          orientation="vertical"
          onLayoutChanged={(_, { isUserInteraction }) => {
            const size = bottomPanel.current?.getSize();
            if (isUserInteraction && size) props.onResizeBottom(Math.round(size.inPixels));
          }}
        >
          <Panel id="centre" minSize={80}>
            <main className={styles.centre}>{centre}</main>
          </Panel>
          {bottom === null ? null : (
            <>
              <Separator className={styles.edge} aria-label="Height of the bottom panel" />
              <Panel
                id="bottom"
                panelRef={bottomPanel}
                groupResizeBehavior="preserve-pixel-size"
                defaultSize={bottomHeight}
                collapsible
                collapsedSize={BOTTOM_CLOSED_HEIGHT}
                minSize={bottomBounds.min}
                maxSize={bottomBounds.max}
              >
                <section aria-label="Bottom panel" className={styles.bottom}>
                  {bottom}
                </section>
              </Panel>
            </>
          )}
        </Group>
      </Panel>
      {inspector === null ? null : (
        <>
          <Separator className={styles.edge} aria-label="Width of the inspector" />
          <Panel
            id="inspector"
            panelRef={inspectorPanel}
            groupResizeBehavior="preserve-pixel-size"
            defaultSize={inspectorWidth}
            minSize={inspectorBounds.min}
            maxSize={inspectorBounds.max}
          >
            <aside aria-label={props.inspectorLabel} className={styles.inspector}>
              {inspector}
            </aside>
          </Panel>
        </>
      )}
    </Group>
  );
}

/** A handle on a panel that is brought to `pixels` whenever that number changes; it comes with the right size. */
function useWishedSize(pixels: number, exists: boolean) {
  const panel = usePanelRef();
  const isNew = useRef(true);
  useLayoutEffect(() => {
    // The group doesn't know a panel yet that has just come.
    if (exists && !isNew.current) panel.current?.resize(pixels);
    isNew.current = !exists;
  }, [panel, pixels, exists]);
  return panel;
}
