// A step of a scenario ⇄ what stands in the forms of the run panel.

import type { CommandInput } from "../../components/run/CommandForm.tsx";
import type { HttpDraft } from "../../components/run/http-model.ts";
import type { NamedValue } from "../../components/run/NamedValues.tsx";
import type { CommandStep, NamedText, RequestStep } from "../../core/scenarios/scenario.ts";

export function requestDraftOf({ method, path, headers, body }: RequestStep): HttpDraft {
  return { method, path, headers: rowsOf(headers), body, instances: "shared" };
}

export function commandInputOf({ arguments: argumentLine, environment, stdin }: CommandStep): CommandInput {
  return { argumentLine, environment: rowsOf(environment), stdin };
}

function rowsOf(named: readonly NamedText[]): readonly NamedValue[] {
  return named.map(({ name, value }) => ({ id: crypto.randomUUID(), name, value }));
}

/** `rows` as a scenario keeps them: without those that have no name. */
export function namedOf(rows: readonly NamedValue[]): readonly NamedText[] {
  return rows.filter(({ name }) => name !== "").map(({ name, value }) => ({ name, value }));
}
