// The whole page as the pictures of the design show it, with a dotted ground where the graph goes.
// `show` is `empty`, `dragging`, `console`, or nothing.

import {
  Activity,
  CircleCheck,
  Columns2,
  Cpu,
  FileCode,
  Globe,
  HardDrive,
  Keyboard,
  PanelRight,
  Plug,
  Radio,
  Shield,
  Workflow,
} from "lucide-react";
import { useRef, useState } from "react";

import { EmptyCanvas } from "../../welcome/EmptyCanvas.tsx";
import type { LibraryFits } from "../../library/library-model.ts";
import { LibraryPanel, type LibraryPanelHandle } from "../../library/LibraryPanel.tsx";
import { LibraryRail } from "../../library/LibraryRail.tsx";
import { Button, ButtonGroup } from "../../primitives/Button.tsx";
import { IconButton } from "../../primitives/IconButton.tsx";
import { SegmentedControl } from "../../primitives/SegmentedControl.tsx";
import { RunButton, StopButton } from "../../run/RunControls.tsx";
import { AppShell } from "../../shell/AppShell.tsx";
import { CanvasToolbar, ZoomToolbar } from "../../shell/CanvasToolbar.tsx";
import { DEFAULT_LAYOUT, type ShellLayout, toggleInspector, toggleLibrary } from "../../shell/shell-layout.ts";
import { StatusBar, StatusItem, StatusState } from "../../shell/StatusBar.tsx";
import { TopBar } from "../../shell/TopBar.tsx";
import { usePageSize } from "../../shell/use-page-size.ts";
import { FILTERS, LIBRARY } from "../samples/library.ts";
import { SAMPLES } from "../samples/welcome.ts";
import { ADD_ACTIONS, LIBRARY_ACTIONS, said } from "./actions.ts";
import { BottomSample } from "./BottomPage.tsx";
import { InstanceSample } from "./InstanceSample.tsx";
import styles from "./Page.module.css";

const FITS: LibraryFits = { label: "gateway · pricing", keys: new Set(["pricing-flat", "pricing-eu"]) };

export function AssemblyPage({ show }: { readonly show: string }) {
  const empty = show === "empty";
  const dragging = show === "dragging";
  const page = usePageSize();
  const library = useRef<LibraryPanelHandle>(null);
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<string | null>(null);
  const [layout, setLayout] = useState<ShellLayout>({ ...DEFAULT_LAYOUT, bottom: dragging ? "closed" : "open" });
  const hasInspector = !empty && !dragging;
  const rows = empty ? [] : LIBRARY;
  return (
    <AppShell
      layout={layout}
      onLayoutChange={setLayout}
      topBar={<SampleTopBar empty={empty} onToggleInspector={() => setLayout(toggleInspector(page, layout))} />}
      library={
        <LibraryPanel
          handle={library}
          rows={rows}
          search={search}
          onSearchChange={setSearch}
          filters={FILTERS}
          filter={filter}
          onFilterChange={setFilter}
          fits={dragging ? FITS : null}
          onDismissFits={said("dismiss fits")}
          actions={LIBRARY_ACTIONS}
          add={ADD_ACTIONS}
          onCollapse={() => setLayout(toggleLibrary(page, layout, hasInspector))}
        />
      }
      libraryRail={
        <LibraryRail
          rows={rows}
          onOpen={() => setLayout(toggleLibrary(page, layout, hasInspector))}
          onSearch={() => {
            setLayout(toggleLibrary(page, layout, hasInspector));
            requestAnimationFrame(() => library.current?.focusSearch());
          }}
          onAddToCanvas={said("add")}
          add={ADD_ACTIONS}
          onShowShortcuts={said("shortcuts")}
        />
      }
      centre={empty ? <Welcome /> : <Graph />}
      inspector={hasInspector ? <InstanceSample initialTab="instance" plain /> : null}
      bottom={
        empty ? null : (
          <BottomSample
            initialTab={show === "run" ? "run" : show === "problems" ? "problems" : "console"}
            lineCount={2_000}
            open={layout.bottom === "open"}
            onOpenChange={(open) => setLayout({ ...layout, bottom: open ? "open" : "closed" })}
          />
        )
      }
      statusBar={<SampleStatus empty={empty} dragging={dragging} />}
    />
  );
}

function Welcome() {
  return (
    <EmptyCanvas
      samples={SAMPLES}
      onOpenSample={said("open sample")}
      onChooseFiles={said("choose files")}
      onAddUrl={said("add a URL")}
      onDrop={said("dropped")}
    />
  );
}

function Graph() {
  const [view, setView] = useState<"graph" | "split" | "text">("graph");
  return (
    <div className={styles.canvas}>
      <div className={styles.topLeft}>
        <CanvasToolbar
          view={
            <SegmentedControl
              bare
              label="View"
              value={view}
              onChange={setView}
              segments={[
                { value: "graph", label: "Graph", glyph: Workflow },
                { value: "split", label: "Split", glyph: Columns2 },
                { value: "text", label: "Text", glyph: FileCode },
              ]}
            />
          }
          undo={{ label: "Undo moving store", shortcut: "Ctrl Z", disabledReason: null, onPress: said("undo") }}
          redo={{ label: "Redo", shortcut: "Ctrl Y", disabledReason: "Nothing has been undone", onPress: said("redo") }}
          onTidy={said("tidy")}
        >
          <IconButton label="Show values on wires" glyph={Activity} pressed />
        </CanvasToolbar>
      </div>
      <div className={styles.topRight}>
        <ZoomToolbar
          zoom={0.7}
          bounds={{ min: 0.1, max: 2 }}
          onZoomIn={said("in")}
          onZoomOut={said("out")}
          onZoomReset={said("reset")}
          onFit={said("fit")}
        />
      </div>
    </div>
  );
}

interface SampleTopBarProps {
  readonly empty: boolean;
  readonly onToggleInspector: () => void;
}

function SampleTopBar({ empty, onToggleInspector }: SampleTopBarProps) {
  const [theme, setTheme] = useState(
    document.documentElement.dataset["theme"] === "dark" ? ("dark" as const) : ("light" as const),
  );
  const none = empty ? "No composition is open" : null;
  return (
    <TopBar
      documents={{
        documents: empty
          ? [{ id: "1", name: "untitled", state: "saved" }]
          : [
              { id: "1", name: "orders-service", state: "unsaved" },
              { id: "2", name: "thumbnail-mill", state: "saved" },
            ],
        activeId: "1",
        onSelect: said("select"),
        onRename: said("rename"),
        validateName: (_, name) => (name === "" ? "Give it a name" : null),
        onClose: said("close"),
        onNew: said("new"),
      }}
      paletteShortcut="Ctrl K"
      onOpenPalette={said("palette")}
      actions={
        <>
          <RunButton label="Run" shortcut="Ctrl ↵" disabledReason={none} onRun={said("run")} />
          <ButtonGroup label="Serving">
            <Button glyph={Radio} disabledReason={none}>
              Serve
            </Button>
            <StopButton disabledReason="Nothing is running" onStop={said("stop")} />
          </ButtonGroup>
        </>
      }
      problems={empty ? { errors: 0, warnings: 0 } : { errors: 0, warnings: 2 }}
      onOpenProblems={said("problems")}
      exportDisabledReason={none}
      onExport={said("export")}
      theme={theme}
      onThemeChange={(next) => {
        document.documentElement.dataset["theme"] = next;
        setTheme(next);
      }}
      menu={[
        {
          kind: "action",
          id: "inspector",
          label: "Show the inspector",
          glyph: PanelRight,
          onSelect: onToggleInspector,
        },
        {
          kind: "action",
          id: "keys",
          label: "Keyboard shortcuts",
          glyph: Keyboard,
          shortcut: "?",
          onSelect: said("keys"),
        },
      ]}
    />
  );
}

function SampleStatus({ empty, dragging }: { readonly empty: boolean; readonly dragging: boolean }) {
  const idle = empty || dragging;
  return (
    <StatusBar
      left={
        <>
          <StatusState tone={idle ? "idle" : "live"} glyph={idle ? CircleCheck : Radio}>
            {idle ? "Ready" : "Serving"}
          </StatusState>
          {empty ? <StatusItem>No composition open</StatusItem> : null}
          {dragging ? <StatusItem glyph={Plug}>1 of 6 exports on the canvas fits, 2 in the library</StatusItem> : null}
          {idle ? null : (
            <>
              <StatusItem glyph={Cpu}>
                <b>6</b> workers · <b>38.2 MB</b> memory
              </StatusItem>
              <StatusItem glyph={Globe} onPress={said("open preview")}>
                Served at <b>/run/orders-service/</b>
              </StatusItem>
            </>
          )}
        </>
      }
      right={
        <>
          <StatusItem glyph={HardDrive} optional>
            Library <b>55.7 MB</b> in this browser
          </StatusItem>
          <StatusItem glyph={Shield}>Deny by default</StatusItem>
          <StatusItem>WASI 0.2.3</StatusItem>
          <StatusItem>Saved 10:42</StatusItem>
        </>
      }
    />
  );
}
