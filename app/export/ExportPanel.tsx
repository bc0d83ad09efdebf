// The export dialog of the document in front: composes and checks while it is open, so that what is offered is known good.

import { useEffect, useMemo, useState } from "react";
import { ExportDialog } from "../../components/dialogs/ExportDialog.tsx";
import type { ExportChoice, ExportTrial, ExportValidation } from "../../components/dialogs/export-model.ts";
import { isError } from "../../core/graph/diagnose.ts";
import type { ActiveView } from "../derived.ts";
import { closeDialog } from "../dialogs/dialogs-store.ts";
import { busy } from "../idle.ts";
import { notify } from "../notices/notices-store.ts";
import { showBottomTab } from "../preferences/panels.ts";
import { goToProblem, problemRows } from "../problems/problem-rows.ts";
import { shownRun, useRuns } from "../run/run-store.ts";
import { composeView, exportAs, fileNameFor, fileStem, validateChunks, wacOf } from "./export-actions.ts";
import { tryBuild } from "./trial.ts";

interface Composed {
  readonly sizeBytes: number | null;
  readonly validation: ExportValidation;
}

const NOTHING: Composed = { sizeBytes: null, validation: { kind: "none" } };

export function ExportPanel({ view }: { readonly view: ActiveView }) {
  const [choice, onChoiceChange] = useState<ExportChoice>({ format: "component", dependencies: "embed" });
  const composed = useComposed(view, choice);
  const { trial, run } = useTrial(view);
  const { evaluation, problems } = view.diagnosis;
  const sizeBytes = choice.format === "wac" ? new TextEncoder().encode(wacOf(view)).length : composed.sizeBytes;
  return (
    <ExportDialog
      open
      name={fileStem(view)}
      choice={choice}
      onChoiceChange={onChoiceChange}
      fileName={fileNameFor(view, choice)}
      sizeBytes={sizeBytes}
      world={{
        imports: evaluation.imports.map(({ name }) => name),
        exports: evaluation.exports.map(({ name }) => name),
      }}
      problems={problemRows(problems).filter((_, i) => isError(problems[i]!))}
      onGoToProblem={(id) => {
        closeDialog();
        goToProblem(id);
      }}
      validation={composed.validation}
      trial={trial}
      onRun={run}
      onShowCalls={() => {
        closeDialog();
        showBottomTab("run");
      }}
      onExport={() => {
        closeDialog();
        void busy(exportAs(view, choice).catch((thrown: Error) => notify({ tone: "error", message: thrown.message })));
      }}
      onClose={closeDialog}
    />
  );
}

/** What came of running the build of this composition; another one has not been run. */
function useTrial(view: ActiveView): { readonly trial: ExportTrial; readonly run: () => void } {
  const { composition } = view;
  const [latest, setLatest] = useState<{ readonly composition: object; readonly trial: ExportTrial } | null>(null);
  const state = useRuns((runs) => shownRun(view.id, runs)?.state ?? null);
  const run = (): void => {
    setLatest({ composition, trial: { kind: "starting", note: "Starting" } });
    const show = (trial: ExportTrial): void => setLatest({ composition, trial });
    tryBuild(view).then(show, (thrown: Error) => show({ kind: "failed", reason: thrown.message }));
  };
  const trial = latest?.composition === composition ? latest.trial : NOT_TRIED;
  const isStarting = trial.kind === "starting" && state?.kind === "starting";
  return { trial: isStarting ? { kind: "starting", note: state.note } : trial, run };
}

const NOT_TRIED: ExportTrial = { kind: "none" };

/** Composes and validates whenever the composition or the choice changes. */
function useComposed(view: ActiveView, { format, dependencies }: ExportChoice): Composed {
  const isComponent = format === "component";
  const request = useMemo(() => ({ view, dependencies, isComponent }), [view, dependencies, isComponent]);
  const [latest, setLatest] = useState<{ readonly request: object; readonly composed: Composed } | null>(null);
  useEffect(() => {
    if (!request.isComponent) return undefined;
    const controller = new AbortController();
    const show = (composed: Composed): void => {
      if (!controller.signal.aborted) setLatest({ request, composed });
    };
    void busy(composeAndCheck(request.view, request.dependencies, show));
    return () => controller.abort();
  }, [request]);
  if (!isComponent) return NOTHING;
  return latest?.request === request ? latest.composed : COMPOSING;
}

const COMPOSING: Composed = { sizeBytes: null, validation: { kind: "checking", note: "Composing" } };

/** Names like `unlocked-dep=<a:b@{>=1.0.0}>`, which `wac` writes too, are refused by the wasm-tools that is built in. */
const IMPORTS_UNCHECKED: ExportValidation = {
  kind: "unchecked",
  note: "Not checked: wasm-tools can’t read imported components",
};

async function composeAndCheck(
  view: ActiveView,
  dependencies: ExportChoice["dependencies"],
  show: (composed: Composed) => void,
): Promise<void> {
  const chunks = await composeView(view, dependencies);
  if (!chunks) return show(NOTHING);
  const sizeBytes = chunks.reduce((total, chunk) => total + chunk.length, 0);
  if (dependencies === "import") return show({ sizeBytes, validation: IMPORTS_UNCHECKED });
  show({ sizeBytes, validation: { kind: "checking", note: "Checking with wasm-tools" } });
  const message = await validateChunks(chunks, fileStem(view));
  const valid: ExportValidation = { kind: "valid", note: "Valid: wasm-tools has checked it" };
  show({ sizeBytes, validation: message === null ? valid : { kind: "invalid", message } });
}
