// What floats over the graph: view and history at the top left, zoom at the top right, 12 from the rails.
// The canvas places them; here they are only bars.

import { Layers, Maximize, Minus, Plus, Redo2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";

import { IconButton } from "../primitives/IconButton.tsx";
import styles from "./CanvasToolbar.module.css";

export interface CanvasToolbarProps {
  /** The switch between graph, split and text, or null. */
  readonly view: ReactNode;
  readonly undo: HistoryStep;
  readonly redo: HistoryStep;
  readonly onTidy: () => void;
  readonly tidyDisabledReason?: string | null | undefined;
  /** Further toggles. */
  readonly children?: ReactNode;
}

export interface HistoryStep {
  /** What it would do: `Undo moving store`. */
  readonly label: string;
  readonly shortcut: string;
  readonly disabledReason: string | null;
  readonly onPress: () => void;
}

export function CanvasToolbar({ view, undo, redo, onTidy, tidyDisabledReason, children }: CanvasToolbarProps) {
  return (
    <div role="group" aria-label="View and history" className={styles.toolbar}>
      {view === null ? null : (
        <>
          {view}
          <span className={styles.rule} />
        </>
      )}
      <HistoryButton step={undo} glyph={Undo2} />
      <HistoryButton step={redo} glyph={Redo2} />
      <IconButton label="Tidy layout" glyph={Layers} disabledReason={tidyDisabledReason} onClick={onTidy} />
      {children}
    </div>
  );
}

function HistoryButton({ step, glyph }: { readonly step: HistoryStep; readonly glyph: typeof Undo2 }) {
  const { label, shortcut, disabledReason, onPress } = step;
  return (
    <IconButton label={label} glyph={glyph} shortcut={shortcut} disabledReason={disabledReason} onClick={onPress} />
  );
}

export interface ZoomToolbarProps {
  /** 1 is 100 %. */
  readonly zoom: number;
  readonly bounds: { readonly min: number; readonly max: number };
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  /** Pressing the percentage goes back to 100 %. */
  readonly onZoomReset: () => void;
  readonly onFit: () => void;
}

export function ZoomToolbar({ zoom, bounds, onZoomIn, onZoomOut, onZoomReset, onFit }: ZoomToolbarProps) {
  const smallest = zoom <= bounds.min ? "This is as small as it gets" : null;
  const largest = zoom >= bounds.max ? "This is as large as it gets" : null;
  return (
    <div role="group" aria-label="Zoom" className={styles.toolbar}>
      <IconButton label="Zoom out" glyph={Minus} shortcut="−" disabledReason={smallest} onClick={onZoomOut} />
      <button type="button" className={styles.percent} title="Back to 100%" onClick={onZoomReset}>
        {Math.round(zoom * 100)}%
      </button>
      <IconButton label="Zoom in" glyph={Plus} shortcut="+" disabledReason={largest} onClick={onZoomIn} />
      <span className={styles.rule} />
      <IconButton label="Fit everything" glyph={Maximize} shortcut="1" onClick={onFit} />
    </div>
  );
}
