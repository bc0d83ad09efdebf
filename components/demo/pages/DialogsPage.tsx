// One dialog at a time: `?page=dialogs&show=export`.
// The buttons behind open the others.

import { useState } from "react";

import { AddUrlDialog } from "../../dialogs/AddUrlDialog.tsx";
import { CandidatesMenu } from "../../dialogs/CandidatesMenu.tsx";
import { CommandPalette } from "../../dialogs/CommandPalette.tsx";
import type { ExportChoice } from "../../dialogs/export-model.ts";
import { ExportDialog } from "../../dialogs/ExportDialog.tsx";
import { ReplaceDialog } from "../../dialogs/ReplaceDialog.tsx";
import { ShortcutsDialog } from "../../dialogs/ShortcutsDialog.tsx";
import { Button } from "../../primitives/Button.tsx";
import { OpenDialog } from "../../welcome/OpenDialog.tsx";
import { CANDIDATES, CHANGES, COMMANDS, SHORTCUTS, WORLD } from "../samples/dialogs.ts";
import { LANGUAGES } from "../samples/library.ts";
import { PROBLEMS } from "../samples/problems.ts";
import { SAMPLES, SAVED } from "../samples/welcome.ts";
import { said } from "./actions.ts";
import { Page } from "./Page.tsx";

const NAMES = ["export", "forbidden", "url", "refused", "shortcuts", "palette", "candidates", "replace", "open"];

export function DialogsPage({ show }: { readonly show: string }) {
  const [shown, setShown] = useState(show);
  const [choice, setChoice] = useState<ExportChoice>({ format: "component", dependencies: "embed" });
  const close = () => setShown("");
  const exporting = {
    name: "orders-service",
    choice,
    onChoiceChange: setChoice,
    fileName: `orders-service.${{ component: "wasm", wac: "wac", project: "zip" }[choice.format]}`,
    sizeBytes: choice.format === "wac" ? 1_240 : 9_912_000,
    world: WORLD,
    onGoToProblem: said("go to"),
    onRun: said("run"),
    onShowCalls: said("show calls"),
    onExport: said("export"),
    onClose: close,
  };
  return (
    <Page>
      {NAMES.map((name) => (
        <Button key={name} onClick={() => setShown(name)}>
          {name}
        </Button>
      ))}
      <ExportDialog
        {...exporting}
        open={shown === "export"}
        problems={[]}
        validation={{ kind: "valid", note: "Composed and validated in 84 ms." }}
        trial={{ kind: "up", durationMs: 84 }}
      />
      <ExportDialog
        {...exporting}
        open={shown === "forbidden"}
        problems={PROBLEMS.slice(0, 2)}
        validation={{ kind: "none" }}
        trial={{ kind: "none" }}
      />
      <AddUrlDialog open={shown === "url"} state={{ kind: "idle" }} onAdd={said("add")} onClose={close} />
      <AddUrlDialog
        open={shown === "refused"}
        state={{ kind: "failed", message: "The server answered 404. Check the address." }}
        onAdd={said("add")}
        onClose={close}
      />
      <ShortcutsDialog open={shown === "shortcuts"} groups={SHORTCUTS} onClose={close} />
      <CommandPalette open={shown === "palette"} commands={COMMANDS} onRun={said("run")} onClose={close} />
      <CandidatesMenu
        at={shown === "candidates" ? { x: 320, y: 160 } : null}
        title="gateway needs shop:orders/pricing 1.2.0"
        port={{ shape: "circle", colour: "moss" }}
        verb="connect"
        empty="Nothing fits."
        candidates={CANDIDATES}
        onChoose={said("choose")}
        onClose={close}
      />
      <ReplaceDialog
        open={shown === "replace"}
        instances={["pricing-flat"]}
        from={{ name: "pricing-flat", version: "0.3.1", language: LANGUAGES.Rs }}
        to={{ name: "pricing-next", version: "2.0.0", language: LANGUAGES.Py }}
        changes={CHANGES}
        onReplace={said("replace")}
        onClose={close}
      />
      <OpenDialog
        open={shown === "open"}
        saved={SAVED}
        samples={SAMPLES}
        onOpenSaved={said("open")}
        onRemoveSaved={said("remove")}
        onOpenSample={said("open sample")}
        onChooseProject={said("choose")}
        onClose={close}
      />
    </Page>
  );
}
