// The library: full, with every row state, empty, searched in vain, while a wire is dragged, and as a rail.
// Each specimen is as wide as the library.

import { useState } from "react";

import type { LibraryFits, LibraryRow } from "../../library/library-model.ts";
import { LibraryPanel } from "../../library/LibraryPanel.tsx";
import { LibraryRail } from "../../library/LibraryRail.tsx";
import { FILTERS, LIBRARY, STATES } from "../samples/library.ts";
import { ADD_ACTIONS, LIBRARY_ACTIONS, said } from "./actions.ts";
import { Page, Specimen } from "./Page.tsx";

const FITS: LibraryFits = { label: "gateway · pricing", keys: new Set(["pricing-flat", "pricing-eu"]) };

export function LibraryPage() {
  return (
    <Page>
      <Library title="Full" rows={LIBRARY} />
      <Library title="Every state" rows={STATES} />
      <Library title="While a wire is dragged" rows={LIBRARY} fits={FITS} />
      <Library title="Searched in vain" rows={LIBRARY} search="zig" />
      <Library title="Empty" rows={[]} />
      <Specimen title="Rail" width={44} height={640}>
        <LibraryRail
          rows={LIBRARY}
          onOpen={said("open")}
          onSearch={said("search")}
          onAddToCanvas={said("add")}
          add={ADD_ACTIONS}
          onShowShortcuts={said("shortcuts")}
        />
      </Specimen>
    </Page>
  );
}

interface LibraryProps {
  readonly title: string;
  readonly rows: readonly LibraryRow[];
  readonly fits?: LibraryFits;
  readonly search?: string;
}

function Library({ title, rows, fits, search: initial = "" }: LibraryProps) {
  const [search, setSearch] = useState(initial);
  const [filter, setFilter] = useState<string | null>(null);
  return (
    <Specimen title={title} width={248} height={640}>
      <LibraryPanel
        rows={rows}
        search={search}
        onSearchChange={setSearch}
        filters={FILTERS}
        filter={filter}
        onFilterChange={setFilter}
        fits={fits ?? null}
        onDismissFits={said("dismiss fits")}
        actions={LIBRARY_ACTIONS}
        add={ADD_ACTIONS}
        onCollapse={said("collapse")}
      />
    </Specimen>
  );
}
