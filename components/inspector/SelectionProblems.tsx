// What is wrong with the thing that is inspected; nothing at all where nothing is.
// The rows are those of the list of all problems.

import { Section } from "../primitives/Section.tsx";
import type { ProblemRow } from "../problems/problem-model.ts";
import { ProblemItem } from "../problems/ProblemItem.tsx";
import styles from "./SelectionProblems.module.css";

export interface SelectionProblemsProps {
  readonly problems: readonly ProblemRow[];
  readonly onGoTo: (id: string) => void;
}

export function SelectionProblems({ problems, onGoTo }: SelectionProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <Section title="Problems" note={problems.length}>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <ProblemItem key={problem.id} problem={problem} onGoTo={() => onGoTo(problem.id)} />
        ))}
      </ul>
    </Section>
  );
}
