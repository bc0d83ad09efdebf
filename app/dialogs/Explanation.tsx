// The page of a diagnostic, opened from its code. All pages come with this part, which is fetched when it is first opened.

import { ExplanationDialog } from "../../components/dialogs/ExplanationDialog.tsx";
import { closeDialog } from "./dialogs-store.ts";

const PAGES = import.meta.glob<string>("../../docs/diagnostics/W*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

export function Explanation({ code }: { readonly code: string }) {
  const page = PAGES[`../../docs/diagnostics/${code}.md`];
  return page === undefined ? null : <ExplanationDialog page={page} onClose={closeDialog} />;
}
