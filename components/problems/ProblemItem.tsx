// One problem: pressing its sentence goes to the place it names.
// Its actions are buttons beside it, given by the caller.

import { CircleAlert, TriangleAlert } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { Icon } from "../primitives/Icon.tsx";
import text from "../styles/text.module.css";
import { Message } from "./Message.tsx";
import type { ProblemRow } from "./problem-model.ts";
import styles from "./ProblemItem.module.css";

export interface ProblemItemProps {
  readonly problem: ProblemRow;
  readonly onGoTo: () => void;
}

export function ProblemItem({ problem, onGoTo }: ProblemItemProps) {
  const error = problem.severity === "error";
  return (
    <li className={styles.item}>
      <button type="button" data-row data-focus-inside className={styles.place} onClick={onGoTo}>
        <Icon glyph={error ? CircleAlert : TriangleAlert} size={14} tone={error ? "error" : "attention"} />
        <span className={text.hidden}>{error ? "Error" : "Warning"}</span>
        <span className={styles.text}>
          <Message parts={problem.message} />
          {problem.help === null ? null : <Message parts={problem.help} quiet />}
        </span>
      </button>
      <button
        type="button"
        className={styles.code}
        data-focus-inside
        aria-label={`Explain ${problem.code}`}
        onClick={problem.onExplain}
      >
        {problem.code}
      </button>
      {problem.actions.map((action) => (
        <Button key={action.label} size="small" disabledReason={action.disabledReason} onClick={action.onSelect}>
          {action.label}
        </Button>
      ))}
    </li>
  );
}
