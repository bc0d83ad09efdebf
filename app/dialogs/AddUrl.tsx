// Adding a file from an address; closing the dialog calls the transfer off.

import { useRef, useState } from "react";
import { AddUrlDialog, type AddUrlState } from "../../components/dialogs/AddUrlDialog.tsx";
import { busy } from "../idle.ts";
import { fetchFile } from "../library/fetch-url.ts";
import { addFiles } from "../library/library-actions.ts";
import { closeDialog } from "./dialogs-store.ts";

export function AddUrl({ open }: { readonly open: boolean }) {
  const [state, setState] = useState<AddUrlState>({ kind: "idle" });
  const transfer = useRef<AbortController>(null);
  const close = (): void => {
    transfer.current?.abort();
    setState({ kind: "idle" });
    closeDialog();
  };
  const add = async (url: string): Promise<void> => {
    const controller = new AbortController();
    transfer.current = controller;
    setState({ kind: "loading", fraction: null });
    try {
      const file = await fetchFile(url, (fraction) => setState({ kind: "loading", fraction }), controller.signal);
      close();
      await addFiles([file]);
    } catch (thrown) {
      if (!controller.signal.aborted) setState({ kind: "failed", message: (thrown as Error).message });
    }
  };
  return <AddUrlDialog open={open} state={state} onAdd={(url) => void busy(add(url))} onClose={close} />;
}
