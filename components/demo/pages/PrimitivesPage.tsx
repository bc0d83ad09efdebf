// Every primitive in every state.
// Anything new in `primitives/` belongs here as well.

import { Controls } from "./Controls.tsx";
import { Marks } from "./Marks.tsx";
import { Overlays } from "./Overlays.tsx";
import { Page } from "./Page.tsx";

export function PrimitivesPage() {
  return (
    <Page>
      <Controls />
      <Marks />
      <Overlays />
    </Page>
  );
}
