// Where the parts of the page stand: what the person wished for × the size of the page → an arrangement.
// Nothing is remembered here. Every number is in CSS pixels, so zooming in to 200 % counts as a page of half the size.
//
//   ┌──────────────────── top bar 44 ────────────────────┐
//   │ library │              centre          │ inspector │
//   │   248   ├──────────── bottom ──────────┤ 320 / 284 │
//   └─────────────────── status bar 24 ──────────────────┘

export interface ShellLayout {
  /** What is wished for; a page without room shows the rail and opens the library over itself. */
  readonly library: "open" | "collapsed";
  readonly libraryOverlay: boolean;
  readonly inspector: "open" | "collapsed";
  readonly inspectorOverlay: boolean;
  readonly bottom: "open" | "closed";
  /** Null until someone drags it: the width then follows the page. */
  readonly inspectorWidth: number | null;
  readonly bottomHeight: number | null;
}

export const DEFAULT_LAYOUT: ShellLayout = {
  library: "open",
  libraryOverlay: false,
  inspector: "open",
  inspectorOverlay: false,
  bottom: "open",
  inspectorWidth: null,
  bottomHeight: null,
};

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface ShellArrangement {
  /** `rail` leaves a strip of 44 beside the centre; `overlay` lays the open library over it as well. */
  readonly library: "docked" | "rail" | "overlay";
  readonly inspector: "docked" | "hidden" | "overlay";
  readonly inspectorWidth: number;
  readonly bottom: "open" | "closed";
  readonly bottomHeight: number;
  readonly bottomBounds: SizeBounds;
  readonly inspectorBounds: SizeBounds;
}

interface SizeBounds {
  readonly min: number;
  readonly max: number;
}

export const BARS_HEIGHT = 44 + 24;
export const LIBRARY_WIDTH = 248;
const RAIL_WIDTH = 44;
export const BOTTOM_CLOSED_HEIGHT = 33;

/** From here on panels take their larger sizes. */
const WIDE_PAGE = 1440;
/** The centre that a docked library must leave, and the one that a docked inspector must leave. */
const CENTRE_BESIDE_LIBRARY = 840;
const CENTRE_BESIDE_INSPECTOR = 400;
const CENTRE_ABOVE_BOTTOM = 120;
const INSPECTOR_MIN = 240;
const BOTTOM_MIN = 96;

/** `hasInspector` is false while the page has nothing to inspect with: no composition open. */
export function arrangeShell(page: PageSize, layout: ShellLayout, hasInspector: boolean): ShellArrangement {
  const wide = page.width >= WIDE_PAGE;
  const inspectorBounds = boundsOf(INSPECTOR_MIN, Math.min(560, page.width - RAIL_WIDTH - CENTRE_BESIDE_INSPECTOR));
  const inspectorWidth = clamp(layout.inspectorWidth ?? (wide ? 320 : 284), inspectorBounds);
  const inspectorFits = page.width - RAIL_WIDTH - inspectorWidth >= CENTRE_BESIDE_INSPECTOR;
  const inspector = arrangeInspector(layout, hasInspector, inspectorFits);

  const inspectorTakes = inspector === "docked" ? inspectorWidth : 0;
  const libraryFits = page.width - LIBRARY_WIDTH - inspectorTakes >= CENTRE_BESIDE_LIBRARY;
  const aside = layout.libraryOverlay ? "overlay" : "rail";
  const library = layout.library === "open" && libraryFits ? "docked" : aside;

  const bottomBounds = boundsOf(BOTTOM_MIN, page.height - BARS_HEIGHT - CENTRE_ABOVE_BOTTOM);
  const bottomHeight =
    layout.bottom === "closed" ? BOTTOM_CLOSED_HEIGHT : clamp(layout.bottomHeight ?? (wide ? 264 : 206), bottomBounds);
  return { library, inspector, inspectorWidth, bottom: layout.bottom, bottomHeight, bottomBounds, inspectorBounds };
}

function arrangeInspector(layout: ShellLayout, exists: boolean, fits: boolean): ShellArrangement["inspector"] {
  if (!exists) return "hidden";
  if (fits) return layout.inspector === "open" ? "docked" : "hidden";
  return layout.inspectorOverlay ? "overlay" : "hidden";
}

/** The layout after the library's button was pressed: docks it where there is room, lays it over the page where not. */
export function toggleLibrary(page: PageSize, layout: ShellLayout, hasInspector: boolean): ShellLayout {
  const now = arrangeShell(page, layout, hasInspector).library;
  if (now === "docked") return { ...layout, library: "collapsed", libraryOverlay: false };
  if (now === "overlay") return { ...layout, libraryOverlay: false };
  const docked: ShellLayout = { ...layout, library: "open" };
  const fits = arrangeShell(page, docked, hasInspector).library === "docked";
  return fits ? docked : { ...layout, libraryOverlay: true };
}

/** The layout after the inspector's button was pressed. */
export function toggleInspector(page: PageSize, layout: ShellLayout): ShellLayout {
  const now = arrangeShell(page, layout, true).inspector;
  if (now === "docked") return { ...layout, inspector: "collapsed" };
  if (now === "overlay") return { ...layout, inspectorOverlay: false };
  const docked: ShellLayout = { ...layout, inspector: "open" };
  const fits = arrangeShell(page, docked, true).inspector === "docked";
  return fits ? docked : { ...docked, inspectorOverlay: true };
}

/** The layout after the bottom panel was dragged to `height`; dragged shut it keeps the height it had for the next time. */
export function resizeBottom(layout: ShellLayout, height: number): ShellLayout {
  if (height <= BOTTOM_CLOSED_HEIGHT) return { ...layout, bottom: "closed" };
  return { ...layout, bottom: "open", bottomHeight: height };
}

function boundsOf(min: number, max: number): SizeBounds {
  return { min, max: Math.max(min, max) };
}

function clamp(value: number, bounds: SizeBounds): number {
  return Math.round(Math.min(bounds.max, Math.max(bounds.min, value)));
}
