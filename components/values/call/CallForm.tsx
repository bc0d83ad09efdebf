// A function to call: its name, its WIT signature, its arguments and the button. The caller keeps the draft, makes the
// call and shows what came back.

import { Play } from "lucide-react";
import { type RefObject, useMemo, useRef } from "react";

import { printFunction, printType } from "../../../core/wit/print-type.ts";
import type { FunctionType } from "../../../core/wit/types.ts";
import type { WitValue } from "../../../core/values/value.ts";
import { CodeText } from "../../code/CodeBlock.tsx";
import { Button } from "../../primitives/Button.tsx";
import { describeDraftProblem } from "../drafts/draft-wording.ts";
import { type HandlesFor, readValueDraft, type ValueDraft, type ValueDraftError } from "../drafts/value-draft.ts";
import { ArgumentsForm } from "./ArgumentsForm.tsx";
import styles from "./CallForm.module.css";

export interface CallFormProps {
  /** As WIT has it: `open`. */
  readonly name: string;
  readonly type: FunctionType;
  readonly draft: ValueDraft;
  readonly onChange: (draft: ValueDraft) => void;
  /** With a value for each parameter. */
  readonly onRun: (values: readonly WitValue[]) => void;
  /** A call is under way. */
  readonly busy?: boolean | undefined;
  /** Why it can't be called now, apart from what is wrong with the arguments. */
  readonly disabledReason?: string | null | undefined;
  readonly handlesFor?: HandlesFor | undefined;
}

export function CallForm({ name, type, draft, onChange, onRun, busy, disabledReason, handlesFor }: CallFormProps) {
  const form = useRef<HTMLElement>(null);
  const shape = useMemo(
    () => ({ kind: "arguments", parameters: type.parameters, handlesFor }) as const,
    [type, handlesFor],
  );
  const values = useMemo(() => readValueDraft(draft, shape), [draft, shape]);
  const blocked = disabledReason ?? (busy ? "The call is still running" : values.ok ? null : reasonOf(values.error));
  const run = () => {
    if (blocked !== null) focusFirstFault(form);
    else if (values.ok) onRun(values.value);
  };
  return (
    <section ref={form} className={styles.form} aria-label={`Call ${name}`}>
      <header className={styles.header}>
        <h3 className={styles.name}>{name}</h3>
        <Button variant="primary" glyph={Play} shortcut="Ctrl ⏎" disabledReason={blocked} onClick={run}>
          {busy ? "Running" : "Run"}
        </Button>
        <p className={styles.signature}>
          <CodeText code={`${printFunction(type, { skipResult: true })} `} language="wit" />
          {type.result === null ? null : (
            <span className={styles.result}>
              <CodeText code={`-> ${printType(type.result)}`} language="wit" />
            </span>
          )}
        </p>
      </header>
      <ArgumentsForm shape={shape} draft={draft} onChange={onChange} onRun={run} />
    </section>
  );
}

/** The first thing to put right, and how much more there is. */
export function reasonOf(error: ValueDraftError): string {
  if (error.kind === "wave") return `The text has an error in line ${error.error.line}`;
  const [first, ...others] = error.problems;
  if (!first) return "The arguments aren't complete";
  return others.length === 0
    ? describeDraftProblem(first)
    : `${describeDraftProblem(first)}, and ${others.length} more`;
}

function focusFirstFault(form: RefObject<HTMLElement | null>): void {
  form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}
