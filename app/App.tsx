// The page: the frame, what stands in each of its parts, and what lies over it.

import { Suspense, useEffect } from "react";
import { TooltipProvider } from "../components/primitives/Tooltip.tsx";
import { AppShell } from "../components/shell/AppShell.tsx";
import { useActiveView } from "./derived.ts";
import { DialogHost } from "./dialogs/DialogHost.tsx";
import { busy, whenPainted } from "./idle.ts";
import { LibrarySide, LibraryStrip } from "./library/LibrarySide.tsx";
import { NoticeList } from "./notices/NoticeList.tsx";
import { toggleLibraryPanel } from "./preferences/panels.ts";
import { usePreferences } from "./preferences/preferences-store.ts";
import { BottomTabs } from "./shell/BottomTabs.tsx";
import { Centre } from "./shell/Centre.tsx";
import { PageDrop } from "./files/PageDrop.tsx";
import { InspectorPanel, loadCanvas } from "./shell/later.ts";
import { StatusBarPanel } from "./shell/StatusBarPanel.tsx";
import { TopBarPanel } from "./shell/TopBarPanel.tsx";

export function App() {
  const view = useActiveView();
  const layout = usePreferences((state) => state.layout);
  // Wanted as soon as the page stands: the first document is still on its way then.
  useEffect(() => void busy(whenPainted().then(loadCanvas)), []);
  return (
    <TooltipProvider>
      <PageDrop>
        <AppShell
          layout={layout}
          onLayoutChange={(changed) => usePreferences.setState({ layout: changed })}
          topBar={<TopBarPanel />}
          library={<LibrarySide onToggle={toggleLibraryPanel} />}
          libraryRail={<LibraryStrip onToggle={toggleLibraryPanel} />}
          centre={<Centre view={view} />}
          inspector={
            view && (
              <Suspense fallback={null}>
                <InspectorPanel view={view} />
              </Suspense>
            )
          }
          bottom={view && <BottomTabs view={view} />}
          statusBar={<StatusBarPanel />}
        />
      </PageDrop>
      <DialogHost />
      <NoticeList />
    </TooltipProvider>
  );
}
