// What the selected instances could be made of instead: the other components of the library, the best first.

import type { Candidate } from "../../components/dialogs/CandidatesMenu.tsx";
import { findInstance } from "../../core/graph/composition.ts";
import { parseComponentKey } from "../../core/graph/naming.ts";
import { languageOf } from "../canvas/languages.ts";
import type { ActiveView } from "../derived.ts";
import type { LibraryEntry } from "../library/library-store.ts";
import { replaceChanges } from "./replace-changes.ts";

/** Candidates by the hash of their component; those that keep the most wires first. */
export function replacementsFor(
  { composition, componentOf }: ActiveView,
  instances: readonly string[],
  entries: Iterable<LibraryEntry>,
): readonly Candidate[] {
  const current = findInstance(composition, instances[0] ?? "")?.component ?? "";
  const currentHash = composition.components.get(current)?.sha256;
  return [...entries]
    .flatMap(({ sha256, key, component }) => {
      if (!component || sha256 === currentHash) return [];
      const changes = replaceChanges(composition, componentOf, instances, component);
      const count = (kinds: readonly string[]): number => changes.filter(({ kind }) => kinds.includes(kind)).length;
      const [kept, cut, missing] = [count(["kept", "compatible"]), count(["cut"]), count(["missing"])];
      const parts = parseComponentKey(key);
      const candidate: Candidate = {
        id: sha256,
        name: parts?.name ?? key,
        version: parts?.version ?? null,
        language: languageOf(component.producers),
        world: false,
        place: cut === 0 && missing === 0 ? "Keeps every wire" : "Changes wires",
        detail: [
          `${kept} wire${kept === 1 ? "" : "s"} stay${kept === 1 ? "s" : ""}`,
          cut > 0 && `${cut} cut`,
          missing > 0 && `${missing} new import${missing === 1 ? "" : "s"}`,
        ]
          .filter(Boolean)
          .join(", "),
        note: null,
      };
      return [{ candidate, loss: cut + missing - kept }];
    })
    .toSorted((a, b) => a.loss - b.loss)
    .map(({ candidate }) => candidate);
}
