// Which name is being typed anew in the inspector, so that a key can begin what a click on the name begins.

import { create } from "zustand";
import type { RenameActions } from "../../components/inspector/InspectorHeader.tsx";

interface RenamingState {
  /** An instance's name, `COMPOSITION`, or null. */
  readonly editing: string | null;
}

/** No instance can be called so. */
const COMPOSITION = "";

const useRenaming = create<RenamingState>(() => ({ editing: null }));

export function startRenaming(instance: string): void {
  useRenaming.setState({ editing: instance });
}

/** What the inspector's header needs to offer the name of `instance`, or of the composition, for typing. */
export function useRenameState(instance = COMPOSITION): Pick<RenameActions, "isEditing" | "onEdit"> {
  const isEditing = useRenaming((state) => state.editing === instance);
  return { isEditing, onEdit: (begins) => useRenaming.setState({ editing: begins ? instance : null }) };
}
