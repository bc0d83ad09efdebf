// The bar over the page: which composition is open on the left; finding, running, problems and export on the right.
// Words leave before buttons do when the page gets narrow.

import { Box, CircleAlert, CircleCheck, Ellipsis, Moon, Search, Sun, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "../primitives/Button.tsx";
import { classes } from "../primitives/classes.ts";
import { IconButton } from "../primitives/IconButton.tsx";
import { Keycap } from "../primitives/Keycap.tsx";
import { Logo } from "../primitives/Logo.tsx";
import { Menu } from "../primitives/Menu.tsx";
import type { MenuEntry } from "../primitives/menu-entries.ts";
import { Tooltip } from "../primitives/Tooltip.tsx";
import text from "../styles/text.module.css";
import { DocumentTabs, type DocumentTabsProps } from "./DocumentTabs.tsx";
import styles from "./TopBar.module.css";

export interface TopBarProps {
  readonly documents: DocumentTabsProps;
  readonly paletteShortcut: string;
  readonly onOpenPalette: () => void;
  /** The one primary action and its neighbours: Run, Serve, Stop. */
  readonly actions: ReactNode;
  readonly problems: ProblemCounts;
  readonly onOpenProblems: () => void;
  readonly exportDisabledReason: string | null;
  readonly onExport: () => void;
  readonly theme: "light" | "dark";
  readonly onThemeChange: (theme: "light" | "dark") => void;
  /** Everything else. */
  readonly menu: readonly MenuEntry[];
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

export function TopBar(props: TopBarProps) {
  const { theme } = props;
  return (
    <div className={styles.bar}>
      <span className={styles.brand}>
        <Logo />
        <span className={styles.brandName}>Witloom</span>
      </span>
      <span className={styles.rule} />
      <DocumentTabs {...props.documents} />
      <PaletteButton shortcut={props.paletteShortcut} onOpen={props.onOpenPalette} />
      <div className={styles.actions}>{props.actions}</div>
      <span className={classes(styles.rule, styles.roomy)} />
      <ProblemsButton counts={props.problems} onOpen={props.onOpenProblems} />
      <Button
        glyph={Box}
        aria-label="Export"
        disabledReason={props.exportDisabledReason}
        onClick={props.onExport}
        className={styles.export}
      >
        <span className={styles.wordy}>Export</span>
      </Button>
      <div className={styles.end}>
        <IconButton
          size="regular"
          label={theme === "light" ? "Use the dark theme" : "Use the light theme"}
          glyph={theme === "light" ? Moon : Sun}
          onClick={() => props.onThemeChange(theme === "light" ? "dark" : "light")}
        />
        <Menu align="end" trigger={<IconButton size="regular" label="More" glyph={Ellipsis} />} entries={props.menu} />
      </div>
    </div>
  );
}

function PaletteButton({ shortcut, onOpen }: { readonly shortcut: string; readonly onOpen: () => void }) {
  return (
    <Tooltip label="Find or run anything" shortcut={shortcut}>
      <Button glyph={Search} className={styles.palette} aria-label="Find or run anything" onClick={onOpen}>
        <span className={styles.paletteText}>Find or run anything</span>
        <span className={styles.paletteKeys}>
          <Keycap keys={shortcut} />
        </span>
      </Button>
    </Tooltip>
  );
}

function ProblemsButton({ counts, onOpen }: { readonly counts: ProblemCounts; readonly onOpen: () => void }) {
  const { errors, warnings } = counts;
  const worst = errors > 0 ? "error" : warnings > 0 ? "attention" : undefined;
  const glyph = { error: CircleAlert, attention: TriangleAlert, none: CircleCheck }[worst ?? "none"];
  const label = `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
  return (
    <Tooltip label={errors + warnings === 0 ? "No problems" : label}>
      <Button variant="ghost" glyph={glyph} glyphTone={worst} aria-label={`Problems: ${label}`} onClick={onOpen}>
        <span className={text.number}>{errors + warnings}</span>
      </Button>
    </Tooltip>
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
