// A component from an address.
// The browser fetches it directly, so the server must allow that.

import { Link2 } from "lucide-react";
import { useState } from "react";

import { Button } from "../primitives/Button.tsx";
import { Dialog } from "../primitives/Dialog.tsx";
import { ProgressBar } from "../primitives/Progress.tsx";
import { TextField } from "../primitives/TextField.tsx";

export interface AddUrlDialogProps {
  readonly open: boolean;
  readonly state: AddUrlState;
  readonly onAdd: (url: string) => void;
  readonly onClose: () => void;
}

export type AddUrlState =
  | { readonly kind: "idle" }
  /** 0 to 1, null where the server doesn't tell the size. */
  | { readonly kind: "loading"; readonly fraction: number | null }
  /** Why, and what to do: `The server answered 404. Check the address.` */
  | { readonly kind: "failed"; readonly message: string };

export function AddUrlDialog(props: AddUrlDialogProps) {
  return props.open ? <OpenAddUrl {...props} /> : null;
}

/** A dialog of its own while it is open, so that it begins with an empty field. */
function OpenAddUrl({ state, onAdd, onClose }: AddUrlDialogProps) {
  const [url, setUrl] = useState("");
  const problem = url === "" ? "Type an address first" : urlProblem(url);
  const loading = state.kind === "loading";
  const add = () => {
    if (problem === null && !loading) onAdd(url.trim());
  };
  return (
    <Dialog
      open
      title="Add a component from a URL"
      glyph={Link2}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabledReason={loading ? "It is being fetched" : problem} onClick={add}>
            {loading ? "Fetching" : "Add"}
          </Button>
        </>
      }
    >
      <TextField
        mono
        autoFocus
        label="Address of a .wasm or .wat file"
        placeholder="https://example.com/component.wasm"
        value={url}
        onChange={setUrl}
        error={state.kind === "failed" ? state.message : null}
        hint="Your browser fetches it directly. Servers without CORS headers refuse; download the file and drop it here instead."
        onKeyDown={(event) => (event.key === "Enter" ? add() : undefined)}
      />
      {loading ? <ProgressBar label="Fetching the component" fraction={state.fraction} /> : null}
    </Dialog>
  );
}

function urlProblem(url: string): string | null {
  if (!URL.canParse(url.trim())) return "Type a whole address, with https://";
  return /^https?:$/.test(new URL(url.trim()).protocol) ? null : "Only http and https addresses can be fetched";
}
