// One scenario: its steps with what each expects, and where it failed what was found, beside each other.

import { CircleX, Play, SquarePen } from "lucide-react";
import { useState } from "react";

import { CodeText } from "../code/CodeBlock.tsx";
import { Button } from "../primitives/Button.tsx";
import { Icon } from "../primitives/Icon.tsx";
import { IconButton } from "../primitives/IconButton.tsx";
import { Select } from "../primitives/Select.tsx";
import { TextField } from "../primitives/TextField.tsx";
import { Words } from "../primitives/Words.tsx";
import type { Expectation, FailureDetail, ScenarioDetail, StepDetail } from "./scenario-model.ts";
import { ScenarioMark } from "./ScenarioList.tsx";
import styles from "./ScenarioView.module.css";
import { SideBySide } from "./SideBySide.tsx";

export interface ScenarioViewProps {
  readonly detail: ScenarioDetail;
  readonly onChange: (step: number, expectation: string, change: { kind?: string; text?: string }) => void;
  /** Expects from now on what was found. */
  readonly onAccept: () => void;
  readonly onShowInForm: (step: number) => void;
  readonly onRun: () => void;
  readonly runDisabledReason: string | null;
}

export function ScenarioView({
  detail,
  onChange,
  onAccept,
  onShowInForm,
  onRun,
  runDisabledReason,
}: ScenarioViewProps) {
  const { name, state, steps, failure } = detail;
  return (
    <section aria-label={name} className={styles.view}>
      <header className={styles.header}>
        <ScenarioMark state={state} />
        <h3 className={styles.name}>{name}</h3>
        <Button size="small" glyph={Play} disabledReason={runDisabledReason} onClick={onRun}>
          Run
        </Button>
      </header>
      <div className={styles.body}>
        {failure && failure.step === null ? <Failure failure={failure} onAccept={onAccept} /> : null}
        <ol className={styles.steps}>
          {[...steps.entries()].map(([index, step]) => (
            <li key={index} className={styles.step}>
              <StepHead step={step} number={steps.length > 1 ? index + 1 : null} onShow={() => onShowInForm(index)} />
              {failure?.step === index ? <Failure failure={failure} onAccept={onAccept} /> : null}
              {step.expectations.map((expectation) => (
                <ExpectationFields
                  key={expectation.id}
                  expectation={expectation}
                  onChange={(change) => onChange(index, expectation.id, change)}
                />
              ))}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

interface StepHeadProps {
  readonly step: StepDetail;
  /** Null where there is only one. */
  readonly number: number | null;
  readonly onShow: () => void;
}

function StepHead({ step, number, onShow }: StepHeadProps) {
  return (
    <div className={styles.action}>
      {number === null ? null : <span className={styles.number}>{number}</span>}
      <span className={styles.code}>
        {step.instance === null ? null : <b>{step.instance} </b>}
        <CodeText code={step.action} language="wave" />
      </span>
      <IconButton
        label="Show in the form"
        glyph={SquarePen}
        disabledReason={step.formDisabledReason}
        onClick={onShow}
      />
    </div>
  );
}

interface ExpectationFieldsProps {
  readonly expectation: Expectation;
  readonly onChange: (change: { kind?: string; text?: string }) => void;
}

function ExpectationFields({ expectation, onChange }: ExpectationFieldsProps) {
  const { label, kind, text, multiline, error, validate } = expectation;
  /** What is typed, until the focus leaves. */
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : (validate?.(draft) ?? null);
  const type = (typed: string) => {
    setDraft(typed);
    if ((validate?.(typed) ?? null) === null) onChange({ text: typed });
  };
  const shown = draft ?? text;
  return (
    <div className={styles.expectation} onBlur={() => setDraft(null)}>
      <span className={styles.label}>{label}</span>
      {kind === null ? null : (
        <Select
          size="small"
          label={label}
          labelHidden
          value={kind.value}
          options={kind.options}
          onChange={(value) => onChange({ kind: value })}
        />
      )}
      {shown === null || text === null ? null : (
        <div className={styles.text}>
          <TextField
            mono
            labelHidden
            label={`${label}, expected`}
            value={shown}
            error={problem ?? error}
            rows={multiline ? Math.min(6, shown.split("\n").length) : undefined}
            onChange={type}
          />
        </div>
      )}
    </div>
  );
}

function Failure({ failure, onAccept }: { readonly failure: FailureDetail; readonly onAccept: () => void }) {
  const { message, comparison, refusals, canAccept } = failure;
  return (
    <div className={styles.failure}>
      <p className={styles.message}>
        <Icon glyph={CircleX} tone="error" />
        <span>
          <Words text={message} />
        </span>
      </p>
      {comparison === null ? null : <SideBySide {...comparison} />}
      {refusals.map((refusal) => (
        <p key={refusal} className={styles.refusal}>
          {refusal}
        </p>
      ))}
      {canAccept ? (
        <div>
          <Button size="small" variant="ghost" onClick={onAccept}>
            Expect what was found
          </Button>
        </div>
      ) : null}
    </div>
  );
}
