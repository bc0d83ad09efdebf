// Every command there is. Samples come with the page and get one each once their list is known.

import { loadSamples } from "../samples/samples.ts";
import { openSample } from "../documents/document-actions.ts";
import { DOCUMENT_COMMANDS } from "./document-commands.ts";
import { EDIT_COMMANDS } from "./edit-commands.ts";
import { directoryCommands, FILE_COMMANDS } from "./file-commands.ts";
import { GRAPH_COMMANDS } from "./graph-commands.ts";
import { PREVIEW_COMMANDS } from "./preview-commands.ts";
import { registerCommands } from "./registry.ts";
import { RUN_COMMANDS } from "./run-commands.ts";
import { SCENARIO_COMMANDS } from "./scenario-commands.ts";
import { VIEW_COMMANDS } from "./view-commands.ts";

export function registerAllCommands(): void {
  for (const commands of [
    RUN_COMMANDS,
    PREVIEW_COMMANDS,
    SCENARIO_COMMANDS,
    FILE_COMMANDS,
    directoryCommands(),
    EDIT_COMMANDS,
    GRAPH_COMMANDS,
    DOCUMENT_COMMANDS,
    VIEW_COMMANDS,
  ]) {
    registerCommands(commands);
  }
}

export async function registerSampleCommands(): Promise<void> {
  const samples = await loadSamples();
  registerCommands(
    samples.map(({ id, title }) => ({
      id: `sample.${id}`,
      title: `Open the sample “${title}”`,
      group: "Samples",
      run: () => openSample(id),
    })),
  );
}
