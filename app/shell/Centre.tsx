// The middle of the page: the graph, or what to begin with while there is none.

import { Suspense } from "react";
import { COMPONENT_DRAG_TYPE } from "../../components/library/library-drag.ts";
import { execute } from "../commands/registry.ts";
import type { ActiveView } from "../derived.ts";
import { filesInDrop } from "../files/pick-files.ts";
import { busy } from "../idle.ts";
import { addAndPlace, addToCanvas } from "../library/placing.ts";
import { CanvasPanel, EmptyCanvas } from "../shell/later.ts";
import { useSession } from "../session.ts";
import { useSamples } from "../samples/samples.ts";

export function Centre({ view }: { readonly view: ActiveView | null }) {
  const isOpening = useSession((state) => state.isOpening);
  if (isOpening) return null;
  return (
    <Suspense fallback={null}>
      {view && view.composition.instances.length > 0 ? <CanvasPanel key={view.id} view={view} /> : <Welcome />}
    </Suspense>
  );
}

function Welcome() {
  const samples = useSamples(({ rows }) => rows);
  return (
    <EmptyCanvas
      samples={samples}
      onOpenSample={(id) => void execute("sample.open", { id })}
      onChooseFiles={() => void execute("library.add-files")}
      onAddUrl={() => void execute("library.add-url")}
      onDrop={(data) => {
        const sha256 = data.getData(COMPONENT_DRAG_TYPE);
        if (sha256 !== "") addToCanvas(sha256);
        else void busy(filesInDrop(data).then(addAndPlace));
      }}
    />
  );
}
