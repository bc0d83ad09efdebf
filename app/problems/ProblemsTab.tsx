// The list of problems in the bottom panel.

import { useState } from "react";
import { ProblemsFilter, ProblemsList } from "../../components/problems/ProblemsList.tsx";
import type { ProblemsQuery } from "../../components/problems/problem-model.ts";
import { useActiveView } from "../derived.ts";
import { goToProblem, problemRows } from "./problem-rows.ts";
import type { BottomTabContent } from "../shell/bottom-tabs.ts";

const EVERYTHING: ProblemsQuery = { text: "", severity: "all" };

export function useProblemsTab(): BottomTabContent {
  const view = useActiveView();
  const [query, onQueryChange] = useState(EVERYTHING);
  const problems = view ? problemRows(view.diagnosis.problems) : [];
  const props = { problems, query, onQueryChange };
  return {
    aside: <ProblemsFilter {...props} />,
    body: <ProblemsList {...props} onGoTo={goToProblem} />,
  };
}
