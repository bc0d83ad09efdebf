// The page: the frame, what stands in each of its parts, and what lies over it.

import { useEffect } from "react";
import { TooltipProvider } from "../components/primitives/Tooltip.tsx";
import { AppShell } from "../components/shell/AppShell.tsx";
import { useActiveView } from "./derived.ts";
import { DialogHost } from "./dialogs/DialogHost.tsx";
import { busy, whenPainted } from "./idle.ts";
import { LibrarySide, LibraryStrip } from "./library/LibrarySide.tsx";
import { NoticeList } from "./notices/NoticeList.tsx";
import { toggleLibraryPanel } from "./preferences/panels.ts";
import { BottomTabs } from "./shell/BottomTabs.tsx";
import { Centre } from "./shell/Centre.tsx";
import { PageDrop } from "./files/PageDrop.tsx";
import { loadCanvas } from "./shell/later.ts";
import { Side, useSide } from "./shell/Side.tsx";
import { StatusBarPanel } from "./shell/StatusBarPanel.tsx";
import { TopBarPanel } from "./shell/TopBarPanel.tsx";

export function App() {
  const view = useActiveView();
  const side = useSide(view);
  // Wanted as soon as the page stands: the first document is still on its way then.
  useEffect(() => void busy(whenPainted().then(loadCanvas)), []);
  return (
    <TooltipProvider>
      <PageDrop>
        <AppShell
          layout={side.layout}
          onLayoutChange={side.onLayoutChange}
          topBar={<TopBarPanel />}
          library={<LibrarySide onToggle={toggleLibraryPanel} />}
          libraryRail={<LibraryStrip onToggle={toggleLibraryPanel} />}
          centre={<Centre view={view} />}
          inspector={view && <Side view={view} preview={side.preview} />}
          inspectorLabel={side.label}
          bottom={view && <BottomTabs view={view} />}
          statusBar={<StatusBarPanel />}
        />
      </PageDrop>
      <DialogHost />
      <NoticeList />
    </TooltipProvider>
  );
}
