// What a call came to: a value, an `err` that the function returned, nothing to return, or a trap that ended it.

import { CircleAlert, OctagonX } from "lucide-react";

import { unreachable } from "../../../core/base/assert.ts";
import type { WitValue } from "../../../core/values/value.ts";
import { asResult } from "../../../core/values/value-shapes.ts";
import { peelValue, type ValueType } from "../../../core/wit/types.ts";
import { Icon } from "../../primitives/Icon.tsx";
import styles from "./ResultView.module.css";
import { ValueView } from "./ValueView.tsx";

export type CallResult =
  | { readonly kind: "value"; readonly value: WitValue; readonly type: ValueType }
  /** The function has no result, and returned. */
  | { readonly kind: "none" }
  | {
      readonly kind: "trap";
      /** What happened, in words: `unreachable executed`. */
      readonly message: string;
      /** Where: `order-store, function quote`. */
      readonly place?: string | undefined;
    };

export interface ResultViewProps {
  /** The function's WIT name. */
  readonly name: string;
  readonly result: CallResult;
}

export function ResultView({ name, result }: ResultViewProps) {
  switch (result.kind) {
    case "none":
      return (
        <p className={styles.none}>
          <code>()</code> <span className={styles.muted}>Returned; the function has no result</span>
        </p>
      );
    case "trap":
      return (
        <div className={styles.trap} role="alert">
          <Icon glyph={OctagonX} size={14} />
          <div>
            <p className={styles.title}>Trapped</p>
            <p className={styles.text}>{result.message}</p>
            {result.place === undefined ? null : <p className={styles.place}>{result.place}</p>}
          </div>
        </div>
      );
    case "value":
      return (
        <>
          {isError(result) ? (
            <p className={styles.error}>
              <Icon glyph={CircleAlert} size={13} />
              Returned an error
            </p>
          ) : null}
          <ValueView label={`Result of ${name}`} value={result.value} type={result.type} />
        </>
      );
    default:
      return unreachable(result);
  }
}

function isError({ value, type }: Extract<CallResult, { kind: "value" }>): boolean {
  return peelValue(type).kind === "result" && asResult(value)?.side === "error";
}
