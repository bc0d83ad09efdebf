// The grants of one instance, in its inspector: what it asks for, and the hosts that it may send requests to.

import { useState } from "react";
import { GrantList, type GrantRow } from "../../components/inspector/GrantList.tsx";
import { Button } from "../../components/primitives/Button.tsx";
import { Section } from "../../components/primitives/Section.tsx";
import { TextField } from "../../components/primitives/TextField.tsx";
import {
  asksForHosts,
  type Grant,
  grantedHost,
  grantedVariable,
  hostGrant,
  variableGrant,
} from "../../core/graph/grants.ts";
import { grantedPreopen } from "../../core/graph/preopen-grants.ts";
import type { ComponentType } from "../../core/wit/types.ts";
import type { ActiveView } from "../derived.ts";
import type { RunInputs } from "../run/run-inputs.ts";
import { isOver } from "../run/run-record.ts";
import { inputsOf, shownRun, useRuns } from "../run/run-store.ts";
import { giveGrants, grantsOf, takeGrants } from "./grant-actions.ts";
import { wordsOf } from "./grant-words.ts";
import { PartOfFolder } from "./PartOfFolder.tsx";

export interface GrantSectionProps {
  readonly view: ActiveView;
  readonly instance: string;
  readonly component: ComponentType;
}

export function GrantSection({ view, instance, component }: GrantSectionProps) {
  const inputs = useRuns((state) => inputsOf(view.id, state));
  const run = useRuns((state) => shownRun(view.id, state));
  const refusals = run?.refusals.get(instance)?.byGrant;
  const once = run && !isOver(run) ? (run.setup.grantsOnce.get(instance) ?? []) : [];
  const { asked } = grantsOf(view, instance);
  const given = view.document.grants.get(instance) ?? [];
  const sendsRequests = asksForHosts(component);
  if (asked.length === 0 && !sendsRequests) return null;
  const hosts = [...given, ...(refusals?.keys() ?? [])].filter((grant) => grantedHost(grant) !== null);
  const asking = asked.flatMap((grant) => [
    grant,
    ...variablesUnder(grant, given, inputs),
    ...partsUnder(grant, given, refusals),
  ]);
  const shown = [...new Set<Grant>([...asking, ...hosts])];
  const rows = shown.map((grant): GrantRow => {
    const words = wordsOf(grant);
    const isOnce = once.includes(grant) && !given.includes(grant);
    const detail = isOnce ? "given to the run that is up" : words.detail;
    return { id: grant, label: words.label, detail, given: given.includes(grant), refused: refusals?.get(grant) ?? 0 };
  });
  const isWhole = rows.every((row) => row.given || grantedPreopen(row.id) !== null);
  return (
    <Section
      title="Grants"
      note={`${rows.filter((row) => row.given).length} of ${rows.length} given`}
      actions={
        rows.length === 0 ? null : (
          <Button
            size="small"
            variant="ghost"
            onClick={() => (isWhole ? takeGrants(instance, given) : giveGrants(instance, [...asked, ...hosts]))}
          >
            {isWhole ? "Take all" : "Give all"}
          </Button>
        )
      }
    >
      <GrantList
        rows={rows}
        onChange={(id, on) =>
          change(
            instance,
            shown.find((grant) => grant === id)!,
            on,
          )
        }
      />
      {asked.includes("read-folder") ? <PartOfFolder instance={instance} /> : null}
      {sendsRequests ? <HostField onAdd={(host) => giveGrants(instance, [hostGrant(host)])} /> : null}
    </Section>
  );
}

/** Writing is of no use to an instance that can't see the folder, and goes when seeing goes. */
function change(instance: string, grant: Grant, on: boolean): void {
  if (on) giveGrants(instance, grant === "write-folder" ? ["read-folder", grant] : [grant]);
  else takeGrants(instance, grant === "read-folder" ? [grant, "write-folder"] : [grant]);
}

/** The variables of the form, and those that are granted: each alone, where not all of them are given. */
function variablesUnder(grant: Grant, given: readonly Grant[], { command }: RunInputs): readonly Grant[] {
  if (grant !== "environment" || given.includes(grant)) return [];
  const named = command.environment.flatMap(({ name }) => (name === "" ? [] : [variableGrant(name)]));
  return [...named, ...given.filter((other) => grantedVariable(other) !== null)];
}

/** The parts of the folder that are given, or were asked for, below the two grants of all of it. */
function partsUnder(
  grant: Grant,
  given: readonly Grant[],
  refusals: ReadonlyMap<Grant, number> | undefined,
): readonly Grant[] {
  if (grant !== "write-folder") return [];
  return [...given, ...(refusals?.keys() ?? [])].filter((other) => grantedPreopen(other) !== null);
}

const HOST = /^(https?:\/\/)?(\*|(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?)$/i;

function HostField({ onAdd }: { readonly onAdd: (host: string) => void }) {
  const [host, setHost] = useState("");
  const isHost = HOST.test(host.trim());
  return (
    <TextField
      mono
      label="Allow requests to a host"
      placeholder="api.example.com"
      hint="Enter allows it. `*.example.com` is all below it, `*` every host."
      error={
        host === "" || isHost
          ? null
          : "A host, with a scheme and a port where it is to be no other: https://api.example.com:8443"
      }
      value={host}
      onChange={setHost}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !isHost) return;
        onAdd(host.trim().toLowerCase());
        setHost("");
      }}
    />
  );
}
