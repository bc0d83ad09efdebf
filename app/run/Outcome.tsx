// What the last call of a function came to, or how the run ended in it.

import { EmptyState } from "../../components/primitives/EmptyState.tsx";
import { ResultView } from "../../components/values/view/ResultView.tsx";
import type { CallTarget } from "./callables.ts";
import type { TargetOutcome } from "./call-record.ts";
import { describeCallError, describeEnd, describeTrap, placeOf } from "./run-words.ts";

export interface OutcomeProps {
  readonly target: CallTarget;
  readonly outcome: TargetOutcome;
}

export function Outcome({ target, outcome }: OutcomeProps) {
  const { result } = target.type;
  switch (outcome.kind) {
    case "returned":
      return (
        <ResultView
          name={target.function}
          result={result ? { kind: "value", value: outcome.value, type: result } : { kind: "none" }}
        />
      );
    case "trapped": {
      const place = placeOf(outcome.report);
      const message = describeTrap(outcome.report);
      return (
        <ResultView name={target.function} result={{ kind: "trap", message, ...(place === null ? {} : { place }) }} />
      );
    }
    case "exited":
      return (
        <EmptyState title={describeEnd(outcome)}>
          {outcome.code === 0 ? "What it printed stands in the console." : "The console may say why."}
        </EmptyState>
      );
    case "stopped":
      return <EmptyState title="Stopped">The run was stopped before it returned.</EmptyState>;
    case "not-started":
      return <EmptyState title="Not started">{outcome.reasons.join(" ")}</EmptyState>;
    case "unanswered":
      return <EmptyState title="No response">{outcome.reason}</EmptyState>;
    case "responded":
      return <EmptyState title={outcome.summary}>The response itself is gone; send the request again.</EmptyState>;
    case "refused":
      return <EmptyState title="Not called">{describeCallError(outcome.error)}</EmptyState>;
  }
}
