// The two menus of candidates: for a wire that was let go, and for replacing a component.

import { CandidatesMenu } from "../../components/dialogs/CandidatesMenu.tsx";
import { portLook } from "../../core/draw/port-look.ts";
import { portExtern } from "../canvas/verdicts.ts";
import type { ActiveView } from "../derived.ts";
import { useLibrary } from "../library/library-store.ts";
import { candidatesFor } from "./candidates.ts";
import { closeDialog, type OpenDialog, showDialog } from "./dialogs-store.ts";
import { replacementsFor } from "./replacements.ts";

interface FitCandidatesProps {
  readonly view: ActiveView;
  readonly dialog: Extract<OpenDialog, { kind: "candidates" }>;
}

export function FitCandidates({ view, dialog: { end, at, screen } }: FitCandidatesProps) {
  const entries = useLibrary((state) => state.entries);
  const candidates = candidatesFor(view, end, at, entries.values());
  const extern = portExtern(view.composition, view.componentOf, end);
  return (
    <CandidatesMenu
      at={screen}
      title={`${end.node} ${end.side === "import" ? "needs" : "offers"} ${end.port.replace("@", " ")}`}
      port={extern ? portLook(end.port, extern) : null}
      verb="connect"
      empty="Nothing on the canvas or in the library fits. Add a component that does."
      candidates={candidates}
      onChoose={(id) => {
        closeDialog();
        candidates.find((candidate) => candidate.id === id)?.choose();
      }}
      onClose={closeDialog}
    />
  );
}

interface ReplacementCandidatesProps {
  readonly view: ActiveView;
  readonly instances: readonly string[];
}

const MENU_WIDTH = 340;
const FROM_TOP = 0.2;

export function ReplacementCandidates({ view, instances }: ReplacementCandidatesProps) {
  const entries = useLibrary((state) => state.entries);
  return (
    <CandidatesMenu
      at={{ x: (window.innerWidth - MENU_WIDTH) / 2, y: window.innerHeight * FROM_TOP }}
      title={`Instead of ${instances.join(", ")}`}
      port={null}
      verb="compare"
      empty="The library holds no other component. Add one first."
      candidates={replacementsFor(view, instances, entries.values())}
      onChoose={(sha256) => showDialog({ kind: "replace", instances, sha256 })}
      onClose={closeDialog}
    />
  );
}
