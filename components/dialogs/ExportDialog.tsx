// Taking the composition away: one component, WAC text, or everything as a project.
// Says what will be in it and what forbids it.

import { Box, Download } from "lucide-react";

import { Badge } from "../primitives/Badge.tsx";
import { Button } from "../primitives/Button.tsx";
import { Checkbox } from "../primitives/Checkbox.tsx";
import { Dialog } from "../primitives/Dialog.tsx";
import { RadioCards } from "../primitives/RadioCards.tsx";
import { SectionHeader } from "../primitives/Section.tsx";
import { SizeText } from "../primitives/SizeText.tsx";
import type { ProblemRow } from "../problems/problem-model.ts";
import { ProblemItem } from "../problems/ProblemItem.tsx";
import {
  type ExportChoice,
  exportDisabledReason,
  type ExportedWorld,
  type ExportFormat,
  type ExportTrial,
  type ExportValidation,
  trialDisabledReason,
} from "./export-model.ts";
import styles from "./ExportDialog.module.css";
import { ExportTrialLine } from "./ExportTrialLine.tsx";
import { ExportWorld, ValidationLine } from "./ExportSummary.tsx";

export interface ExportDialogProps {
  readonly open: boolean;
  /** Of the composition: `orders-service`. */
  readonly name: string;
  readonly choice: ExportChoice;
  readonly onChoiceChange: (choice: ExportChoice) => void;
  /** `orders-service.wasm`. */
  readonly fileName: string;
  /** Of what would be written; null until it is known. */
  readonly sizeBytes: number | null;
  readonly world: ExportedWorld;
  /** Errors that forbid a composed component. */
  readonly problems: readonly ProblemRow[];
  readonly onGoToProblem: (id: string) => void;
  readonly validation: ExportValidation;
  readonly trial: ExportTrial;
  /** Runs the composed component. */
  readonly onRun: () => void;
  /** Closes the dialog and shows what can be called of what runs. */
  readonly onShowCalls: () => void;
  readonly onExport: () => void;
  readonly onClose: () => void;
}

const FORMATS: readonly {
  readonly value: ExportFormat;
  readonly label: string;
  readonly detail: string;
  readonly ending: string;
}[] = [
  {
    value: "component",
    label: "One composed component",
    detail: "Runs on Wasmtime, Spin, wasmCloud and wherever components run.",
    ending: ".wasm",
  },
  { value: "wac", label: "WAC text", detail: "The composition as source, for the wac command line.", ending: ".wac" },
  {
    value: "project",
    label: "Project",
    detail: "WAC text, the components it names, and positions. Opens here again.",
    ending: ".zip",
  },
];

export function ExportDialog(props: ExportDialogProps) {
  const { choice, onChoiceChange, problems, validation } = props;
  const composed = choice.format === "component";
  return (
    <Dialog
      open={props.open}
      title={`Export ${props.name}`}
      glyph={Box}
      width={560}
      onClose={props.onClose}
      footnote={<ValidationLine validation={composed ? validation : { kind: "none" }} />}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            glyph={Download}
            disabledReason={exportDisabledReason(choice, problems.length, validation)}
            onClick={props.onExport}
          >
            Export
          </Button>
        </>
      }
    >
      <RadioCards
        label="Form"
        value={choice.format}
        onChange={(format) => onChoiceChange({ ...choice, format })}
        cards={FORMATS.map(({ ending, ...card }) => ({
          ...card,
          aside: (
            <Badge tone="outline" mono>
              {ending}
            </Badge>
          ),
        }))}
      />
      {composed ? (
        <div className={styles.embed}>
          <Checkbox
            label="Carry the components inside"
            detail={
              choice.dependencies === "embed"
                ? "One file with everything in it."
                : "Smaller: it imports its components, and whoever runs it must supply them."
            }
            checked={choice.dependencies === "embed"}
            onChange={(embed) => onChoiceChange({ ...choice, dependencies: embed ? "embed" : "import" })}
          />
        </div>
      ) : null}
      <div className={styles.file}>
        <span className={styles.fileName}>{props.fileName}</span>
        {props.sizeBytes === null ? null : (
          <span className={styles.size}>
            <SizeText bytes={props.sizeBytes} />
          </span>
        )}
      </div>
      {composed ? (
        <ExportTrialLine
          trial={props.trial}
          disabledReason={trialDisabledReason(choice, problems.length, validation, props.trial)}
          onRun={props.onRun}
          onShowCalls={props.onShowCalls}
        />
      ) : null}
      {composed && problems.length > 0 ? (
        <section className={styles.problems}>
          <SectionHeader title="Errors that stand in the way" note={problems.length} />
          <ul>
            {problems.map((problem) => (
              <ProblemItem key={problem.id} problem={problem} onGoTo={() => props.onGoToProblem(problem.id)} />
            ))}
          </ul>
        </section>
      ) : (
        <ExportWorld world={props.world} />
      )}
    </Dialog>
  );
}
