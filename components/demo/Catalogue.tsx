// Every page of the catalogue by its name.
// The tooltips' provider stands here, as it will at the root of the page.

import type { ComponentType } from "react";

import { TooltipProvider } from "../primitives/Tooltip.tsx";
import { AssemblyPage } from "./pages/AssemblyPage.tsx";
import { BottomPage } from "./pages/BottomPage.tsx";
import { DialogsPage } from "./pages/DialogsPage.tsx";
import { InspectorPage } from "./pages/InspectorPage.tsx";
import { LibraryPage } from "./pages/LibraryPage.tsx";
import { PreviewPage } from "./pages/PreviewPage.tsx";
import { PrimitivesPage } from "./pages/PrimitivesPage.tsx";

export interface PageProps {
  /** Which state of the page: a dialog's name, a tab. */
  readonly show: string;
}

const PAGES: Record<string, ComponentType<PageProps>> = {
  assembly: AssemblyPage,
  primitives: PrimitivesPage,
  library: LibraryPage,
  inspector: InspectorPage,
  bottom: BottomPage,
  dialogs: DialogsPage,
  preview: PreviewPage,
};

export function Catalogue({ page, show }: PageProps & { readonly page: string }) {
  const Page = PAGES[page] ?? AssemblyPage;
  return (
    <TooltipProvider>
      <Page show={show} />
    </TooltipProvider>
  );
}
