// What a tab of the bottom panel gives: its contents, and what stands in the bar beside the tabs while it is open.

import type { ReactNode } from "react";

export interface BottomTabContent {
  readonly aside: ReactNode;
  readonly body: ReactNode;
}
