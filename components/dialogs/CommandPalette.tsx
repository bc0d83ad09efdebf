// Everything that can be done, by a few letters.
// Its list is loaded when it first opens.

import { lazy, Suspense } from "react";

import type { PaletteCommand } from "./palette-model.ts";

export interface CommandPaletteProps {
  readonly open: boolean;
  /** The most likely first. */
  readonly commands: readonly PaletteCommand[];
  readonly onRun: (id: string) => void;
  readonly onClose: () => void;
}

const Palette = lazy(() => import("./CommandPalette.panel.tsx"));

export function CommandPalette(props: CommandPaletteProps) {
  return (
    <Suspense fallback={null}>
      {/* Closed it isn't there at all: it opens with an empty field every time. */}
      {props.open ? <Palette {...props} /> : null}
    </Suspense>
  );
}
