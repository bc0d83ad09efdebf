// Value editors and views side by side with nothing around them. `?theme=dark`, `?width=320`.

import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

import { printWaveArguments } from "../../../core/values/print-wave.ts";
import type { WitValue } from "../../../core/values/value.ts";
import type { FunctionType } from "../../../core/wit/types.ts";
import { TooltipProvider } from "../../primitives/Tooltip.tsx";
import "../../styles/global.css";
import { CallForm } from "../call/CallForm.tsx";
import { emptyValueDraft, type ValueDraft, valueDraftOf } from "../drafts/value-draft.ts";
import { type CallResult, ResultView } from "../view/ResultView.tsx";
import { EVERYTHING, LINES, LONG, ORDERS, QUOTE, RECEIPT, REFUSAL } from "./demo-types.ts";
import styles from "./demo.module.css";

const QUOTE_VALUES: readonly WitValue[] = [
  ORDERS[0]!,
  "u-204",
  3,
  { some: 0.15 },
  true,
  Object.assign(Object.create(null) as object, { currency: "eur", rounding: "half-even", coupon: { some: "SPRING" } }),
  LINES,
];

function Call(props: { readonly name: string; readonly type: FunctionType; readonly draft: ValueDraft }) {
  const { name, type } = props;
  const [draft, setDraft] = useState(props.draft);
  const [said, setSaid] = useState("");
  return (
    <div className={styles.panel}>
      <CallForm
        name={name}
        type={type}
        draft={draft}
        onChange={setDraft}
        onRun={(values) => setSaid(`${name}${printWaveArguments(values, type.parameters)}`)}
        handlesFor={() => ORDERS}
      />
      <output>{said}</output>
    </div>
  );
}

const RESULTS: Readonly<Record<string, CallResult>> = {
  receipt: { kind: "value", ...RECEIPT },
  refusal: { kind: "value", ...REFUSAL },
  long: { kind: "value", ...LONG },
  none: { kind: "none" },
  trap: { kind: "trap", message: "wasm `unreachable` instruction executed", place: "pricing-flat, function quote" },
};

function Demo() {
  const quote = { kind: "arguments", parameters: QUOTE.parameters } as const;
  const everything = { kind: "arguments", parameters: EVERYTHING.parameters } as const;
  return (
    <TooltipProvider>
      <main className={styles.page} style={{ width: `${query.get("width") ?? 900}px` }}>
        <Call name="quote" type={QUOTE} draft={valueDraftOf(QUOTE_VALUES, quote)} />
        <Call name="everything" type={EVERYTHING} draft={emptyValueDraft(everything)} />
        {Object.entries(RESULTS).map(([id, result]) => (
          <div key={id} className={styles.panel}>
            <ResultView name="quote" result={result} />
          </div>
        ))}
      </main>
    </TooltipProvider>
  );
}

const query = new URLSearchParams(location.search);
document.documentElement.dataset["theme"] = query.get("theme") ?? "light";
createRoot(document.querySelector("#root")!).render(
  <StrictMode>
    <Demo />
  </StrictMode>,
);
