// Where the standard input of the document's command comes from.

import { useMemo } from "react";
import type { CommandInput } from "../../components/run/CommandForm.tsx";
import { StandardInput } from "../../components/run/StandardInput.tsx";
import { useDocuments } from "../documents/documents-store.ts";
import { addFiles } from "../folders/folder-changes.ts";
import { chooseFiles } from "../files/pick-files.ts";
import { busy } from "../idle.ts";
import { updateInputs } from "./run-store.ts";
import { inputSource, noTerminalReason } from "./standard-input.ts";

export interface StandardInputSectionProps {
  readonly documentId: string;
  readonly input: CommandInput;
}

export function StandardInputSection({ documentId, input }: StandardInputSectionProps) {
  const folder = useDocuments(({ open }) => open.find(({ id }) => id === documentId)?.folder);
  const files = useMemo(() => folder?.flatMap((entry) => (entry.kind === "file" ? [entry.path] : [])) ?? [], [folder]);
  const change = (changed: Partial<CommandInput>): void =>
    updateInputs(documentId, ({ command }) => ({ command: { ...command, ...changed } }));
  const takeFile = async (): Promise<void> => {
    const chosen = await chooseFiles("");
    addFiles(documentId, "", chosen);
    if (chosen[0]) change({ stdinFile: chosen[0].name });
  };
  return (
    <StandardInput
      source={inputSource(input)}
      onSourceChange={(stdinFrom) => change({ stdinFrom })}
      noTerminalReason={noTerminalReason()}
      text={input.stdin}
      onTextChange={(stdin) => change({ stdin })}
      file={input.stdinFile ?? ""}
      files={files}
      onFileChange={(stdinFile) => change({ stdinFile })}
      onChooseFile={() => void busy(takeFile())}
    />
  );
}
