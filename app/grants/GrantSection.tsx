// The grants of one instance, in its inspector.

import { GrantList, type GrantRow } from "../../components/inspector/GrantList.tsx";
import { Button } from "../../components/primitives/Button.tsx";
import { Section } from "../../components/primitives/Section.tsx";
import { type Grant, knownGrants } from "../../core/graph/grants.ts";
import type { ActiveView } from "../derived.ts";
import { EMPTY_SESSION, useRuns } from "../run/run-store.ts";
import { giveGrants, grantsOf, takeGrants } from "./grant-actions.ts";
import { GRANT_WORDS } from "./grant-words.ts";

export function GrantSection({ view, instance }: { readonly view: ActiveView; readonly instance: string }) {
  const refusals = useRuns(({ sessions }) => sessions.get(view.id) ?? EMPTY_SESSION).refusals.get(instance);
  const { asked, given } = grantsOf(view, instance);
  if (asked.length === 0) return null;
  const rows = asked.map((grant): GrantRow => {
    const { label, detail } = GRANT_WORDS[grant];
    return { id: grant, label, detail, given: given.includes(grant), refused: refusals?.byGrant.get(grant) ?? 0 };
  });
  const isWhole = given.length === asked.length;
  return (
    <Section
      title="Grants"
      note={`${given.length} of ${asked.length} given`}
      actions={
        <Button
          size="small"
          variant="ghost"
          onClick={() => (isWhole ? takeGrants(instance, asked) : giveGrants(instance, asked))}
        >
          {isWhole ? "Take all" : "Give all"}
        </Button>
      }
    >
      <GrantList rows={rows} onChange={(id, on) => change(instance, knownGrants([id]), on)} />
    </Section>
  );
}

/** Writing is of no use to an instance that can't see the folder, and goes when seeing goes. */
function change(instance: string, [grant]: readonly Grant[], on: boolean): void {
  if (!grant) return;
  if (on) giveGrants(instance, grant === "write-folder" ? ["read-folder", grant] : [grant]);
  else takeGrants(instance, grant === "read-folder" ? [grant, "write-folder"] : [grant]);
}
