// Starts the page.

import { createRoot } from "react-dom/client";
import "../components/styles/global.css";
import { App } from "./App.tsx";
import { registerAllCommands, registerSampleCommands } from "./commands/all-commands.ts";
import { listenForKeys } from "./commands/keys.ts";
import { busy } from "./idle.ts";
import { notify } from "./notices/notices-store.ts";
import { followTheme } from "./preferences/preferences-store.ts";
import { offerScripting } from "./scripting.ts";
import { toolchain } from "./services.ts";
import { fetchLaterParts } from "./shell/later.ts";
import { restoreSession } from "./session.ts";

async function start(): Promise<void> {
  registerAllCommands();
  listenForKeys();
  offerScripting();
  followTheme();
  await restoreSession().catch((thrown: Error) => {
    notify({ tone: "error", message: "What this browser keeps could not be read", help: thrown.message });
  });
  createRoot(document.querySelector("#root")!).render(<App />);
  await registerSampleCommands();
  whenQuiet(() => {
    void fetchLaterParts();
    toolchain().warm();
  });
}

function whenQuiet(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 3_000 });
  else setTimeout(work, 1_000);
}

void busy(start());
